import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { runVerb } from '../support/run-verb.ts';
import { makeTempIndex, OWNER, writePackage } from '../support/temp-index.ts';

let index: string;
let folder: string;
const ID = 'Sample.Tools';

beforeEach(async () => {
  ({ index, folder } = await makeTempIndex());
  const files = [
    await writePackage(folder, { nuspec: '1.0.0' }),
    await writePackage(folder, { nuspec: '1.1.0' }),
  ];
  const { code, err } = await runVerb('publish', ...files, '--index', index, '--as', OWNER, '--no-cache');
  if (code !== 0) throw new Error(err);
});

const verb = (...words: readonly string[]) => runVerb(...words, '--index', index, '--as', OWNER);
const record = () => readFileSync(join(index, `packages/${ID}.yaml`), 'utf8');
const listing = () =>
  [...record().matchAll(/version: (\S+)|listed: (\w+)/g)].map(([, version, listed]) => version ?? listed);

describe('unlist and relist', () => {
  it('change one version, in any spelling of id and number', async () => {
    expect((await verb('unlist', 'sample.tools', '1.0')).code).toBe(0);
    expect(listing()).toEqual(['1.0.0', 'false', '1.1.0']);
    expect((await verb('relist', ID, '1.0.0')).code).toBe(0);
    expect(listing()).toEqual(['1.0.0', '1.1.0']);
  });

  it('change every version without a number', async () => {
    await verb('unlist', ID);
    expect(listing()).toEqual(['1.0.0', 'false', '1.1.0', 'false']);
  });
});

it('deprecate and its undo change the record back and forth', async () => {
  const before = record();
  await verb('deprecate', ID, '--reason', 'legacy', '--message', 'Use the other.', '--replacement', ID);
  expect(record()).toContain(
    'deprecated:\n  reasons:\n    - Legacy\n  message: Use the other.\n  replacement: Sample.Tools\n',
  );
  await verb('deprecate', ID, '--undo');
  expect(record()).toBe(before);
});

it('owners lists, adds and takes away, but never the last', async () => {
  expect((await runVerb('owners', ID, '--index', index)).out).toBe('contoso\n');
  await verb('owners', ID, '--add', 'fabrikam');
  expect((await runVerb('owners', ID, '--index', index, '--json')).out).toContain('["contoso","fabrikam"]');
  const refused = await verb('owners', ID, '--remove', 'contoso', '--remove', 'fabrikam');
  expect(refused).toMatchObject({ code: 1 });
  expect(refused.err).toContain('PUBLISH_OWNER_LAST');
});

describe('remove', () => {
  const remove = (as: string) =>
    runVerb('remove', ID, '1.0.0', '--reason', 'Holds a key.', '--index', index, '--as', as);

  it('takes the blob away and keeps the number for ever', async () => {
    expect((await remove('maintainer')).code).toBe(0);
    expect(existsSync(join(index, `blobs/${ID}.1.0.0.nupkg`))).toBe(false);
    expect(record()).toMatch(
      /removed:\n {2}- version: 1\.0\.0\n {4}sha512: .{88}\n {4}removed: .*\n {4}by: maintainer\n {4}reason: Holds a key\.\n/,
    );
    const again = await verb('publish', join(folder, `${ID}.1.0.0.nupkg`));
    expect(again.code).toBe(1);
    expect(again.err).toContain('RECORD_VERSION_REMOVED');
    expect((await runVerb('check', '--index', index, '--no-cache')).code).toBe(0);
  });

  it('takes away a blob that is named as its version is spelled', async () => {
    const file = await writePackage(folder, { nuspec: '3.0', psd1: '3.0' });
    expect((await verb('publish', file)).code).toBe(0);
    const [normalized, spelled] = ['3.0.0', '3.0'].map((version) =>
      join(index, `blobs/${ID}.${version}.nupkg`),
    ) as [string, string];
    renameSync(normalized, spelled);
    expect((await runVerb('check', '--index', index, '--no-cache')).code).toBe(0);
    const words = ['remove', ID, '3.0', '--reason', 'A test.', '--index', index, '--as', 'maintainer'];
    expect((await runVerb(...words)).code).toBe(0);
    expect([normalized, spelled].filter((path) => existsSync(path))).toEqual([]);
    expect((await runVerb('check', '--index', index, '--no-cache')).code).toBe(0);
  });

  it('is not for owners of the package', async () => {
    expect(await remove(OWNER)).toMatchObject({ code: 1 });
    expect(existsSync(join(index, `blobs/${ID}.1.0.0.nupkg`))).toBe(true);
  });

  it('keeps the name with its owners even when no version is left', async () => {
    await remove('maintainer');
    await runVerb('remove', ID, '1.1.0', '--reason', 'Too.', '--index', index, '--as', 'maintainer');
    const file = await writePackage(folder, { nuspec: '2.0.0' });
    const stranger = await runVerb('publish', file, '--index', index, '--as', 'stranger', '--no-cache');
    expect(stranger.err).toContain('PUBLISH_NOT_OWNER');
    expect((await verb('publish', file)).code).toBe(0);
  });
});

it.each([
  [['unlist', 'No.Such'], 'PUBLISH_ID_UNKNOWN'],
  [['unlist', ID, '9.9.9'], 'PUBLISH_VERSION_UNKNOWN'],
])('%j is refused by %s, and nothing is written', async (words, code) => {
  const before = record();
  const run = await verb(...words);
  expect(run.code).toBe(1);
  expect(run.err).toContain(code);
  expect(run.err).toContain('Nothing was changed.');
  expect(record()).toBe(before);
});

it('refuses a stranger', async () => {
  const run = await runVerb('unlist', ID, '--index', index, '--as', 'stranger');
  expect(run).toMatchObject({ code: 1 });
  expect(run.err).toContain('PUBLISH_NOT_OWNER');
});

it('names an owner who maintains the gallery as well once', async () => {
  await verb('owners', ID, '--add', 'maintainer');
  const run = await runVerb('unlist', ID, '--index', index, '--as', 'stranger');
  expect(run.err.match(/maintainer/g)).toHaveLength(1);
});

it('writes nothing on a dry run', async () => {
  const before = record();
  const run = await verb('unlist', ID, '--dry-run', '--json');
  expect(run.code).toBe(0);
  expect(JSON.parse(run.out).record.versions[0].listed).toBe(false);
  expect(record()).toBe(before);
});
