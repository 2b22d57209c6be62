/**
 * A mark of the code that reads and renders: what an earlier version of it found or wrote is not to be trusted
 * by a later one, so every cache carries this mark.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCES = fileURLToPath(new URL('..', import.meta.url));

let known: string | undefined;

/** 16 hexadecimal digits; the same for the same sources on every machine. */
export function codeVersion(): string {
  known ??= hashOf(SOURCES);
  return known;
}

function hashOf(root: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !/^(?:gateway|cli|actions|site)[\\/]/.test(path))
    .sort();
  for (const path of files) hash.update(path).update(readFileSync(join(root, path)));
  hash.update(readFileSync(join(root, '../package-lock.json')));
  return hash.digest('hex').slice(0, 16);
}
