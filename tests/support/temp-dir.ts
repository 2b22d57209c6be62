/** A folder for one test, removed when the test is over. */
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** The absolute path, without links, of a new empty folder. Call it inside a running test. */
export async function makeTempDir(): Promise<string> {
  const path = await makeLastingTempDir();
  onTestFinished(() => removeTempDir(path));
  return path;
}

/** The same for several tests: whoever makes it in beforeAll removes it in afterAll. */
export async function makeLastingTempDir(): Promise<string> {
  return realpath(await mkdtemp(join(tmpdir(), 'pwshelf-test-')));
}

export async function removeTempDir(path: string): Promise<void> {
  // A client that was stopped may still be writing its cache for a moment.
  await rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** Writes a tree of small files given as `{ 'a/b.txt': 'text' }`. */
export async function writeTree(
  root: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const target = join(root, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
}
