import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PublishRequest } from '../../src/domain/publish-request.ts';
import { packMade } from '../support/made-package.ts';
import {
  type ActionRun,
  type KeyId,
  makePipelineGallery,
  type PipelineGallery,
  SECRETS,
  signed,
} from '../support/pipeline.ts';
import { TOKEN } from '../support/request-gallery.ts';
import { versionsNow } from '../support/versions-now.ts';

const AT_ONCE = 8;
/** More of them are for a look by hand. */
const KILLS = Number(process.env['PWSHELF_KILLS'] ?? 40);
const SEED = 20260310;

const PACKAGES = {
  'ada-ci': { id: 'Sample.Tools', functions: ['Get-Sample', 'Set-Sample'] },
  'grace-ci': { id: 'Other.Kit', functions: ['Get-OtherKit'] },
} as const;

let gallery: PipelineGallery;
const seen: string[] = [];

beforeAll(async () => {
  gallery = await makePipelineGallery();
}, 60_000);
afterAll(() => gallery.close());

async function request(keyId: KeyId, version: string, text = ''): Promise<PublishRequest> {
  const made = { ...PACKAGES[keyId], version, files: { 'notes.txt': text } };
  const bytes = await packMade(made);
  const path = `/${made.id}-${version}-${text}.nupkg`;
  gallery.files.set(path, bytes);
  return signed(keyId, { id: made.id, version, url: `https://files.example${path}` }, bytes);
}

async function run(...args: Parameters<PipelineGallery['run']>): Promise<ActionRun> {
  const done = await gallery.run(...args);
  seen.push(done.out, done.err, done.output, done.summary);
  return done;
}

async function inLines<T>(items: readonly T[], work: (item: T, at: number) => Promise<void>): Promise<void> {
  const left = [...items.entries()];
  const line = async () => {
    for (let next = left.shift(); next; next = left.shift()) await work(next[1], next[0]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, line));
}

const commitCount = () => Number(gallery.git('rev-list', '--count', 'main'));

it('loses nothing of fifty requests at once', async () => {
  const distinct = await Promise.all([
    ...Array.from({ length: 20 }, (_, at) => request('ada-ci', `1.${at + 2}.0`)),
    ...Array.from({ length: 20 }, (_, at) => request('grace-ci', `2.${at + 1}.0`)),
  ]);
  const same = await Promise.all(
    Array.from({ length: 10 }, (_, at) => request('ada-ci', '9.0.0', String(at))),
  );
  const before = commitCount();
  const mixed = [...distinct, ...same].map((asked, at) => ({ asked, order: (at * 37) % 50 }));
  mixed.sort((a, b) => a.order - b.order);
  await inLines(mixed, async ({ asked }) => {
    const { code, err } = await run(asked);
    expect(code, err).toBe(0);
  });
  const statuses = (some: readonly PublishRequest[]) =>
    some.map((asked) => gallery.answer(asked.request)?.status ?? 0).sort((a, b) => a - b);
  expect(statuses(distinct)).toEqual(distinct.map(() => 201));
  expect(statuses(same)).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
  expect(commitCount() - before).toBe(41);
  const versions = await versionsNow(gallery);
  for (const { id, version } of distinct) expect(versions).toContain(`${id} ${version}`);
  expect(versions.filter((item) => item === 'Sample.Tools 9.0.0')).toHaveLength(1);
}, 900_000);

it(`comes to the same after ${KILLS} kills at any point`, async () => {
  const random = randomOf(SEED);
  // Each an hour later, or they would be too many in too short a time.
  const asked = await Promise.all(
    Array.from({ length: KILLS }, (_, at) => request('grace-ci', `3.${at}.0`, 'k')),
  );
  const points = { nothing: 0, received: 0, pushed: 0, done: 0 };
  const before = commitCount();
  await inLines(asked, async (one, at) => {
    const now = new Date(Date.parse('2026-03-10T12:00:00Z') + at * 120_000).toISOString().replace('.000', '');
    const options = { now, killAfterMs: Math.round(300 + random() * 9000) };
    const killed = await run({ ...one, ...resigned(one, now) }, options);
    const left = gallery.answer(one.request);
    const isPushed =
      gallery.git('log', '--format=%H', `--grep=Pipeline-Request: ${one.request}`, 'main') !== '';
    if (killed.code === 0 || left?.state === 'published') points.done += 1;
    else if (isPushed) points.pushed += 1;
    else if (left) points.received += 1;
    else points.nothing += 1;
    const again = await run({ ...one, ...resigned(one, now) }, { now });
    expect([again.code, gallery.answer(one.request)?.status], again.err).toEqual([0, 201]);
  });
  console.log(`kills: ${JSON.stringify(points)}`);
  // Whole and once each.
  expect(commitCount() - before).toBe(KILLS);
  const versions = await versionsNow(gallery);
  for (const { id, version } of asked)
    expect(versions.filter((item) => item === `${id} ${version}`)).toHaveLength(1);
}, 3_600_000);

it('has shown no secret anywhere', () => {
  const everything = [
    ...seen,
    gallery.git('log', '--all', '-p', '--text', '--format=raw'),
    gallery.git('for-each-ref'),
  ].join('\n');
  const canaries = [...Object.values(SECRETS), Buffer.from(TOKEN)].flatMap((secret) => [
    secret.toString('utf8'),
    secret.toString('base64'),
    secret.toString('hex'),
    secret.toString('base64url'),
  ]);
  canaries.push(Buffer.from(`x-access-token:${TOKEN}`).toString('base64'));
  for (const canary of canaries) expect(everything.includes(canary)).toBe(false);
});

/** A signature lasts a day. */
function resigned(asked: PublishRequest, now: string): PublishRequest {
  const expires = new Date(Date.parse(now) + 3_600_000).toISOString().replace('.000', '');
  const { proof: _, ...rest } = asked;
  return signed('grace-ci', { ...rest, expires });
}

/** Mulberry32. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
