/**
 * api/versions.json → VersionList. It may come from any server: what is not such a list in full is refused, for a list
 * that is short of a version would hide that the version is gone.
 */
import { parseNuGetVersion, versionKey } from '../domain/nuget-version.ts';
import { packageKey, parsePackageId } from '../domain/package-id.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { type VersionList, versionListSchema } from '../domain/version-list.ts';

/** @returns the problem as the end of a sentence: `it …` */
export function parseVersionList(text: string): Result<VersionList, string> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail('it is no JSON, or breaks off');
  }
  const { success, data, error } = versionListSchema.safeParse(value);
  if (!success) {
    const [issue] = error.issues;
    const where = issue?.path.join('.') || 'its root';
    return fail(`it is no list of versions of pwshelf: ${where}: ${issue?.message ?? 'unexpected'}`);
  }
  const seen = new Set<string>();
  for (const { id, version } of data.versions) {
    const key = listedKey(id, version);
    if (key === undefined) return fail('it names a package or a version that cannot be');
    if (seen.has(key)) return fail('it names one version twice');
    seen.add(key);
  }
  for (const { id, version } of data.removed) {
    if (listedKey(id, version) === undefined) return fail('it names a package or a version that cannot be');
  }
  return ok(data);
}

/** The form in which two spellings of one version of one package are equal; undefined when they are none. */
export function listedKey(id: string, version: string): string | undefined {
  const parsed = parseNuGetVersion(version);
  return parsed.ok && parsePackageId(id).ok ? `${packageKey(id)}/${versionKey(parsed.value)}` : undefined;
}
