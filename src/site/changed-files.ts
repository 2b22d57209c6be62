/** The files that two versions share, read once, and how their texts differ. */
import type { PackageVersion } from '../domain/gallery.ts';
import { decodeText } from '../read/text-encoding.ts';
import { type DiffHunk, diffHunks } from './file-diff.ts';
import { filesWithPages } from './file-view.ts';
import type { SiteContext } from './gallery-context.ts';

export interface ChangedFiles {
  readonly isSame: (path: string) => boolean;
  /** Undefined for a file that is no text, or differs too much to be shown. */
  readonly hunks: (path: string) => readonly DiffHunk[] | undefined;
}

/** A page shows this many differences; further files are only named. */
const MAX_SHOWN = 60;

export async function readChangedFiles(
  before: PackageVersion,
  after: PackageVersion,
  readBlobEntry: SiteContext['readBlobEntry'],
): Promise<ChangedFiles> {
  const was = new Map(before.nupkg.files.map((file) => [file.path, file]));
  const readable = new Set(filesWithPages(after).map(({ path }) => path));
  const same = new Set<string>();
  const shown = new Map<string, readonly DiffHunk[] | undefined>();
  for (const { path, sizeBytes } of after.nupkg.files) {
    const old = was.get(path);
    if (!old) continue;
    const mayDiffer = old.sizeBytes !== sizeBytes;
    const isShown = readable.has(path) && shown.size < MAX_SHOWN;
    if (mayDiffer && !isShown) continue;
    const [one, other] = [
      await readBlobEntry(before.blobName, path),
      await readBlobEntry(after.blobName, path),
    ];
    if (Buffer.compare(one, other) === 0) same.add(path);
    else if (isShown) shown.set(path, diffHunks(decodeText(one), decodeText(other)));
  }
  return { isSame: (path) => same.has(path), hunks: (path) => shown.get(path) };
}
