/** Files that are either the old ones or whole new ones, never half-written. */
import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
    // A rename would replace what another process wrote in the meantime; a link refuses.
    linkSync(aside, path);
  } finally {
    rmSync(aside, { force: true });
  }
}

/** A name for a file that is to become this one; hidden, so that nobody takes it for a file of the folder. */
export function besideOf(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}.partial`);
}

/** Takes away what processes that were killed have left in a folder; whoever calls it keeps others from writing there. */
export function removePartial(folder: string): void {
  for (const name of namesIn(folder))
    if (/^\..+\.[0-9a-f]{8}\.partial$/.test(name)) rmSync(join(folder, name), { force: true });
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // It is not there yet.
    return [];
  }
}
