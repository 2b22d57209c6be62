/**
 * Builds the gallery twice, as two machines would: other folders, another time zone and language, other numbers of
 * threads, no cache. Every file must come out the same, byte for byte.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SHOWN = 20;

const folder = mkdtempSync(join(tmpdir(), 'pwshelf-reproducible-'));
try {
  const first = build('first', ROOT, { TZ: 'UTC', LANG: 'C.UTF-8' }, '0');
  mkdirSync(join(folder, 'elsewhere'));
  const second = build(
    'second/deeper',
    join(folder, 'elsewhere'),
    { TZ: 'Asia/Kolkata', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    '2',
  );
  const differences = [...new Set([...first.keys(), ...second.keys()])]
    .filter((path) => first.get(path) !== second.get(path))
    .sort();
  for (const path of differences.slice(0, SHOWN)) {
    const state = !first.has(path)
      ? 'only in the second'
      : !second.has(path)
        ? 'only in the first'
        : 'differs';
    process.stdout.write(`${state}: ${path}\n`);
  }
  process.stdout.write(
    differences.length === 0
      ? `two builds gave the same ${first.size} files\n`
      : `${differences.length} of ${first.size} files are not reproducible\n`,
  );
  process.exitCode = differences.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @returns the hash of every file, by its path */
function build(
  name: string,
  cwd: string,
  env: Record<string, string>,
  threads: string,
): ReadonlyMap<string, string> {
  const out = join(folder, name);
  const program = join(ROOT, 'scripts/pwshelf.ts');
  const args = ['build', '--index', join(ROOT, 'packages-index'), '--out', relative(cwd, out)];
  const options = ['--site-url', 'https://gallery.example/base/', '--threads', threads, '--no-cache'];
  const built = spawnSync(process.execPath, [program, ...args, ...options], {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  if (built.status !== 0) {
    // Only then: the progress of a build that went well would hide what differs.
    process.stdout.write(`${built.stdout}${built.stderr}`);
    throw new Error(`The ${name} build ended with ${built.signal ?? built.status ?? built.error}.`);
  }
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(out, path), createHash('sha256').update(readFileSync(path)).digest('hex')];
    }),
  );
}
