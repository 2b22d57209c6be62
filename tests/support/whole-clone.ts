/** What must hold of a clone after kills, however many: nothing half, nothing twice, and no lock. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type PushClone, versionsIn } from './push-clone.ts';

/**
 * The pushes of a test are of versions `2.N.0-k`.
 * @returns the versions in its index
 */
export async function expectWholeClone(clone: PushClone): Promise<readonly string[]> {
  expect(clone.run('status', '--porcelain', '--ignored')).toBe('');
  const versions = await versionsIn(clone.indexDir);
  const commits = clone
    .run('log', '--format=%s')
    .split('\n')
    .filter((line) => /2\.\d+\.0-k/.test(line));
  expect(new Set(commits).size).toBe(commits.length);
  expect(versions.filter((item) => item.endsWith('-k'))).toHaveLength(commits.length);
  expect(readdirSync(join(clone.top, '.git')).filter((name) => /lock|pwshelf/.test(name))).toEqual([]);
  expect(clone.run('fsck', '--connectivity-only', '--no-dangling')).toBe('');
  return versions;
}
