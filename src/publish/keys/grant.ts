/** What a key or a workflow is allowed, as keys.yaml says, and whether that reaches a package. */
import { parsePackageId } from '../../domain/package-id.ts';
import type { KeyScope } from '../../domain/publishing-keys.ts';
import { wildcardMatcher } from '../../read/wildcard.ts';

export interface Grant {
  readonly scopes: readonly KeyScope[];
  /** Patterns of ids. */
  readonly ids: readonly string[];
}

export function reaches({ ids }: Grant, id: string): boolean {
  // Other letters than ASCII can become ASCII in lower case, such as the sign of kelvin.
  return parsePackageId(id).ok && ids.some((pattern) => wildcardMatcher(pattern)(id));
}

export function allows(grant: Grant, scope: KeyScope, id: string): boolean {
  return grant.scopes.includes(scope) && reaches(grant, id);
}

/** Why none of them allows what was asked for, for the log. */
export function outOfReach(grants: readonly Grant[], id: string): 'scope-missing' | 'id-out-of-reach' {
  return grants.some((grant) => reaches(grant, id)) ? 'scope-missing' : 'id-out-of-reach';
}
