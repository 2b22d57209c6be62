/** Who may read a private gallery: names and secrets, kept as digests and compared in constant time. */
import { fail, ok, type Result } from '../domain/result.ts';
import { digestOf, isSameDigest } from './key-digest.ts';
import type { GatewayParts } from './parts.ts';

export interface ReaderKey {
  /** For the log. */
  readonly name: string;
  readonly secret: string;
}

export interface ReaderDigest {
  readonly name: string;
  /** SHA-256 of the secret's UTF-8, 32 bytes. */
  readonly digest: Uint8Array;
}

/** Shorter ones can be guessed. */
const SHORTEST = 20;

/**
 * One `name=secret` a line; empty lines and those that begin with # are none.
 * @returns a problem that says which line is wrong, and nothing of the secret
 */
export function parseReaderKeys(text: string): Result<readonly ReaderKey[], string> {
  const keys: ReaderKey[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    const at = trimmed.indexOf('=');
    const [name, secret] = [trimmed.slice(0, Math.max(at, 0)).trim(), trimmed.slice(at + 1).trim()];
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/.test(name)) {
      return fail(
        `Line ${index + 1} does not begin with a name of letters, digits, dots and hyphens, and =.`,
      );
    }
    if (secret.length < SHORTEST) {
      return fail(`Line ${index + 1} has a secret of fewer than ${SHORTEST} characters.`);
    }
    keys.push({ name, secret });
  }
  return keys.length === 0 ? fail('It names no reader.') : ok(keys);
}

export async function createReaderCheck(
  keys: readonly ReaderKey[],
): Promise<NonNullable<GatewayParts['isReader']>> {
  const known = await Promise.all(
    keys.map(async ({ name, secret }) => ({ name, digest: await digestOf(secret) })),
  );
  return createDigestCheck(known);
}

/** The same where the secrets themselves are not known, only their digests. */
export function createDigestCheck(known: readonly ReaderDigest[]): NonNullable<GatewayParts['isReader']> {
  return async ({ secret }, { noteKey }) => {
    const digest = await digestOf(secret);
    // All are looked at, so that the time tells nothing of which it is.
    const found = known.filter((key) => isSameDigest(digest, key.digest));
    for (const { name } of found) noteKey(name);
    return found.length > 0;
  };
}
