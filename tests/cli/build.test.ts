import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { runVerb } from '../support/run-verb.ts';
import { makeTempIndex, OWNER, writePackage } from '../support/temp-index.ts';

let index: string;
let folder: string;
let out: string;

beforeEach(async () => {
  ({ index, folder } = await makeTempIndex());
  out = join(folder, 'dist');
  await publish({ nuspec: '1.0.0' });
  await publish({ id: 'Other.Tools' });
});

async function publish(parts: Parameters<typeof writePackage>[1]) {
  const file = await writePackage(folder, parts);
  const run = await runVerb('publish', file, '--index', index, '--as', OWNER, '--no-cache');
  if (run.code !== 0) throw new Error(run.err);
}

const build = (...words: readonly string[]) =>
  runVerb(
    'build',
    '--index',
    index,
    '--out',
    out,
    '--no-site',
    '--cache',
    join(folder, 'cache'),
    '--json',
    ...words,
  );

/** As if everything in the index had been there for an hour: young files are not trusted by their time. */
function settle(): void {
  const hourAgo = new Date(Date.now() - 3_600_000);
  for (const path of readdirSync(index, { recursive: true, encoding: 'utf8' }))
    utimesSync(join(index, path), hourAgo, hourAgo);
}

const leaf = () => join(out, 'v3/registration/sample.tools/index.json');

describe('build', () => {
  it('writes the feeds', async () => {
    const run = await build('--site-url', 'https://host.example/repo');
    expect(JSON.parse(run.out)).toMatchObject({
      kind: 'built',
      packageCount: 2,
      versionCount: 2,
      findings: [],
    });
    expect(readFileSync(join(out, 'v3/index.json'), 'utf8')).toContain(
      'https://host.example/repo/v3/flatcontainer/',
    );
    expect(readFileSync(join(out, 'v3/flatcontainer/sample.tools/1.0.0/sample.tools.1.0.0.nupkg'))).toEqual(
      readFileSync(join(index, 'blobs/Sample.Tools.1.0.0.nupkg')),
    );
    expect(existsSync(join(out, '.nojekyll'))).toBe(true);
  });

  it('does nothing when nothing changed, and tells the same of it', async () => {
    settle();
    await build();
    const before = statSync(leaf()).mtimeMs;
    const again = await build();
    expect(JSON.parse(again.out)).toMatchObject({ kind: 'unchanged', packageCount: 2, versionCount: 2 });
    expect(statSync(leaf()).mtimeMs).toBe(before);
  });

  it('writes what changed, and leaves the files of other packages alone', async () => {
    await build();
    const other = join(out, 'v3/registration/other.tools/index.json');
    const inode = statSync(other).ino;
    await publish({ nuspec: '1.1.0' });
    expect(JSON.parse((await build()).out)).toMatchObject({
      kind: 'built',
      versionCount: 3,
      removedCount: 0,
    });
    expect(readFileSync(leaf(), 'utf8')).toContain('1.1.0');
    expect(statSync(other).ino).toBe(inode);
  });

  it('gives the same files step by step as all at once', async () => {
    await build();
    await publish({ nuspec: '1.1.0' });
    await runVerb('unlist', 'Other.Tools', '--index', index, '--as', OWNER);
    await build();
    const stepwise = treeOf(out);
    out = join(folder, 'fresh');
    await build('--no-cache');
    expect(treeOf(out)).toEqual(stepwise);
  });

  it('takes away what is gone', async () => {
    await build();
    rmSync(join(index, 'packages/Other.Tools.yaml'));
    rmSync(join(index, 'blobs/Other.Tools.1.0.0.nupkg'));
    await build();
    expect(existsSync(join(out, 'v3/registration/other.tools'))).toBe(false);
    expect(existsSync(leaf())).toBe(true);
  });

  it('writes everything again when someone was at the output', async () => {
    settle();
    await build();
    rmSync(leaf());
    expect(JSON.parse((await build()).out).kind).toBe('built');
    expect(existsSync(leaf())).toBe(true);
  });

  it('writes nothing when there is an error, and tells all of them', async () => {
    await build();
    const before = treeOf(out);
    // As git does it: the old file goes, a new one comes. Blobs in dist/ are links to those of the index.
    rmSync(join(index, 'blobs/Sample.Tools.1.0.0.nupkg'));
    writeFileSync(join(index, 'blobs/Sample.Tools.1.0.0.nupkg'), 'broken');
    writeFileSync(join(index, 'packages/Bad.yaml'), 'id: [');
    writeFileSync(join(index, 'blobs/Stray.1.0.0.nupkg'), await writeBytes());
    const run = await build();
    expect(run.code).toBe(1);
    const codes = JSON.parse(run.out).findings.map(({ code }: { readonly code: string }) => code);
    expect(codes).toEqual(
      expect.arrayContaining([
        'ZIP_NOT_ZIP',
        'BLOB_HASH_MISMATCH',
        'BLOB_SIZE_MISMATCH',
        'YAML_SYNTAX',
        'BLOB_UNRECORDED',
      ]),
    );
    expect(treeOf(out)).toEqual(before);
  });

  it('never deletes a folder that it did not make', async () => {
    writeFileSync(join(folder, 'thesis.txt'), 'irreplaceable');
    const run = await runVerb('build', '--index', index, '--out', folder, '--no-site', '--no-cache');
    expect(run.code).toBe(2);
    expect(run.err).toContain('was not written by an earlier build');
    expect(readFileSync(join(folder, 'thesis.txt'), 'utf8')).toBe('irreplaceable');
  });

  it('notices a blob whose bytes changed while its time did not', async () => {
    settle();
    await build();
    const path = join(index, 'blobs/Sample.Tools.1.0.0.nupkg');
    const { atime, mtime } = statSync(path);
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.subarray(1));
    utimesSync(path, atime, mtime);
    expect((await build()).code).toBe(1);
  });

  it('comes out the same with threads', async () => {
    await build('--threads', '0', '--no-cache');
    const alone = treeOf(out);
    out = join(folder, 'threaded');
    await build('--threads', '2', '--no-cache');
    expect(treeOf(out)).toEqual(alone);
  });
});

async function writeBytes(): Promise<Uint8Array> {
  return readFileSync(await writePackage(folder, { id: 'Stray' }));
}

function treeOf(root: string): Readonly<Record<string, string>> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const pairs = files.map((entry) => {
    const path = join(entry.parentPath, entry.name);
    return [path.slice(root.length), readFileSync(path).toString('base64')] as const;
  });
  return Object.fromEntries(pairs.sort(([a], [b]) => (a < b ? -1 : 1)));
}
