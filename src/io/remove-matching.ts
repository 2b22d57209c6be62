/** Takes away files that were left behind, by the form of their names. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Whoever calls it keeps others from writing there. */
export function removeMatching(folder: string, pattern: RegExp): void {
  for (const name of namesIn(folder)) if (pattern.test(name)) rmSync(join(folder, name), { force: true });
}

/** None where there is no such folder, or it is one no more. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
