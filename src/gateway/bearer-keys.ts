/**
 * Keys that are shown rather than signed with: clients send them as X-NuGet-ApiKey, or as a password to read. The gallery
 * knows their hashes. Neither the answer nor its time tells which keys there are.
 */
import { type BearerKey, KEY_SCOPES, type PublishingKeys } from '../domain/publishing-keys.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { Authorized } from '../publish/keys/authorize.ts';
import { keyState, REASON_OF_STATE } from '../publish/keys/key-state.ts';
import type { RefusalReason } from '../publish/keys/refusal.ts';
import { digestOf, isSameDigest } from './key-digest.ts';

/**
 * Who shows a key, and what that may publish. Its grants can be empty: of a key for reading alone.
 * @param text  what came, whatever it is
 * @returns a problem is for the log alone
 */
export async function findBearerKey(
  text: string,
  keys: PublishingKeys,
  nowMs: number,
): Promise<Result<Authorized, RefusalReason>> {
  const key = await keyOf(text, keys);
  if (!key) return fail('key-unknown');
  const reason = REASON_OF_STATE[keyState(key, nowMs)];
  if (reason !== undefined) return fail(reason);
  const scopes = KEY_SCOPES.filter((scope) => key.scopes.includes(scope));
  return ok({
    publisher: key.owner,
    proof: { kind: 'key', keyId: key.id },
    grants: scopes.length === 0 ? [] : [{ scopes, ids: key.ids }],
  });
}

/**
 * The name of a key that counts now and allows to read what not everybody may read.
 * @returns undefined for every other
 */
export async function readerKeyId(
  text: string,
  keys: PublishingKeys,
  nowMs: number,
): Promise<string | undefined> {
  const key = await keyOf(text, keys);
  if (!key || keyState(key, nowMs) !== 'active') return undefined;
  return key.scopes.includes('read') ? key.id : undefined;
}

/** Goes through all keys, found or not, ended or not. */
async function keyOf(text: string, { keys }: PublishingKeys): Promise<BearerKey | undefined> {
  const given = await digestOf(text);
  let found: BearerKey | undefined;
  for (const key of keys) {
    if (key.kind === 'bearer' && isSameDigest(given, bytesOf(key.sha256))) found = key;
  }
  return found;
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from({ length: hex.length / 2 }, (_, at) =>
    Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16),
  );
}
