/** File names in packages-index/blobs: flat, so that clients accept a clone as a repository folder. */
import { parseNuGetVersion } from './nuget-version.ts';

export const BLOB_EXTENSION = '.nupkg';

/**
 * The version as NuGet normalizes it, since PSResourceGet installs from a folder only what it finds under such a name.
 * @param version  as the nuspec spells it
 */
export function blobName(id: string, version: string): string {
  const parsed = parseNuGetVersion(version);
  return spelledName(id, parsed.ok ? parsed.value.normalized : version);
}

/** Both names that a blob may have, the better one first: whoever puts one there by hand may keep the spelling of its nuspec. */
export function blobNames(id: string, version: string): readonly string[] {
  return [...new Set([blobName(id, version), spelledName(id, version)])];
}

function spelledName(id: string, version: string): string {
  return `${id}.${version}${BLOB_EXTENSION}`;
}
