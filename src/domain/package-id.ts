/**
 * The identity of a package. Clients compare ids without regard to case, so an id has two forms: as its
 * author spells it, and the lower-cased key that equality and V3 addresses use.
 */
import { fail, ok, type Result } from './result.ts';

declare const brand: unique symbol;
export type PackageId = string & { readonly [brand]: 'PackageId' };
export type PackageKey = string & { readonly [brand]: 'PackageKey' };

export type PackageIdProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long'; readonly length: number; readonly limit: number }
  | { readonly kind: 'characters'; readonly found: string };

export const PACKAGE_ID_MAX_LENGTH = 100;

/** NuGet's own grammar of ids, held to ASCII so that no two ids can look alike by script alone. */
const PATTERN = /^[A-Za-z0-9_]+(?:[.-][A-Za-z0-9_]+)*$/;

export function parsePackageId(text: string): Result<PackageId, PackageIdProblem> {
  if (text === '') return fail({ kind: 'empty' });
  if (text.length > PACKAGE_ID_MAX_LENGTH) {
    return fail({ kind: 'too-long', length: text.length, limit: PACKAGE_ID_MAX_LENGTH });
  }
  if (!PATTERN.test(text)) return fail({ kind: 'characters', found: text });
  return ok(text as PackageId);
}

/** The form in which two ids are equal: ASCII lower case, so no locale can change it. */
export function packageKey(id: string): PackageKey {
  return id.toLowerCase() as PackageKey;
}
