/** `pwshelf keys rotate`: a new key for the same things, and an end for the old one when pipelines had time to change. */
import { GalleryError } from '../domain/gallery-error.ts';
import { MAX_KEY_DAYS, type PublishingKey } from '../domain/publishing-keys.ts';
import { nextKeyId } from '../publish/keys/key-name.ts';
import { keyState } from '../publish/keys/key-state.ts';
import { withKey, withTimes } from '../publish/keys/keys-file.ts';
import { changeKeys, daysAfter, daysOf, keyOf } from './change-keys.ts';
import { makeSecret, publicPartOf, tellSecret } from './key-secret.ts';
import { checkedKey, freeId } from './keys-new.ts';
import type { Terminal } from './terminal.ts';
import type { ExitCode, VerbArguments } from './verb.ts';

const GRACE_DAYS = 7;
const DAY_MS = 86_400_000;

export async function rotateKey(args: VerbArguments, terminal: Terminal): Promise<ExitCode> {
  const oldId = args.positionals[1] ?? '';
  const graceDays = daysOf(args, 'grace-days', { min: 0, max: MAX_KEY_DAYS, otherwise: GRACE_DAYS });
  return changeKeys(args, terminal, (before) => {
    const { text = '', keys, now } = before;
    const old = keyOf(before, oldId);
    refuseEnded(old, now);
    const taken = keys.keys.map((key) => key.id);
    const id = freeId(args, taken) ?? nextKeyId(oldId.replace(/-\d+$/, ''), taken);
    const days = daysOf(args, 'days', { min: 1, max: MAX_KEY_DAYS, otherwise: daysOfLife(old) });
    const secret = makeSecret(old.kind);
    const { owner, scopes, ids } = old;
    const key = checkedKey({
      id,
      owner,
      ...publicPartOf(secret),
      scopes,
      ids,
      created: now,
      expires: daysAfter(now, days),
    });
    const graceEnd = daysAfter(now, graceDays);
    const end = Date.parse(graceEnd) < Date.parse(old.expires) ? graceEnd : old.expires;
    return {
      text: withKey(withTimes(text, oldId, graceDays === 0 ? { revoked: now } : { expires: end }), key),
      did:
        graceDays === 0
          ? `made the key ${id}, until ${key.expires}, and revoked ${oldId}`
          : `made the key ${id}, until ${key.expires}; ${oldId} counts until ${end}`,
      tell: () => tellSecret(terminal, key, secret),
    };
  });
}

function refuseEnded(key: PublishingKey, now: string): void {
  const state = keyState(key, Date.parse(now));
  if (state === 'active' || state === 'not-yet') return;
  throw new GalleryError(
    'KEY_ENDED',
    `The key ${key.id} is ${state}: nothing is left to rotate.`,
    'Make a new one with `pwshelf keys new`.',
  );
}

function daysOfLife({ created, expires }: PublishingKey): number {
  return Math.max(1, Math.floor((Date.parse(expires) - Date.parse(created)) / DAY_MS));
}
