/** Whether a key counts at a time, and for how long still. */
import type { PublishingKey } from '../../domain/publishing-keys.ts';
import type { RefusalReason } from './refusal.ts';

export type KeyState = 'active' | 'not-yet' | 'expired' | 'revoked';

const DAY_MS = 86_400_000;

/** @param nowMs  milliseconds of Unix time; at the very moment of its end a key counts no longer */
export function keyState({ created, expires, revoked }: PublishingKey, nowMs: number): KeyState {
  if (revoked !== undefined) return 'revoked';
  if (!(nowMs >= Date.parse(created))) return 'not-yet';
  return nowMs < Date.parse(expires) ? 'active' : 'expired';
}

/** What keeps a key from counting now. */
export const REASON_OF_STATE = {
  active: undefined,
  'not-yet': 'key-not-yet',
  expired: 'key-expired',
  revoked: 'key-revoked',
} as const satisfies Record<KeyState, RefusalReason | undefined>;

/** `active, expires in 12 days` */
export function keyStateText(key: PublishingKey, nowMs: number): string {
  const state = keyState(key, nowMs);
  switch (state) {
    case 'active': {
      const days = Math.floor((Date.parse(key.expires) - nowMs) / DAY_MS);
      const left = days === 0 ? 'in less than a day' : `in ${days} ${days === 1 ? 'day' : 'days'}`;
      return `active, expires ${left}`;
    }
    case 'not-yet':
      return `counts from ${key.created.slice(0, 10)}`;
    case 'expired':
      return `expired on ${key.expires.slice(0, 10)}`;
    case 'revoked':
      return `revoked on ${key.revoked?.slice(0, 10)}`;
    default:
      return state satisfies never;
  }
}
