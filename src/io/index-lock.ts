/** One change of an index at a time: two that read the same record would each write it without the other's version. */
import { join } from 'node:path';
import { GalleryError } from '../domain/gallery-error.ts';
import { BLOB_FOLDER, existingRoot, RECORD_FOLDER } from './index-files.ts';
import { withLockFile } from './lock-file.ts';
import { removeMatching } from './remove-matching.ts';
import { PARTIAL_NAME } from './write-atomic.ts';

/** By this process, which reads the folders of a large index once for that. */
const tidied = new Set<string>();

/**
 * Whoever was killed may have left files half written, hidden beside their places; they go before the first change.
 * @throws GalleryError INDEX_BUSY when another process keeps it for half a minute
 */
export async function withIndexLock<T>(indexDir: string, change: () => Promise<T>): Promise<T> {
  const path = join(existingRoot(indexDir), '.pwshelf-lock');
  const lock = {
    path,
    prefix: '',
    pollMs: 100,
    patienceMs: 30_000,
    busy: (owner: { readonly pid: number } | undefined) =>
      new GalleryError(
        'INDEX_BUSY',
        `Another process${owner ? ` (${owner.pid})` : ''} is changing ${indexDir}.`,
        `Wait for it to end and try again. When there is none, remove ${path}.`,
      ),
  };
  return withLockFile(lock, () => {
    if (!tidied.has(path))
      for (const folder of ['', BLOB_FOLDER, RECORD_FOLDER])
        removeMatching(join(indexDir, folder), PARTIAL_NAME);
    tidied.add(path);
    return change();
  });
}
