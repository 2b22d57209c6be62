/**
 * Golden files of rendered galleries: tests/galleries/<case>/expected holds every text file byte for byte, and
 * files.txt every address. To rewrite them after a wanted change, and read the difference before committing it:
 *
 *     UPDATE_GOLDENS=1 npx vitest run tests/feed/golden.test.ts
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import type { OutputFile } from '../../src/domain/output-file.ts';
import { alsoAt } from './static-site.ts';

const GALLERIES = join(import.meta.dirname, '..', 'galleries');
const LISTING = 'files.txt';

/** Fails on any difference, and on any file that is missing or should not be there. */
export function expectGolden(name: string, files: readonly OutputFile[]): void {
  const folder = join(GALLERIES, name, 'expected');
  const made = new Map([[LISTING, listing(files)]]);
  for (const file of files) if (file.kind === 'text') made.set(file.path, file.text);
  if (process.env.UPDATE_GOLDENS === '1') rewrite(folder, made);
  const expected = readTree(folder);
  expect([...made.keys()].sort()).toEqual([...expected.keys()].sort());
  for (const [path, text] of made) {
    expect(text, `${name}: ${path} differs from its golden file`).toBe(expected.get(path));
  }
}

/** Every address with what answers there, in code point order. */
function listing(files: readonly OutputFile[]): string {
  const lines = files.flatMap((file) => [
    `${file.path}${source(file)}`,
    ...alsoAt(file).map((path) => `${path} = ${file.path}`),
  ]);
  return `${lines.sort().join('\n')}\n`;
}

function source(file: OutputFile): string {
  switch (file.kind) {
    case 'text':
    case 'listing':
      return '';
    case 'bytes':
      return ` (${file.bytes.length} bytes)`;
    case 'blob':
      return ` < ${file.blobName}`;
    case 'blob-entry':
      return ` < ${file.blobName} / ${file.entry}`;
    default:
      return file satisfies never;
  }
}

function rewrite(folder: string, files: ReadonlyMap<string, string>): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function readTree(folder: string): ReadonlyMap<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  );
}
