/**
 * Brings files of a working tree up to a commit that its branch is at already. Only what is as it was before is written:
 * what somebody has changed by hand stays.
 */
import { chmodSync, closeSync, fsyncSync, lstatSync, openSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileOid } from './git-object.ts';
import { writeAtomic } from './write-atomic.ts';

export interface FileToPlace {
  /** From the root of the working tree. */
  readonly path: string;
  /** Git's name of what lies there until now; undefined for nothing. */
  readonly before: string | undefined;
  /** Of what is to lie there; undefined for nothing. */
  readonly after: string | undefined;
  /** Of a program in a repository, which is more than an index. */
  readonly isExecutable?: boolean;
  /** Of what is to lie there. */
  readonly content: () => Promise<string | Uint8Array>;
}

/** Paths of files that are neither as they were nor as they are to be. */
export function changedByHand(top: string, files: readonly FileToPlace[]): readonly string[] {
  return files
    .filter(({ path, before, after }) => {
      const there = fileOid(join(top, path), (after ?? before) || '');
      return there !== before && there !== after;
    })
    .map(({ path }) => path);
}

/** In their order; doing it again changes nothing. */
export async function placeFiles(top: string, files: readonly FileToPlace[]): Promise<void> {
  const folders = new Set<string>();
  for (const { path, before, after, content, isExecutable = false } of files) {
    const target = join(top, path);
    if (after !== undefined && fileOid(target, after) === after) setExecutable(target, isExecutable);
    if (before === after || fileOid(target, (after ?? before) || '') !== before) continue;
    if (after === undefined) rmSync(target, { force: true });
    else {
      writeAtomic(target, await content());
      setExecutable(target, isExecutable);
    }
    folders.add(dirname(target));
  }
  for (const folder of folders) syncFolder(folder);
}

function setExecutable(path: string, isExecutable: boolean): void {
  const { mode } = lstatSync(path);
  if (((mode & 0o100) !== 0) !== isExecutable) chmodSync(path, isExecutable ? mode | 0o111 : mode & ~0o111);
}

/** A name that is not on the disk yet is gone after a loss of power, whatever of its file is there. */
function syncFolder(folder: string): void {
  // Windows opens no folders, and keeps names by itself.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
