/** Files that are either the old ones or whole new ones, never half-written. */
import { randomBytes } from 'node:crypto';
import { constants, copyFileSync, linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Writes beside the target and renames; makes the folder when there is none. */
export function writeAtomic(path: string, content: string | Uint8Array): void {
  const aside = besideOf(path);
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(aside, content, { flush: true });
    renameSync(aside, path);
  } finally {
    rmSync(aside, { force: true });
  }
}

/**
 * The same for a file that must not be there yet.
 * @throws with code EEXIST when it is
 */
export function createAtomic(path: string, content: string | Uint8Array): void {
  const aside = besideOf(path);
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(aside, content, { flush: true });
    linkNew(aside, path);
  } finally {
    rmSync(aside, { force: true });
  }
}

/**
 * Gives a file a second name that must not be there yet: a rename would replace what another process wrote in the meantime.
 * @param link  fails where the file system has no hard links, such as on a network share; there the file is copied
 * @throws with code EEXIST when it is there
 */
export function linkNew(path: string, name: string, link: typeof linkSync = linkSync): void {
  try {
    link(path, name);
  } catch (error) {
    if (!/^(?:EPERM|ENOTSUP|EOPNOTSUPP|ENOSYS|EMLINK)$/.test(codeOf(error))) throw error;
    copyFileSync(path, name, constants.COPYFILE_EXCL);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** What a process that was killed leaves of them. */
export const PARTIAL_NAME = /^\..+\.[0-9a-f]{8}\.partial$/;

/** A name for a file that is to become this one; hidden, so that nobody takes it for a file of the folder. */
export function besideOf(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}.partial`);
}
