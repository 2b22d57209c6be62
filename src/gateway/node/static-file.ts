/**
 * Opens the file that a static host answers with: a plain file below the root, reached without a link and by
 * its exact spelling, also on a disk that ignores case. A feed that works only there fails on the real host.
 */
import { constants, type Stats } from 'node:fs';
import { type FileHandle, open, realpath } from 'node:fs/promises';
import { join } from 'node:path';

/** Does not wait for the writer of a named pipe; Windows has neither. */
const READ_AT_ONCE = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

export interface StaticFile {
  readonly path: string;
  readonly handle: FileHandle;
  readonly sizeBytes: number;
  readonly modifiedAtMs: number;
  /** Another one for every file that ever stands at this path. */
  readonly stamp: string;
}

/**
 * @param realRoot  the site's folder, as realpath gives it
 * @param path  below the root, with `/` between folders and no `..`
 * @returns undefined when no such file stands there; the caller closes the handle otherwise
 */
export async function openStaticFile(realRoot: string, path: string): Promise<StaticFile | undefined> {
  const wanted = join(realRoot, ...path.split('/'));
  try {
    // Differs for a link and for another spelling: neither exists on a static host.
    if ((await realpath(wanted)) !== wanted) return undefined;
    const handle = await open(wanted, READ_AT_ONCE);
    // Of what was opened, since another file may have been moved to that name meanwhile.
    const found = await handle.stat();
    if (found.isFile()) {
      const { size: sizeBytes, mtimeMs: modifiedAtMs } = found;
      return { path, handle, sizeBytes, modifiedAtMs, stamp: stampOf(found) };
    }
    await handle.close();
    return undefined;
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw error;
  }
}

/** Finer than what clients are told, since it need not be the same on two machines. */
export function stampOf({ ino, mtimeMs, size }: Pick<Stats, 'ino' | 'mtimeMs' | 'size'>): string {
  return `${ino}-${mtimeMs}-${size}`;
}

/** Whether nothing that a host can serve stands at a path; a device without a driver and a socket are nothing too. */
export function isAbsence(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return ['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'ENXIO', 'ELOOP'].includes(String(code));
}
