import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PublishRequest } from '../../src/domain/publish-request.ts';
import { packMade } from '../support/made-package.ts';
import {
  EXPIRES,
  makePipelineGallery,
  newRequest,
  type PipelineGallery,
  signed,
} from '../support/pipeline.ts';

const URL_OF = 'https://files.example/a.nupkg';
const FUNCTIONS = ['Get-Sample', 'Set-Sample'];
const KEY_SENTENCE =
  'The specified API key is invalid or does not have permission to access the specified package.';

let gallery: PipelineGallery;
let bytes: Uint8Array;

beforeAll(async () => {
  gallery = await makePipelineGallery(['maxPackageBytes: 200000', 'newPublisherWaitHours: 72']);
  bytes = await packMade({ id: 'Sample.Tools', version: '1.2.0', functions: FUNCTIONS });
  gallery.files.set('/a.nupkg', bytes);
});
afterAll(() => gallery.close());

/** Of the package above, where nothing else is said. */
function asks(more: Partial<PublishRequest> = {}, of: Uint8Array = bytes): PublishRequest {
  return signed('ada-ci', { id: 'Sample.Tools', version: '1.2.0', url: URL_OF, ...more }, of);
}

async function refused(payload: unknown, options: Parameters<PipelineGallery['run']>[1] = {}) {
  const before = gallery.git('rev-parse', 'main');
  const run = await gallery.run(payload, options);
  expect([run.code, run.output], run.err).toEqual([0, 'merged=false\n']);
  expect(gallery.git('rev-parse', 'main')).toBe(before);
  const answer = gallery.answer((payload as PublishRequest).request);
  expect(answer).toMatchObject({ state: 'refused' });
  expect(answer?.payload).toBeUndefined();
  const { status = 0, findings = [] } = answer ?? {};
  expect(run.summary).toContain(`refused (${status})`);
  return {
    status,
    codes: findings.map(({ code }) => code),
    text: findings.map(({ message }) => message).join(' '),
  };
}

describe('a request that is refused', () => {
  it('for its form says every problem', async () => {
    const { status, codes, text } = await refused({
      request: newRequest(),
      id: 'Sample.Tools',
      action: 'delete',
      more: 1,
    });
    expect([status, codes]).toEqual([400, ['REQUEST_INVALID']]);
    for (const word of ['action', 'version', 'expires', 'proof', 'more']) expect(text).toContain(word);
  });

  it('for both a url and content, or none, is told so', async () => {
    expect(await refused(asks({ url: undefined } as object))).toMatchObject({
      status: 400,
      codes: ['REQUEST_INVALID'],
    });
  });

  it.each<[why: string, more: Partial<PublishRequest>]>([
    ['an unknown key', { keyId: 'nobody' }],
    ['a wrong signature', { proof: Buffer.alloc(32).toString('base64') }],
    ['having expired', { expires: '2026-03-10T11:59:59Z' }],
  ])('for %s gets the one sentence, and nothing is fetched', async (_, more) => {
    let isFetched = false;
    gallery.files.set('/watched.nupkg', (__, response) => {
      isFetched = true;
      response.writeHead(404).end();
    });
    const answer = await refused(asks({ url: 'https://files.example/watched.nupkg', ...more }));
    expect(answer).toEqual({ status: 403, codes: ['KEY_REFUSED'], text: KEY_SENTENCE });
    expect(isFetched).toBe(false);
  });

  it('for the package of somebody else is 403', async () => {
    const kit = await packMade({ id: 'Other.Kit', version: '2.1.0' });
    gallery.files.set('/kit.nupkg', kit);
    const asked = signed(
      'ada-ci',
      { id: 'Other.Kit', version: '2.1.0', url: 'https://files.example/kit.nupkg' },
      kit,
    );
    expect(await refused(asked)).toMatchObject({
      status: 403,
      codes: expect.arrayContaining(['PUBLISH_NOT_OWNER']),
    });
  });

  it('for a version that is there is 409', async () => {
    const old = await packMade({ id: 'Sample.Tools', version: '1.1.0', functions: FUNCTIONS });
    gallery.files.set('/old.nupkg', old);
    const asked = asks({ version: '1.1.0', url: 'https://files.example/old.nupkg' }, old);
    expect(await refused(asked)).toMatchObject({
      status: 409,
      codes: expect.arrayContaining(['PUBLISH_VERSION_EXISTS']),
    });
  });

  it('for a package that is another than it says is 400', async () => {
    expect(await refused(asks({ version: '1.3.0' }))).toMatchObject({
      status: 400,
      codes: ['REQUEST_MISMATCH'],
    });
  });

  it('for what a maintainer decides about is sent to a pull request', async () => {
    const alike = await packMade({ id: 'Other.Kitt', version: '1.0.0' });
    gallery.files.set('/alike.nupkg', alike);
    const asked = signed(
      'ada-ci',
      { id: 'Other.Kitt', version: '1.0.0', url: 'https://files.example/alike.nupkg' },
      alike,
    );
    const { status, codes, text } = await refused(asked);
    expect([status, codes[0]]).toEqual([400, 'PUBLISH_NEEDS_REVIEW']);
    expect(codes).toContain('NAME_SIMILAR');
    expect(text).toContain('NAME_SIMILAR needs a maintainer');
  });

  it('for a secret in what comes along keeps nothing of it', async () => {
    const token = `ghp_${'a1B2c3D4e5'.repeat(4).slice(0, 36)}`;
    const leaky = await packMade({
      id: 'Sample.Tools',
      version: '1.2.0',
      functions: FUNCTIONS,
      files: { 'a.txt': token },
    });
    const content = Buffer.from(leaky).toString('base64');
    const asked = signed('ada-ci', { id: 'Sample.Tools', version: '1.2.0', content }, leaky);
    const { status, codes } = await refused(asked);
    expect([status, codes.some((code) => code.startsWith('SECRET_'))]).toEqual([400, true]);
    expect(gallery.git('log', '-p', 'pwshelf-publishes')).not.toContain(content.slice(-400, -300));
  });

  it.each<[why: string, url: string, problem: string]>([
    ['no https', 'https://files.example/to-http', 'it redirects to where http:// is used'],
    [
      'a redirect to a private address',
      'https://files.example/to-literal',
      'it redirects to where 127.0.0.1 is a private address',
    ],
    [
      'a redirect to a host inside',
      'https://files.example/to-inside',
      'inside.example is at 10.0.0.5, which is a private address',
    ],
    [
      'a redirect to a host that is not listed',
      'https://files.example/to-other',
      'https://other.example is not among the hosts',
    ],
    ['a redirect to itself', 'https://files.example/round', 'it redirects more than 5 times'],
    ['a private address', 'https://169.254.169.254/latest', '169.254.169.254 is a private address'],
    ['a private address in hiding', 'https://0x7f.1/a', '127.0.0.1 is a private address'],
    ['a private address of IPv6', 'https://[::ffff:10.0.0.1]/a', 'is a private address'],
    ['a name that is at a private address', 'https://inside.example/a', 'inside.example is at 10.0.0.5'],
    ['a name that is at one beside another', 'https://both.example/a', 'both.example is at 169.254.169.254'],
    ['a host that is not listed', 'https://other.example/a', 'https://other.example is not among the hosts'],
    ['a name in the address', 'https://ada@files.example/a.nupkg', 'the address holds a name or a password'],
    ['a port', 'https://files.example:8443/a.nupkg', 'the port is 8443'],
    ['what is not there', 'https://files.example/nothing', 'the answer is 404'],
    ['a server that falls silent', 'https://files.example/silent', 'not all of it came within 120 seconds'],
    ['a server that drips', 'https://files.example/drips', 'not all of it came within 120 seconds'],
  ])('for %s says so', async (_, url, problem) => {
    const to = (location: string) => (__: unknown, response: import('node:http').ServerResponse) =>
      void response.writeHead(302, { location }).end();
    gallery.files.set('/to-http', to('http://files.example/a.nupkg'));
    gallery.files.set('/to-literal', to('https://127.0.0.1/a.nupkg'));
    gallery.files.set('/to-inside', to('https://inside.example/a.nupkg'));
    gallery.files.set('/to-other', to('https://other.example/a.nupkg'));
    gallery.files.set('/round', to('https://files.example/round'));
    gallery.files.set('/silent', () => undefined);
    gallery.files.set('/drips', (__, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('x'), 50);
      response.on('close', () => clearInterval(timer));
    });
    const { status, codes, text } = await refused(asks({ url }), { timeoutMs: 3000 });
    expect([status, codes]).toEqual([400, ['DOWNLOAD_REFUSED']]);
    expect(text).toContain(problem);
  });

  it.each(['/endless', '/large'])('for its size at %s is 413', async (path) => {
    gallery.files.set('/endless', (_, response) => {
      const more = () => {
        while (response.write('x'.repeat(65_536)));
      };
      response.on('drain', more);
      more();
    });
    gallery.files.set('/large', Buffer.alloc(300_000));
    expect(await refused(asks({ url: `https://files.example${path}` }))).toMatchObject({
      status: 413,
      codes: ['PACKAGE_TOO_LARGE'],
    });
  });

  it('for other bytes than were signed names both hashes', async () => {
    const other = Buffer.from(bytes);
    other[other.length - 30] = (other[other.length - 30] ?? 0) ^ 1;
    gallery.files.set('/tampered.nupkg', other);
    const { status, codes, text } = await refused(
      asks({ url: 'https://files.example/tampered.nupkg?ticket=hidden' }),
    );
    expect([status, codes]).toEqual([400, ['DOWNLOAD_HASH']]);
    expect(text).toContain(createHash('sha512').update(other).digest('hex'));
    expect(text).not.toContain('hidden');
  });
});

it('without a name has nobody to be answered, so the run fails', async () => {
  const { code, err, summary } = await gallery.run({ request: 'me' });
  expect([code, summary.includes('refused (400)')]).toEqual([1, true]);
  expect(err).toContain('REQUEST_INVALID');
});

it('publishes what a key asks for, tells how, and does nothing the second time', async () => {
  const asked = asks();
  const run = await gallery.run(asked);
  expect([run.code, run.output], run.err).toEqual([0, 'merged=true\n']);
  const answer = gallery.answer(asked.request);
  const commit = gallery.git('rev-parse', 'main').trim();
  expect(answer).toMatchObject({ state: 'published', status: 201, commit });
  expect(answer?.payload).toBeUndefined();
  const record = gallery.git('show', 'main:packages-index/packages/Sample.Tools.yaml');
  expect(record).toContain(`    publisher: ada
    proof:
      kind: key
      reference: https://github.com/contoso/gallery/actions/runs/4711
      run: https://github.com/contoso/gallery/actions/runs/4711
      keyId: ada-ci
`);
  expect(gallery.git('log', '-1', '--format=%B', 'main')).toContain(`Pipeline-Request: ${asked.request}\n`);
  const again = await gallery.run(asked);
  expect([again.code, again.output]).toEqual([0, 'merged=true\n']);
  // By way of the message of a dispatch by hand, too.
  expect(gallery.git('rev-parse', 'main').trim()).toBe(commit);
  const other = await gallery.run({ ...asked, expires: EXPIRES, version: '9.9.9' });
  expect(other.summary).toContain('REQUEST\\_TAKEN');
  expect(gallery.answer(asked.request)).toEqual(answer);
});

it('unlists, does not unlist twice, and relists', async () => {
  const ask = (action: 'unlist' | 'relist', version: string) =>
    signed('grace-ci', { action, id: 'other.kit', version });
  const unlisted = await gallery.run(ask('unlist', '2.0'));
  expect(unlisted.output, unlisted.err).toBe('merged=true\n');
  expect(gallery.git('show', 'main:packages-index/packages/Other.Kit.yaml')).toContain('listed: false');
  const before = gallery.git('rev-parse', 'main');
  const again = ask('unlist', '2.0.0');
  await gallery.run(again);
  expect(gallery.answer(again.request)).toMatchObject({ state: 'published', commit: before.trim() });
  expect(gallery.git('rev-parse', 'main')).toBe(before);
  await gallery.run(ask('relist', '2.0.0'));
  expect(gallery.git('show', 'main:packages-index/packages/Other.Kit.yaml')).not.toContain('listed: false');
});
