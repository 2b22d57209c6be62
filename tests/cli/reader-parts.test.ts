import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { READERS_VARIABLE, readerCheck } from '../../src/cli/reader-parts.ts';
import { makeTempDir, writeTree } from '../support/temp-dir.ts';

const SECRET = 'correct-horse-battery-staple';
const KEY = 'psg_a-key-that-reads';
const noted: string[] = [];
const CONTEXT = { requestId: 'id', address: '192.0.2.7', noteKey: (id: string) => void noted.push(id) };

const DAY_MS = 86_400_000;
const day = (at: number) => new Date(Date.now() + at * DAY_MS).toISOString().replace(/\..*/, 'Z');

const keysText = (scope: string) => `keys:
  - id: one
    owner: contoso
    kind: bearer
    sha256: ${createHash('sha256').update(KEY).digest('hex')}
    scopes: [${scope}]
    ids: ['*']
    created: ${day(-1)}
    expires: ${day(1)}
`;

describe('readerCheck', () => {
  let dir: string;

  beforeEach(async () => {
    dir = await makeTempDir();
    await writeTree(dir, { 'gallery.yaml': 'title: A\ndescription: B\nowners: [c]\n' });
  });

  const check = (env: Record<string, string> = {}, isPrivate = true) =>
    readerCheck({
      args: {
        isSet: (name: string) => name === 'private' && isPrivate,
        text: (name: string) => (name === 'index' ? dir : undefined),
        texts: () => [],
        operands: [],
      } as unknown as Parameters<typeof readerCheck>[0]['args'],
      env,
      place: { dir, base: '/', isJustBuilt: false },
      say: () => {},
    });

  it('is none for a public gallery, and no private one is served without readers', async () => {
    expect(await check({}, false)).toBeUndefined();
    await expect(check()).rejects.toMatchObject({ code: 'READERS_ABSENT' });
    writeFileSync(join(dir, 'keys.yaml'), keysText('push-new'));
    await expect(check()).rejects.toMatchObject({ code: 'READERS_ABSENT' });
  });

  it('lets in by a key that was made after the start', async () => {
    const isReader = await check({ [READERS_VARIABLE]: `team=${SECRET}` });
    const by = async (secret: string) => isReader?.({ user: undefined, secret }, CONTEXT);
    expect([await by(SECRET), await by(KEY)]).toEqual([true, false]);
    writeFileSync(join(dir, 'keys.yaml'), keysText('read'));
    expect([await by(SECRET), await by(KEY)]).toEqual([true, true]);
    // By their public names, for the log.
    expect(noted).toEqual(['team', 'team', 'one']);
    writeFileSync(join(dir, 'keys.yaml'), keysText('push-version'));
    expect(await by(KEY)).toBe(false);
  });
});
