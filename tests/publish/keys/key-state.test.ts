import { expect, it } from 'vitest';
import { keyState, keyStateText } from '../../../src/publish/keys/key-state.ts';
import { KEYS } from '../../support/key-requests.ts';

const [KEY] = KEYS.keys;
if (!KEY) throw new Error('there are no keys');

it.each([
  ['2026-01-01T00:00:00Z', {}, 'active', 'active, expires in 364 days'],
  ['2025-12-31T23:59:59Z', {}, 'not-yet', 'counts from 2026-01-01'],
  ['2026-12-29T12:00:00Z', {}, 'active', 'active, expires in 1 day'],
  ['2026-12-30T00:00:01Z', {}, 'active', 'active, expires in less than a day'],
  ['2026-12-31T00:00:00Z', {}, 'expired', 'expired on 2026-12-31'],
  ['2026-03-01T00:00:00Z', { revoked: '2026-02-01T00:00:00Z' }, 'revoked', 'revoked on 2026-02-01'],
  ['2026-03-01T00:00:00Z', { revoked: '2026-12-01T00:00:00Z' }, 'revoked', 'revoked on 2026-12-01'],
])('at %s with %j is %s', (now, fields, state, text) => {
  const key = { ...KEY, ...fields };
  expect(keyState(key, Date.parse(now))).toBe(state);
  expect(keyStateText(key, Date.parse(now))).toBe(text);
});
