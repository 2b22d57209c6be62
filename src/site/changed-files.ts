/** How the texts of files differ that two versions share and do not have alike. */
import type { PackageVersion } from '../domain/gallery.ts';
import type { FileChange } from '../domain/version-changes.ts';
import { decodeText } from '../read/text-encoding.ts';
import { type DiffHunk, diffHunks } from '../report/file-diff.ts';
import { filesWithPages } from './file-view.ts';
import type { SiteContext } from './gallery-context.ts';

/** A page shows this many differences; further files are only named. */
const MAX_SHOWN = 60;

/** By path; a file that is no text, or differs too much to be shown, is not among them. */
export async function readChangedFiles(
  before: PackageVersion,
  after: PackageVersion,
  changes: readonly FileChange[],
  readBlobEntry: SiteContext['readBlobEntry'],
): Promise<ReadonlyMap<string, readonly DiffHunk[]>> {
  const readable = new Set(filesWithPages(after).map(({ path }) => path));
  const shown = new Map<string, readonly DiffHunk[]>();
  for (const { path, kind } of changes) {
    if (kind !== 'changed' || !readable.has(path) || shown.size >= MAX_SHOWN) continue;
    const one = await readBlobEntry(before.blobName, path);
    const other = await readBlobEntry(after.blobName, path);
    const hunks = diffHunks(decodeText(one), decodeText(other));
    if (hunks) shown.set(path, hunks);
  }
  return shown;
}
