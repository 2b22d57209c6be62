/** File names in packages-index/blobs: flat, so that clients accept a clone as a repository folder. */

export const BLOB_EXTENSION = '.nupkg';

/** @param version  as the nuspec spells it */
export function blobName(id: string, version: string): string {
  return `${id}.${version}${BLOB_EXTENSION}`;
}
