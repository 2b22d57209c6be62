/**
 * Which names may be asked for at another gallery. Whoever sees that a gallery uses `Contoso.Secrets` can publish a package of
 * that name elsewhere, with a higher version; a server that asked elsewhere too would hand that one out (dependency confusion).
 * So a name that is the gallery's is answered here alone, even when the answer is that there is nothing.
 */
import { packageKey, parsePackageId } from '../../domain/package-id.ts';
import { wildcardMatcher } from '../../read/wildcard.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';

/**
 * False for what the gallery holds (all of it unlisted, too), held once, or reserves for its owners, though nothing is there
 * yet; and for what is no id, for another server could read it as one.
 * @param id  decoded, as the client spells it
 */
export function mayAskUpstream({ byKey, head }: Pick<Catalogue, 'byKey' | 'head'>, id: string): boolean {
  // ASCII only, so that no letter can become another one in lower case.
  if (!parsePackageId(id).ok) return false;
  const key = packageKey(id);
  if (byKey.has(key)) return false;
  if (head.goneIds.some((gone) => packageKey(gone) === key)) return false;
  return !head.prefixes.some((pattern) => wildcardMatcher(pattern)(key));
}
