/**
 * What the last build wrote into a folder, so that the next one rewrites only what differs. It lies in the cache,
 * not in the folder: file times are of one machine, and the output is the same on all.
 */
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../domain/finding.ts';
import { writeAtomic } from './write-atomic.ts';

export interface OutputLedger {
  /** Of everything that the build read; when it is the same, so is the output. */
  readonly inputs: string;
  /** Warnings and notes of that build, to be told again. */
  readonly findings: readonly Finding[];
  /** How many packages and versions it holds, to be told again. */
  readonly packageCount: number;
  readonly versionCount: number;
  /** Files that are written together: a hash over all of them, and their paths. */
  readonly groups: Readonly<Record<string, OutputGroup>>;
  /** Modification time of each folder: a file that came or went shows in it. */
  readonly folders: Readonly<Record<string, number>>;
}

export interface OutputGroup {
  readonly stamp: string;
  readonly paths: readonly string[];
}

export function ledgerPath(cacheDir: string, outDir: string): string {
  return join(cacheDir, `output-${createHash('sha256').update(outDir).digest('hex').slice(0, 24)}.json`);
}

/** Undefined when there is none, or when the folder is no longer as that build left it. */
export function readLedger(path: string, outDir: string): OutputLedger | undefined {
  let ledger: OutputLedger;
  try {
    ledger = JSON.parse(readFileSync(path, 'utf8')) as OutputLedger;
  } catch {
    return undefined;
  }
  const isAsLeft = Object.entries(ledger.folders).every(
    ([folder, modifiedMs]) => statSync(outDir + folder, { throwIfNoEntry: false })?.mtimeMs === modifiedMs,
  );
  return isAsLeft ? ledger : undefined;
}

export function writeLedger(path: string, ledger: OutputLedger): void {
  try {
    writeAtomic(path, JSON.stringify(ledger));
  } catch {
    // The next build then writes everything again.
  }
}

/** While files are being put in place there is no ledger: a build that is stopped half-way is not trusted. */
export function dropLedger(path: string): void {
  rmSync(path, { force: true });
}

/** Every folder that holds one of these paths, '' for the root, with its modification time. */
export function folderTimes(
  outDir: string,
  groups: Readonly<Record<string, OutputGroup>>,
): Record<string, number> {
  const times: Record<string, number> = {};
  const note = (folder: string): void => {
    if (folder in times) return;
    times[folder] = statSync(outDir + folder).mtimeMs;
    if (folder !== '') note(folderOf(folder));
  };
  note('');
  for (const { paths } of Object.values(groups)) for (const path of paths) note(folderOf(path));
  return times;
}

/** `a/b/` of `a/b/c` and of `a/b/c/`; '' at the top. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/', path.length - 2) + 1);
}
