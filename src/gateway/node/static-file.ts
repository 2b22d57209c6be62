/**
 * Opens the file that a static host answers with: a plain file below the root, reached without a link and by
 * its exact spelling, also on a disk that ignores case. A feed that works only there fails on the real host.
 */
import type { FileHandle } from 'node:fs/promises';
import { open, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';

export interface StaticFile {
  readonly path: string;
  readonly handle: FileHandle;
  readonly sizeBytes: number;
  readonly modifiedAtMs: number;
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
    // Asked before opening, since opening a named pipe waits for its writer.
    const found = await stat(wanted);
    if (!found.isFile()) return undefined;
    return { path, handle: await open(wanted, 'r'), sizeBytes: found.size, modifiedAtMs: found.mtimeMs };
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw error;
  }
}

function isAbsence(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR' || code === 'ENAMETOOLONG';
}
