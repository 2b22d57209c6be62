import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PublishingKey } from '../../src/domain/publishing-keys.ts';
import { publicKeyOf } from '../../src/publish/keys/ed25519.ts';
import { parseKeyText } from '../../src/publish/keys/key-text.ts';
import { parseSecretLines } from '../../src/publish/keys/secret-lines.ts';
import { readPublishingKeys } from '../../src/read/publishing-keys.ts';
import { runVerb, type VerbRun } from '../support/run-verb.ts';
import { makeTempIndex, OWNER, writePackage } from '../support/temp-index.ts';

let index: string;
let folder: string;
beforeEach(async () => {
  ({ index, folder } = await makeTempIndex());
});

const file = () => join(index, 'keys.yaml');
const keys = (...words: readonly string[]) => runVerb('keys', ...words, '--index', index);
const make = (...words: readonly string[]) =>
  keys('new', '--owner', OWNER, '--scope', 'push-new,push-version', '--ids', 'Contoso.*', ...words);
const stored = (): readonly PublishingKey[] =>
  readPublishingKeys(readFileSync(file(), 'utf8'), { file: 'keys.yaml' }).value?.keys ?? [];
const secretOf = (run: VerbRun): Buffer => {
  const read = parseKeyText(run.out);
  if (!read.ok) throw new Error(read.problem);
  return Buffer.from(read.value.bytes);
};
const spellings = (secret: Buffer) => [
  secret.toString('base64'),
  secret.toString('base64url'),
  secret.toString('hex'),
];
const daysBetween = ({ created, expires }: PublishingKey) =>
  (Date.parse(expires) - Date.parse(created)) / 86_400_000;

describe('keys new', () => {
  it('prints the secret alone on stdout, and the line for the secrets of the gallery on stderr', async () => {
    const run = await make();
    expect(run.code).toBe(0);
    expect(run.out).toMatch(/^psg_[A-Za-z0-9_-]{48}\n$/);
    const line = /^ {2}(\S+)$/m.exec(run.err)?.[1] ?? '';
    const { secrets, wrongLines } = parseSecretLines(line);
    expect(wrongLines).toEqual([]);
    expect([...secrets].map(([id, bytes]) => [id, Buffer.from(bytes)])).toEqual([
      ['contoso-1', secretOf(run)],
    ]);
    expect(run.err).toContain('PWSHELF_KEYS');
    expect(run.err).toContain('the only time');
  });

  it('keeps in the index what the key is for, and nothing of the secret', async () => {
    const run = await make('--days', '90');
    expect(stored()).toMatchObject([
      {
        id: 'contoso-1',
        owner: OWNER,
        kind: 'hmac',
        scopes: ['push-new', 'push-version'],
        ids: ['Contoso.*'],
      },
    ]);
    expect(stored().map(daysBetween)).toEqual([90]);
    for (const name of readdirSync(index, { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.yaml')) continue;
      for (const text of spellings(secretOf(run))) {
        expect(readFileSync(join(index, name), 'utf8')).not.toContain(text);
      }
    }
  });

  it('lasts a year unless told otherwise', async () => {
    await make();
    expect(stored().map(daysBetween)).toEqual([365]);
  });

  it('makes a key pair, whose private half is with the publisher alone', async () => {
    const run = await make('--kind', 'ed25519', '--id', 'nightly');
    expect(run.out).toMatch(/^pse_[A-Za-z0-9_-]{48}\n$/);
    const publicKey = Buffer.from(publicKeyOf(secretOf(run))).toString('base64');
    expect(stored()).toMatchObject([{ id: 'nightly', kind: 'ed25519', publicKey }]);
    expect(run.err).not.toContain('PWSHELF_KEYS');
    for (const text of spellings(secretOf(run))) expect(run.err).not.toContain(text);
  });

  it('makes a key for a gateway, of which keys.yaml has the hash of its text alone', async () => {
    const run = await make('--kind', 'bearer', '--id', 'ada');
    expect(run.code).toBe(0);
    expect(run.out).toMatch(/^psg_[A-Za-z0-9_-]{48}\n$/);
    const sha256 = createHash('sha256').update(run.out.trim()).digest('hex');
    expect(stored()).toMatchObject([{ id: 'ada', kind: 'bearer', sha256, ids: ['Contoso.*'] }]);
    expect(run.err).toContain('nothing of it belongs into PWSHELF_KEYS');
    expect(run.err).toContain('-NuGetApiKey KEY');
    expect(run.err).not.toContain('For reading');
    const yaml = readFileSync(file(), 'utf8');
    for (const text of [run.out.trim(), ...spellings(secretOf(run))]) {
      expect(run.err).not.toContain(text);
      expect(yaml).not.toContain(text);
    }
  });

  it('makes a key for reading alone, of all packages', async () => {
    const run = await keys('new', '--owner', OWNER, '--scope', 'read', '--kind', 'bearer');
    expect(run.code).toBe(0);
    expect(stored()).toMatchObject([{ kind: 'bearer', scopes: ['read'], ids: ['*'] }]);
    expect(run.err).toContain('For reading it is the password');
    expect(run.err).not.toContain('-NuGetApiKey');
  });

  it('never gives the same secret, nor the same name', async () => {
    const [first, second] = [await make(), await make()];
    expect(first.out).not.toBe(second.out);
    expect(stored().map(({ id }) => id)).toEqual(['contoso-1', 'contoso-2']);
  });

  it('writes and shows nothing on a dry run', async () => {
    const run = await make('--dry-run');
    expect(run).toMatchObject({ code: 0, out: '' });
    expect(run.err).toBe(
      'would have made the key contoso-1 for contoso: push-new, push-version of Contoso.*, until ' +
        `${/until (\S+)/.exec(run.err)?.[1]}\n`,
    );
    expect(existsSync(file())).toBe(false);
  });

  it.each([
    [['new', '--scope', 'unlist', '--ids', '*'], 'keys new needs --owner'],
    [['new', '--owner', 'contoso', '--ids', '*'], 'keys new needs --scope'],
    [['new', '--owner', 'contoso', '--scope', 'unlist'], 'keys new needs --ids'],
    [
      ['new', '--owner', 'con toso', '--scope', 'unlist', '--ids', '*'],
      '--owner: a GitHub login is expected',
    ],
    [['new', '--owner', 'contoso', '--scope', 'publish', '--ids', '*'], '--scope: '],
    [['new', '--owner', 'contoso', '--scope', ',', '--ids', '*'], '--scope: '],
    [['new', '--owner', 'contoso', '--scope', 'unlist', '--ids', '?'], '--ids: an id, or a pattern'],
    [
      ['new', '--owner', 'contoso', '--scope', 'unlist', '--ids', '*', '--days', '366'],
      '--days is a number of days, 1 to 365',
    ],
    [['new', '--owner', 'contoso', '--scope', 'unlist', '--ids', '*', '--days', '0'], '--days is'],
    [['new', '--owner', 'contoso', '--scope', 'unlist', '--ids', '*', '--days', '1.5'], '--days is'],
    [
      ['new', '--owner', 'contoso', '--scope', 'unlist', '--ids', '*', '--kind', 'rsa'],
      '--kind is hmac, ed25519 or bearer',
    ],
    [['new', '--owner', 'contoso', '--scope', 'read', '--ids', '*'], '--scope: '],
    [
      ['new', '--owner', 'contoso', '--scope', 'read', '--ids', 'Contoso.*', '--kind', 'bearer'],
      "--ids: ['*'] is expected",
    ],
    [['new', '--owner', 'contoso', '--scope', 'read,unlist', '--kind', 'bearer'], 'keys new needs --ids'],
    [['new', '--owner', 'contoso', '--scope', 'unlist', '--ids', '*', '--id', 'A B'], '--id: lower-case'],
    [
      ['new', '--owner', 'contoso', '--scope', 'unlist', '--ids', '*', '--json'],
      'keys new does not know --json',
    ],
    [['new', 'contoso'], 'keys new takes no operand'],
    [['revoke'], 'keys revoke takes the ID of a key'],
    [['rotate', 'x', '--owner', 'contoso'], 'keys rotate does not know --owner'],
    [['list', '--days', '3'], 'keys list does not know --days'],
    [['show'], 'keys knows new, list, revoke, rotate'],
    [['constructor'], 'keys knows new, list, revoke, rotate'],
    [[], 'keys takes new | list'],
    [['revoke', 'unknown'], 'keys.yaml has no key unknown'],
    [['rotate', 'unknown'], 'keys.yaml has no key unknown'],
  ])('%j could not be run, says why, and writes nothing', async (words, message) => {
    const run = await keys(...words);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toContain(message);
    expect(existsSync(file())).toBe(false);
  });

  it('does not take the name of another key', async () => {
    await make('--id', 'nightly');
    const before = readFileSync(file(), 'utf8');
    const run = await make('--id', 'nightly');
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toContain('there is a key nightly already');
    expect(readFileSync(file(), 'utf8')).toBe(before);
  });
});

describe('keys list', () => {
  it('tells of each key its state, and of workflows that publish without one', async () => {
    await make('--days', '10');
    await make('--id', 'nightly', '--kind', 'ed25519');
    await keys('revoke', 'nightly');
    const workflow =
      'workflows:\n  - owner: contoso\n    repository: contoso/tools\n    repositoryId: 1\n' +
      '    workflow: .github/workflows/release.yml\n    scopes: [push-version]\n    ids: [Contoso.Tools]\n';
    writeFileSync(file(), readFileSync(file(), 'utf8') + workflow);
    const { out, code } = await keys('list');
    expect(code).toBe(0);
    const rows = out
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/ {2,}/));
    expect(rows).toEqual([
      [
        'contoso-1',
        'contoso',
        'hmac',
        'push-new,push-version',
        'Contoso.*',
        expect.stringMatching(/^active, expires in (?:9|10) days$/),
      ],
      [
        'nightly',
        'contoso',
        'ed25519',
        'push-new,push-version',
        'Contoso.*',
        expect.stringMatching(/^revoked on /),
      ],
      [
        'contoso/tools',
        'contoso',
        'keyless',
        'push-version',
        'Contoso.Tools',
        '.github/workflows/release.yml@*',
      ],
    ]);
    const json = JSON.parse((await keys('list', '--json')).out);
    expect(json.keys.map(({ id, state }: { id: string; state: string }) => [id, state])).toEqual([
      ['contoso-1', 'active'],
      ['nightly', 'revoked'],
    ]);
    expect(json.workflows).toHaveLength(1);
  });

  it('says so when there are none', async () => {
    expect(await keys('list')).toMatchObject({ code: 0, out: '' });
    expect(JSON.parse((await keys('list', '--json')).out)).toEqual({ keys: [], workflows: [] });
  });

  it('tells what is wrong with the file', async () => {
    writeFileSync(file(), 'keys:\n  - id: x\n');
    const run = await keys('list');
    expect(run).toMatchObject({ code: 1, out: '' });
    expect(run.err).toContain('YAML_SCHEMA');
  });
});

describe('keys revoke', () => {
  it('ends a key, and leaves one that has ended as it is', async () => {
    await make();
    const run = await keys('revoke', 'contoso-1');
    expect(run).toMatchObject({ code: 0, out: '' });
    expect(run.err).toContain('Take the line of contoso-1 out of the secret PWSHELF_KEYS');
    const before = readFileSync(file(), 'utf8');
    expect(stored()[0]?.revoked).toMatch(/^20\d\d-/);
    expect((await keys('revoke', 'contoso-1')).err).toContain('left contoso-1 as it is');
    expect(readFileSync(file(), 'utf8')).toBe(before);
  });

  it('changes nothing on a dry run', async () => {
    await make();
    const before = readFileSync(file(), 'utf8');
    expect((await keys('revoke', 'contoso-1', '--dry-run')).err).toBe('would have revoked contoso-1\n');
    expect(readFileSync(file(), 'utf8')).toBe(before);
  });
});

describe('keys rotate', () => {
  it('makes another key for a gateway, and says nothing of PWSHELF_KEYS when it revokes one', async () => {
    await make('--kind', 'bearer');
    const run = await keys('rotate', 'contoso-1');
    expect(run.code).toBe(0);
    const [old, next] = stored();
    const sha256 = createHash('sha256').update(run.out.trim()).digest('hex');
    expect(next).toMatchObject({ id: 'contoso-2', kind: 'bearer', sha256, scopes: old?.scopes });
    expect(old).not.toMatchObject({ sha256 });
    expect((await keys('revoke', 'contoso-2')).err).not.toContain('PWSHELF_KEYS');
    expect((await keys('list')).out).toMatch(/^contoso-2 +contoso +bearer +push-new,push-version .*revoked/m);
  });

  it('makes a key for the same, and lets the old one count for a week', async () => {
    const first = await make('--days', '90');
    const run = await keys('rotate', 'contoso-1');
    expect(run.code).toBe(0);
    expect(secretOf(run)).not.toEqual(secretOf(first));
    const [old, next] = stored();
    expect(next).toMatchObject({ id: 'contoso-2', owner: OWNER, kind: 'hmac', ids: ['Contoso.*'] });
    expect(next && daysBetween(next)).toBe(90);
    expect(Date.parse(old?.expires ?? '') - Date.parse(next?.created ?? '')).toBe(7 * 86_400_000);
    expect(old?.revoked).toBeUndefined();
  });

  it('never lets the old one count longer than before', async () => {
    await make('--days', '3');
    const [before] = stored();
    await keys('rotate', 'contoso-1', '--grace-days', '30');
    expect(stored()[0]).toEqual(before);
  });

  it('revokes the old one at once when asked to, keeps its kind, and takes a name and a life', async () => {
    await make('--kind', 'ed25519');
    await keys('rotate', 'contoso-1', '--grace-days', '0', '--id', 'nightly', '--days', '30');
    const [old, next] = stored();
    expect(old?.revoked).toBe(next?.created);
    expect(next).toMatchObject({ id: 'nightly', kind: 'ed25519' });
    expect(next && daysBetween(next)).toBe(30);
    const again = await keys('rotate', 'contoso-1');
    expect(again).toMatchObject({ code: 2, out: '' });
    expect(again.err).toContain('The key contoso-1 is revoked');
  });
});

describe('a keys.yaml that is wrong', () => {
  it('keeps the index from being checked, built and changed', async () => {
    writeFileSync(file(), 'keys:\n  - id: x\n    secret: psg_canary\n');
    const out = join(folder, 'dist');
    for (const run of [
      await runVerb('check', '--index', index, '--no-cache'),
      await runVerb('build', '--index', index, '--out', out, '--no-site', '--no-cache'),
      await make(),
      await keys('revoke', 'x'),
    ]) {
      expect(run).toMatchObject({ code: 1, out: '' });
      expect(run.err).toContain('YAML_SCHEMA');
      expect(run.err).toContain('keys.yaml');
      expect(run.err).not.toContain('psg_canary');
    }
    expect(existsSync(out)).toBe(false);
    expect(readFileSync(file(), 'utf8')).toBe('keys:\n  - id: x\n    secret: psg_canary\n');
  });
});

it('serves nothing of the keys', async () => {
  const path = await writePackage(folder, { id: 'Contoso.Tools' });
  await runVerb('publish', path, '--index', index, '--as', OWNER, '--no-cache');
  await make('--id', 'canary-key', '--kind', 'ed25519');
  const [key] = stored();
  const publicKey = key?.kind === 'ed25519' ? key.publicKey : '';
  expect(publicKey).not.toBe('');
  const out = join(folder, 'dist');
  const build = await runVerb('build', '--index', index, '--out', out, '--no-site', '--no-cache');
  expect(build.code).toBe(0);
  for (const name of readdirSync(out, { recursive: true, encoding: 'utf8', withFileTypes: true })) {
    if (!name.isFile()) continue;
    expect(name.name).not.toContain('keys');
    const text = readFileSync(join(name.parentPath, name.name), 'latin1');
    expect(text).not.toContain('canary-key');
    expect(text).not.toContain(publicKey);
  }
});

it('is looked at again when nothing else of the index has changed', async () => {
  const path = await writePackage(folder, { id: 'Contoso.Tools' });
  await runVerb('publish', path, '--index', index, '--as', OWNER, '--no-cache');
  const build = () =>
    runVerb(
      'build',
      ...['--index', index, '--out', join(folder, 'dist'), '--cache', join(folder, 'cache'), '--no-site'],
    );
  expect((await build()).code).toBe(0);
  writeFileSync(file(), 'keys: true\n');
  const run = await build();
  expect(run.code).toBe(1);
  expect(run.err).toContain('YAML_SCHEMA');
});
