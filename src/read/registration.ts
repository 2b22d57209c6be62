/** A V3 registration, as any server may send it → where the package of one version is to be had. */
import { z } from 'zod';
import { compareNuGetVersions, type NuGetVersion, parseNuGetVersion } from '../domain/nuget-version.ts';

const leafSchema = z.object({
  catalogEntry: z.object({ version: z.string() }),
  packageContent: z.string(),
});
const pageSchema = z.object({
  '@id': z.string(),
  lower: z.string(),
  upper: z.string(),
  items: z.array(leafSchema).optional(),
});
const registrationSchema = z.object({ items: z.array(pageSchema) });

export type RegistrationFinding =
  | { readonly kind: 'content'; readonly url: string }
  /** The page that would hold the version has a file of its own. */
  | { readonly kind: 'page'; readonly url: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'malformed' };

/** @param text  of a registration's index, or of one of its pages */
export function findInRegistration(text: string, version: NuGetVersion): RegistrationFinding {
  const parsed = parsedPages(text);
  if (!parsed) return { kind: 'malformed' };
  for (const { '@id': url, lower, upper, items } of parsed) {
    if (isBelow(version, lower) || isAbove(version, upper)) continue;
    if (!items) return { kind: 'page', url };
    const leaf = items.find(({ catalogEntry }) => orderOf(version, catalogEntry.version) === 0);
    return leaf ? { kind: 'content', url: leaf.packageContent } : { kind: 'absent' };
  }
  return { kind: 'absent' };
}

function parsedPages(text: string): readonly z.output<typeof pageSchema>[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const page = pageSchema.safeParse(value);
  if (page.success) return [page.data];
  const index = registrationSchema.safeParse(value);
  return index.success ? index.data.items : undefined;
}

function isBelow(version: NuGetVersion, lower: string): boolean {
  return (orderOf(version, lower) ?? -1) < 0;
}

function isAbove(version: NuGetVersion, upper: string): boolean {
  return (orderOf(version, upper) ?? 1) > 0;
}

/** Undefined when the other is no version. */
function orderOf(version: NuGetVersion, text: string): number | undefined {
  const other = parseNuGetVersion(text);
  return other.ok ? compareNuGetVersions(version, other.value) : undefined;
}
