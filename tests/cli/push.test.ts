import { execFile } from 'node:child_process';
import { createHash, generateKeyPairSync, randomBytes, verify } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { runCommandLine } from '../../src/cli/main.ts';
import { makePushVerb } from '../../src/cli/push.ts';
import { type PublishRequest, publishRequestSchema } from '../../src/domain/publish-request.ts';
import { formatKeyText } from '../../src/publish/keys/key-text.ts';
import { makeBareRepository } from '../support/bare-repository.ts';
import { PROJECT_ROOT } from '../support/clients.ts';
import type { FakeDispatch, TokenPermissions } from '../support/fake-github/state.ts';
import { startFakeGitHub } from '../support/fake-github.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { writePackage } from '../support/temp-index.ts';

const TOKEN = 'ghp_0123456789SECRETtoken';
const SECRET = Buffer.from('0123456789abcdefghijklmnopqrstuv');
const KEY = formatKeyText({ kind: 'hmac', bytes: SECRET });
const SETTINGS = `title: Contoso
description: Tools.
siteUrl: https://gallery.contoso.example/
repository: contoso/gallery
owners: [octocat]
`;
const REFUSAL = {
  code: 'KEY_REFUSED',
  message: 'The specified API key is invalid or does not have permission to access the specified package.',
  remedy: 'Ask the maintainers.\u001b[2J',
};

async function makeWorld(permissions: TokenPermissions = { contents: 'write' }) {
  const repository = await makeBareRepository();
  repository.commit('refs/heads/main', { 'packages-index/gallery.yaml': SETTINGS });
  const fake = await startFakeGitHub({ gitDir: repository.gitDir });
  onTestFinished(fake.close);
  onTestFinished(() => void vi.unstubAllEnvs());
  fake.addToken(TOKEN, permissions);
  for (const name of ['GITHUB_TOKEN', 'GH_TOKEN', 'GITHUB_OUTPUT', 'GITHUB_REPOSITORY', 'GITHUB_REF_TYPE'])
    vi.stubEnv(name, undefined);
  vi.stubEnv('GITHUB_ACTIONS', undefined);
  vi.stubEnv('GITHUB_API_URL', fake.apiUrl);
  vi.stubEnv('GITHUB_TOKEN', TOKEN);
  vi.stubEnv('PWSHELF_KEY', KEY);
  const folder = await makeTempDir();

  /** Answers one after the other, as the workflow of the gallery would. */
  const answerWith = (...answers: readonly object[]) => {
    fake.state.onEvent = ({ payload }) => {
      const { request, id, version } = payload as unknown as PublishRequest;
      const at = '2026-05-01T12:00:00Z';
      for (const [index, answer] of answers.entries()) {
        const json = JSON.stringify({ request, id, version, status: 201, at, ...answer });
        setTimeout(
          () => repository.commit('refs/heads/pwshelf-publishes', { [`${request}.json`]: json }),
          index * 60,
        );
      }
    };
  };
  const sent = (): PublishRequest => publishRequestSchema.parse(fake.state.events.at(-1)?.payload);
  const written = () => fake.requests.filter(({ method }) => method !== 'GET');
  return { repository, fake, folder, answerWith, sent, written };
}

async function push(...words: readonly string[]) {
  let out = '';
  let err = '';
  const progress: string[] = [];
  const all = ['push', ...words, '--gallery', 'contoso/gallery'];
  const code = await runCommandLine(
    all,
    { push: async () => makePushVerb(10) },
    {
      out: (text) => {
        out += text;
      },
      say: (line) => {
        err += `${line}\n`;
      },
      progress: (line, isLast) => {
        if (isLast) progress.push(line);
      },
      outStyle: { isColoured: false },
      errStyle: { isColoured: false },
    },
  );
  for (const text of [out, err, ...progress]) expect(text).not.toMatch(CANARIES);
  return { code, out, err, progress };
}

const CANARIES = new RegExp(
  [
    KEY,
    TOKEN,
    SECRET.toString('latin1'),
    SECRET.toString('base64').replace(/=+$/, ''),
    SECRET.toString('hex'),
  ]
    .map((text) => text.replace(/[+/]/g, '\\$&'))
    .join('|'),
);

const KEYED = ['--key-id', 'ci'];

/** RFC 2104 and the format of publish-request.ts, written down a second time. */
function expectedProof(secret: Buffer, asked: PublishRequest): string {
  const sha256 = (...parts: readonly Uint8Array[]) =>
    createHash('sha256').update(Buffer.concat(parts)).digest();
  const block = Buffer.alloc(64);
  secret.copy(block);
  const pad = (byte: number) => block.map((one) => one ^ byte);
  const inner = sha256(pad(0x36), Buffer.from(textOf(asked)));
  return sha256(pad(0x5c), inner).toString('base64');
}

function textOf({ action, id, version, sha512 = '', expires, request }: PublishRequest): string {
  return `pwshelf-request-v1\ncontoso/gallery\n${action}\n${id}\n${version}\n${sha512}\n${expires}\n${request}`;
}

describe('push', () => {
  it('sends a small package in a signed request, and waits until it is live', async () => {
    const { fake, folder, answerWith, sent } = await makeWorld();
    answerWith(
      { state: 'received', run: 'https://github.com/contoso/gallery/actions/runs/1' },
      { state: 'published' },
      { state: 'live' },
    );
    const file = await writePackage(folder);
    const { code, err, progress } = await push(file, ...KEYED);
    expect(code, err).toBe(0);
    expect(err).toContain(
      'Sample.Tools 1.0.0 is live: https://gallery.contoso.example/packages/Sample.Tools/1.0.0/',
    );
    expect(progress.at(-1)).toMatch(/^live/);

    const bytes = readFileSync(file);
    const asked = sent();
    expect(asked).toMatchObject({
      action: 'publish',
      id: 'Sample.Tools',
      version: '1.0.0',
      sha512: createHash('sha512').update(bytes).digest('hex'),
      content: bytes.toString('base64'),
      keyId: 'ci',
    });
    expect(asked.proof).toBe(expectedProof(SECRET, asked));
    const aheadMs = Date.parse(asked.expires) - Date.now();
    expect(aheadMs).toBeGreaterThan(3500_000);
    expect(aheadMs).toBeLessThanOrEqual(3600_000);
    expect(fake.state.events.map(({ eventType }) => eventType)).toEqual(['pwshelf-publish']);
    expect(JSON.stringify(fake.requests)).not.toMatch(CANARIES);
  });

  it('chooses another request each time', async () => {
    const { fake, folder } = await makeWorld();
    const file = await writePackage(folder);
    for (const _ of [1, 2]) expect((await push(file, ...KEYED, '--no-wait')).code).toBe(0);
    const [first, second] = fake.state.events.map(({ payload }) => payload['request']);
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(second).not.toBe(first);
  });

  it('signs with an Ed25519 key of which the gallery knows the public half', async () => {
    const { folder, sent } = await makeWorld();
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const pem = String(privateKey.export({ format: 'pem', type: 'pkcs8' }));
    vi.stubEnv('PWSHELF_KEY', pem);
    const { code, err } = await push(await writePackage(folder), ...KEYED, '--no-wait');
    expect(code, err).toBe(0);
    const asked = sent();
    expect(verify(null, Buffer.from(textOf(asked)), publicKey, Buffer.from(asked.proof, 'base64'))).toBe(
      true,
    );
  });

  it('packs a module folder first', async () => {
    const { folder, sent } = await makeWorld();
    const module = join(folder, 'Contoso.Tools');
    mkdirSync(module);
    writeFileSync(
      join(module, 'Contoso.Tools.psd1'),
      `@{ ModuleVersion = '1.2.0'; GUID = '0cde7b1a-3a4b-4d2a-8a3a-0e6d3f4d2c11'; Author = 'Contoso'; Description = 'Tools.'
        PrivateData = @{ PSData = @{ LicenseUri = 'https://example.org/license' } } }`,
    );
    const { code, err } = await push(module, ...KEYED, '--no-wait');
    expect(code, err).toBe(0);
    expect(sent()).toMatchObject({ id: 'Contoso.Tools', version: '1.2.0' });
  });

  it('tells what the gallery refused, with what to do, and sends nothing of it to the terminal', async () => {
    const { folder, answerWith } = await makeWorld();
    answerWith({ state: 'refused', status: 403, findings: [REFUSAL] });
    const { code, err } = await push(await writePackage(folder), ...KEYED);
    expect(code).toBe(1);
    expect(err).toContain(`error: ${REFUSAL.message} KEY_REFUSED\n  → Ask the maintainers.\\u{1b}[2J`);
    expect(err).toContain('Sample.Tools 1.0.0 was refused (403).');
  });

  it('lets no answer give commands to the runner of GitHub Actions', async () => {
    const { folder, answerWith } = await makeWorld();
    vi.stubEnv('GITHUB_ACTIONS', 'true');
    const message = 'No.\n::stop-commands::x\n  ::error::y';
    const run = 'https://x.example/\n::error::z';
    answerWith({
      state: 'refused',
      status: 400,
      run,
      findings: [{ code: 'A,b=c::d', message, remedy: message }],
    });
    const { err, progress } = await push(await writePackage(folder), ...KEYED);
    const commands = [err, ...progress]
      .join('\n')
      .split('\n')
      .filter((line) => /^\s*::/.test(line));
    expect(commands).toEqual([
      '::error title=A%2Cb=c%3A%3Ad::No.%0A::stop-commands::x%0A  ::error::y No.%0A::stop-commands::x%0A  ::error::y',
    ]);
  });

  it.each([
    ['what is no JSON', () => '{'],
    ['a state that is none', (request: string) => JSON.stringify({ request, state: 'done' })],
    [
      'the answer to another request',
      () =>
        JSON.stringify({
          request: 'f'.repeat(32),
          state: 'live',
          status: 201,
          id: 'a',
          version: '1',
          at: '',
        }),
    ],
  ])('does not take %s for an answer', async (_, write) => {
    const { repository, fake, folder } = await makeWorld();
    fake.state.onEvent = ({ payload }) => {
      const request = String(payload['request']);
      repository.commit('refs/heads/pwshelf-publishes', { [`${request}.json`]: write(request) });
    };
    const { code, err } = await push(await writePackage(folder), ...KEYED);
    expect(code).toBe(2);
    expect(err).toContain('is no answer to this request that can be read');
  });

  it('gives the same as JSON, and as outputs of a step', async () => {
    const { folder, answerWith, sent } = await makeWorld();
    const output = join(folder, 'output');
    vi.stubEnv('GITHUB_OUTPUT', output);
    answerWith({ state: 'refused', status: 409, findings: [REFUSAL] });
    const { code, out } = await push(await writePackage(folder), ...KEYED, '--json');
    expect(code).toBe(1);
    const url = 'https://gallery.contoso.example/packages/Sample.Tools/1.0.0/';
    expect(JSON.parse(out)).toMatchObject({
      state: 'refused',
      status: 409,
      request: sent().request,
      url,
      findings: [REFUSAL],
    });
    expect(readFileSync(output, 'utf8')).toBe(`state=refused\nurl=${url}\nrequest=${sent().request}\n`);
  });

  it('ends with 2 when the answer does not come in time, and says where it will be', async () => {
    const { fake, folder, answerWith, sent } = await makeWorld();
    answerWith({ state: 'received' });
    const { code, err } = await push(await writePackage(folder), ...KEYED, '--timeout', '20');
    expect(code).toBe(2);
    expect(err).toContain('it is received, and no more is known after 20 seconds.');
    expect(err).toContain(`https://github.com/contoso/gallery/blob/pwshelf-publishes/${sent().request}.json`);
    const looks = fake.requests.filter(({ path }) => path.endsWith('.json'));
    expect(looks.length).toBeLessThan(6);
  });

  it('forgives GitHub that it fails while it is asked for the answer, or hides that it took the request', async () => {
    const { fake, folder, answerWith } = await makeWorld();
    answerWith({ state: 'live' });
    fake.failNext({ status: 502, method: 'POST', path: /dispatches$/, isCarriedOut: true });
    fake.failNext({ status: 503, path: /\.json$/, times: 4 });
    const { code, err } = await push(await writePackage(folder), ...KEYED);
    expect(code, err).toBe(0);
    expect(err).toContain('Whether it took the request all the same will show.');
    expect(fake.state.events).toHaveLength(1);
  });

  it('waits for no more than is wanted', async () => {
    const { folder, answerWith } = await makeWorld();
    answerWith({ state: 'published' });
    const { code, err } = await push(await writePackage(folder), ...KEYED, '--no-wait-live');
    expect(code, err).toBe(0);
    expect(err).toContain('Sample.Tools 1.0.0 is published');
  });

  it('unlists and relists by the same way, without a package', async () => {
    const { answerWith, sent } = await makeWorld();
    answerWith({ state: 'live', status: 200 });
    for (const action of ['unlist', 'relist'] as const) {
      const { code, err } = await push(`--${action}`, 'Sample.Tools', '1.0.0', ...KEYED);
      expect(code, err).toBe(0);
      expect(err).toContain(`Sample.Tools 1.0.0 is ${action}ed`);
      const asked = sent();
      expect(asked).toMatchObject({ action, id: 'Sample.Tools', version: '1.0.0', keyId: 'ci' });
      expect(asked.sha512 ?? asked.url ?? asked.content).toBeUndefined();
      expect(asked.proof).toBe(expectedProof(SECRET, asked));
    }
  });
});

describe('push of what is larger than a request', () => {
  const writeLarge = (folder: string) =>
    writePackage(folder, { files: [{ name: 'data.bin', data: randomBytes(50_000) }] });

  it('puts it on a release of one\u2019s own repository, and sends its address', async () => {
    const { fake, folder, sent } = await makeWorld();
    vi.stubEnv('GITHUB_REPOSITORY', 'contoso/gallery');
    const file = await writeLarge(folder);
    const { code, err } = await push(file, ...KEYED, '--no-wait', '--tag', 'v1.0.0');
    expect(code, err).toBe(0);
    const [release] = fake.state.releases;
    expect(release?.tag).toBe('v1.0.0');
    expect(release?.assets[0]?.bytes.equals(readFileSync(file))).toBe(true);
    expect(sent().url).toBe(
      'https://github.com/contoso/gallery/releases/download/v1.0.0/Sample.Tools.1.0.0.nupkg',
    );
    expect(sent().content).toBeUndefined();
    expect(JSON.stringify(fake.requests)).not.toMatch(CANARIES);
  });

  it('takes up a release and a file that are there, and replaces no other file', async () => {
    const { fake, folder } = await makeWorld();
    vi.stubEnv('GITHUB_REPOSITORY', 'contoso/gallery');
    vi.stubEnv('GITHUB_REF_TYPE', 'tag');
    vi.stubEnv('GITHUB_REF_NAME', 'v1.0.0');
    const file = await writeLarge(folder);
    for (const _ of [1, 2]) expect((await push(file, ...KEYED, '--no-wait')).code).toBe(0);
    expect(fake.state.releases).toHaveLength(1);
    expect(fake.state.releases[0]?.assets).toHaveLength(1);
    await writeLarge(folder);
    const { code, err } = await push(file, ...KEYED, '--no-wait');
    expect(code).toBe(2);
    expect(err).toContain('has another Sample.Tools.1.0.0.nupkg already');
    expect(fake.state.events).toHaveLength(2);
  });

  it('replaces what an upload that broke off has left', async () => {
    const { fake, folder } = await makeWorld();
    const broken = {
      id: 1,
      name: 'Sample.Tools.1.0.0.nupkg',
      bytes: Buffer.alloc(0),
      state: 'starter',
    } as const;
    fake.state.releases.push({ id: 5, tag: 'v1', isDraft: false, isImmutable: false, assets: [broken] });
    const words = ['--release-repository', 'contoso/gallery', '--tag', 'v1'];
    const { code, err } = await push(await writeLarge(folder), ...KEYED, '--no-wait', ...words);
    expect(code, err).toBe(0);
    expect(fake.state.releases[0]?.assets.map(({ state }) => state)).toEqual(['uploaded']);
  });

  it('sends the address that is given', async () => {
    const { fake, folder, sent } = await makeWorld();
    const url = 'https://files.contoso.example/Sample.Tools.nupkg';
    expect((await push(await writeLarge(folder), ...KEYED, '--no-wait', '--url', url)).code).toBe(0);
    expect(sent().url).toBe(url);
    expect(fake.state.releases).toEqual([]);
  });

  it.each([
    [[], 'too many to send along'],
    [['--url', 'http://files.contoso.example/a.nupkg'], '--url takes an https address'],
    [['--url', 'https://me:pass@files.contoso.example/a.nupkg'], 'holds a password'],
  ])('sends nothing when there is no place for it: %j', async (words, message) => {
    const { folder, written } = await makeWorld();
    const { code, err } = await push(await writeLarge(folder), ...KEYED, ...words);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err).not.toContain('me:pass');
    expect(written()).toEqual([]);
  });

  it('puts nothing on a release that the gallery cannot fetch from', async () => {
    const { fake, folder, written } = await makeWorld();
    fake.settings.visibility = 'private';
    const words = ['--release-repository', 'contoso/gallery', '--tag', 'v1'];
    const { code, err } = await push(await writeLarge(folder), ...KEYED, ...words);
    expect(code).toBe(2);
    expect(err).toContain('contoso/gallery is not public');
    expect(written()).toEqual([]);
  });
});

describe('push without a key', () => {
  const writeBundle = (
    folder: string,
    text = '{"mediaType":"application/vnd.dev.sigstore.bundle.v0.3+json"}',
  ) => {
    const file = join(folder, 'bundle.json');
    writeFileSync(file, `${text}\n`);
    return file;
  };

  it('sends the bundle as it is', async () => {
    const { folder, sent } = await makeWorld();
    vi.stubEnv('PWSHELF_KEY', undefined);
    const file = writeBundle(folder);
    const words = ['--keyless', '--bundle', file, '--no-wait'];
    const { code, err } = await push(await writePackage(folder), ...words);
    expect(code, err).toBe(0);
    expect(sent().proof).toBe(readFileSync(file, 'utf8').trim());
    expect(sent().keyId).toBeUndefined();
  });

  it('says how a bundle is made, and what is none', async () => {
    const { folder, written } = await makeWorld();
    const file = await writePackage(folder);
    const without = await push(file, '--keyless');
    expect(without.err).toContain('actions/attest-build-provenance');
    const wrong = await push(file, '--keyless', '--bundle', writeBundle(folder, '{"a":1}'));
    expect(wrong.err).toContain('is no Sigstore bundle');
    const unlist = await push(
      '--unlist',
      'Sample.Tools',
      '1.0.0',
      '--keyless',
      '--bundle',
      writeBundle(folder),
    );
    expect(unlist.err).toContain('--unlist needs a key');
    for (const { code } of [without, wrong, unlist]) expect(code).toBe(2);
    expect(written()).toEqual([]);
  });

  it('leaves the room that the bundle needs', async () => {
    const { fake, folder, sent } = await makeWorld();
    const file = await writePackage(folder, { files: [{ name: 'data.bin', data: randomBytes(20_000) }] });
    const long = `{"mediaType":"application/vnd.dev.sigstore.bundle.v0.3+json","a":"${'a'.repeat(40_000)}"}`;
    const url = 'https://files.contoso.example/a.nupkg';
    const words = ['--keyless', '--bundle', writeBundle(folder, long), '--no-wait', '--url', url];
    expect((await push(file, ...words)).code).toBe(0);
    expect(sent().url).toBe(url);
    expect(fake.state.events).toHaveLength(1);
  });
});

describe('nothing is sent', () => {
  it('on a dry run, which needs neither key nor token', async () => {
    const { folder, written } = await makeWorld();
    vi.stubEnv('PWSHELF_KEY', undefined);
    vi.stubEnv('GITHUB_TOKEN', undefined);
    const { code, err } = await push(await writePackage(folder), ...KEYED, '--dry-run');
    expect(code, err).toBe(0);
    expect(err).toContain('would publish Sample.Tools 1.0.0 in contoso/gallery, in the request itself');
    expect(written()).toEqual([]);
  });

  it('of a package that the gallery would refuse', async () => {
    const { folder, written } = await makeWorld();
    const file = await writePackage(folder, { nuspec: '1.0.0', psd1: '2.0.0' });
    const { code, err } = await push(file, ...KEYED);
    expect(code).toBe(1);
    expect(err).toContain('VERSION_MISMATCH');
    expect(err).toContain('Nothing was sent');
    expect(written()).toEqual([]);
  });

  it.each([
    ['', 'PWSHELF_KEY is not set'],
    [`${KEY.slice(0, -1)}${KEY.endsWith('A') ? 'B' : 'A'}`, 'checksum'],
    ['hunter2hunter2', 'It is no private key'],
  ])('without a key (%#), and what is no key is not quoted', async (text, message) => {
    const { folder, written } = await makeWorld();
    vi.stubEnv('PWSHELF_KEY', text);
    const { code, err } = await push(await writePackage(folder), ...KEYED);
    expect(code).toBe(2);
    expect(err).toContain(message);
    if (text !== '') expect(err).not.toContain(text.slice(4));
    expect(written()).toEqual([]);
  });

  it.each<readonly [readonly string[], string]>([
    [['a.nupkg'], 'which key signs'],
    [['a.nupkg', '--key-id', 'C I'], '--key-id takes the name of a key'],
    [['a.nupkg', 'b.nupkg', ...KEYED], 'one FILE'],
    [['--unlist', 'Sample.Tools', ...KEYED], 'takes ID VERSION'],
    [['--unlist', '--relist', 'Sample.Tools', '1.0.0', ...KEYED], 'not both'],
    [['a.nupkg', '--keyless', ...KEYED], 'not both'],
    [['a.nupkg', '--bundle', 'a.json', ...KEYED], '--bundle goes with --keyless'],
    [['a.nupkg', '--timeout', '-1', ...KEYED], '--timeout'],
    [['a.nupkg', '--timeout', '1e3', ...KEYED], '--timeout takes seconds'],
    [['--unlist', 'Sample.Tools', 'x'.repeat(400), ...KEYED], 'cannot be asked of a gallery: version'],
  ])('of what does not go together: %j', async (words, message) => {
    const { written } = await makeWorld();
    const { code, err } = await push(...words);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(written()).toEqual([]);
  });

  it('without a token, or by one that may not, and is in no error', async () => {
    const world = await makeWorld({ contents: 'read' });
    const file = await writePackage(world.folder);
    const refused = await push(file, ...KEYED);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('The token needs the permission Actions: write');
    vi.stubEnv('GITHUB_TOKEN', undefined);
    const without = await push(file, ...KEYED);
    expect(without.code).toBe(2);
    expect(without.err).toContain('There is no token');
    expect(world.fake.state.events).toEqual([]);
  });

  it('where there is no gallery', async () => {
    const { repository, folder, written } = await makeWorld();
    repository.commit('refs/heads/main', { 'README.md': '' });
    const { code, err } = await push(await writePackage(folder), ...KEYED);
    expect(code).toBe(2);
    expect(err).toContain('There is no packages-index/gallery.yaml in contoso/gallery');
    expect(written()).toEqual([]);
  });
});

it('takes the token of the gallery apart from that of its own repository', async () => {
  const { fake, folder } = await makeWorld();
  fake.addToken('own', { contents: 'read' });
  vi.stubEnv('GITHUB_TOKEN', 'own');
  vi.stubEnv('PWSHELF_GALLERY_TOKEN', TOKEN);
  expect((await push(await writePackage(folder), ...KEYED, '--no-wait')).code).toBe(0);
  expect(fake.state.events).toHaveLength(1);
});

it('starts the workflow itself with a token that may do that, and neither push nor send events', async () => {
  const { repository, fake, folder } = await makeWorld({ contents: 'read', actions: 'write' });
  repository.commit('refs/heads/main', {
    'packages-index/gallery.yaml': SETTINGS,
    '.github/workflows/gallery.yml':
      'on:\n  workflow_dispatch:\n    inputs:\n      payload: { type: string }\njobs: {}\n',
  });
  const { code, err } = await push(await writePackage(folder), ...KEYED, '--no-wait');
  expect(code, err).toBe(0);
  expect(fake.state.events).toEqual([]);
  const [{ workflow, ref, inputs } = {}] = fake.dispatches;
  expect([workflow, ref]).toEqual(['gallery.yml', 'main']);
  const asked = publishRequestSchema.parse(JSON.parse(String(inputs?.['payload'])));
  expect(asked.proof).toBe(expectedProof(SECRET, asked));
  expect(JSON.stringify(fake.requests)).not.toMatch(CANARIES);
});

it('keeps its secrets as a program of its own, too', async () => {
  const { fake, folder } = await makeWorld();
  const events: FakeDispatch[] = fake.state.events;
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [
      ...[join(PROJECT_ROOT, 'scripts/pwshelf.ts'), 'push', await writePackage(folder)],
      ...['--gallery', 'contoso/gallery', ...KEYED, '--no-wait', '--json'],
    ],
    { env: { ...process.env, PWSHELF_KEY: KEY } },
  );
  expect(JSON.parse(stdout)).toMatchObject({ state: 'sent', id: 'Sample.Tools' });
  expect(stdout + stderr).not.toMatch(CANARIES);
  expect(events).toHaveLength(1);
});
