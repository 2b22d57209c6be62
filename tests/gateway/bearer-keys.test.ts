import { describe, expect, it } from 'vitest';
import { NO_KEYS } from '../../src/domain/publishing-keys.ts';
import { findBearerKey, readerKeyId } from '../../src/gateway/bearer-keys.ts';
import type { RefusalReason } from '../../src/publish/keys/refusal.ts';
import { GATEWAY_KEYS, KEY_TEXTS, NOW_MS, UNKNOWN_KEY } from '../support/gateway-keys.ts';
import fc from '../support/laws.ts';

const find = (text: string, nowMs = NOW_MS) => findBearerKey(text, GATEWAY_KEYS, nowMs);

describe('a key that is shown', () => {
  it('tells its owner, its name and what it may publish', async () => {
    expect(await find(KEY_TEXTS.all)).toEqual({
      ok: true,
      value: {
        publisher: 'contoso',
        proof: { kind: 'key', keyId: 'all' },
        grants: [{ scopes: ['push-new', 'push-version', 'unlist'], ids: ['Contoso.*'] }],
      },
    });
  });

  it('never has reading among what it may publish', async () => {
    expect(await find(KEY_TEXTS.versions)).toMatchObject({
      value: { grants: [{ scopes: ['push-version'] }] },
    });
    expect(await find(KEY_TEXTS.reader)).toMatchObject({ ok: true, value: { grants: [] } });
  });

  const { sha256 } = { sha256: '', ...GATEWAY_KEYS.keys.find(({ id }) => id === 'all') };
  it.each<[string, string, RefusalReason]>([
    ['that nobody knows', UNKNOWN_KEY, 'key-unknown'],
    ['that has expired', KEY_TEXTS.expired, 'key-expired'],
    ['that was revoked', KEY_TEXTS.revoked, 'key-revoked'],
    ['that does not count yet', KEY_TEXTS.early, 'key-not-yet'],
    ['that is empty', '', 'key-unknown'],
    ['that is the hash of one', sha256, 'key-unknown'],
    ['that is the name of one', 'all', 'key-unknown'],
    ['that is the name of one of a pipeline', 'pipeline', 'key-unknown'],
    ['with a blank behind it', `${KEY_TEXTS.all} `, 'key-unknown'],
    ['twice', `${KEY_TEXTS.all}, ${KEY_TEXTS.all}`, 'key-unknown'],
    ['in capitals', KEY_TEXTS.all.toUpperCase(), 'key-unknown'],
    ['of a million characters', 'x'.repeat(1_000_000), 'key-unknown'],
    ['of half a character', '\ud800', 'key-unknown'],
  ])('%s is refused', async (_, text, reason) => {
    expect(await find(text)).toEqual({ ok: false, problem: reason });
  });

  it('counts until its very end', async () => {
    expect((await find(KEY_TEXTS.expired, NOW_MS - 1)).ok).toBe(true);
    expect((await find(KEY_TEXTS.early, NOW_MS + 1000)).ok).toBe(true);
  });

  it('is none in a gallery without keys', async () => {
    expect(await findBearerKey(KEY_TEXTS.all, NO_KEYS, NOW_MS)).toEqual({
      ok: false,
      problem: 'key-unknown',
    });
  });

  it('is refused with any one character changed', async () => {
    const { all } = KEY_TEXTS;
    await fc.assert(
      fc.asyncProperty(
        fc.nat(all.length - 1),
        fc.string({ minLength: 1, maxLength: 1 }),
        async (at, other) => {
          fc.pre(all[at] !== other);
          expect((await find(all.slice(0, at) + other + all.slice(at + 1))).ok).toBe(false);
        },
      ),
    );
  });
});

describe('reading', () => {
  it.each([
    ['reader', true],
    ['versions', true],
    ['other', true],
    ['all', false],
    ['unlister', false],
    ['expired', false],
    ['revoked', false],
    ['early', false],
  ] as const)('by the key %s is allowed: %s', async (name, allowed) => {
    expect(await readerKeyId(KEY_TEXTS[name], GATEWAY_KEYS, NOW_MS)).toBe(allowed ? name : undefined);
  });

  it('is for nobody without a key', async () => {
    for (const text of ['', 'reader', UNKNOWN_KEY])
      expect(await readerKeyId(text, GATEWAY_KEYS, NOW_MS)).toBeUndefined();
  });
});
