/**
 * The secret of a key as it is printed once and then kept by a pipeline. Its first letters tell people and scanners of
 * secrets what it is, its last ones that nothing was lost in copying.
 */
import { createHash } from 'node:crypto';
import type { PublishingKey } from '../../domain/publishing-keys.ts';
import { fail, ok, type Result } from '../../domain/result.ts';

export interface KeySecret {
  readonly kind: PublishingKey['kind'];
  /** 32 bytes: the shared key, what is shown to a gateway, or the private key of Ed25519. */
  readonly bytes: Uint8Array;
}

/** As it is read back. Whether a key signs or is shown to a gateway, its text does not say, but keys.yaml does. */
export type SigningSecret = KeySecret & { readonly kind: 'hmac' | 'ed25519' };

export type KeyTextProblem = 'empty' | 'prefix' | 'characters' | 'length' | 'checksum';

export const SECRET_BYTES = 32;
const CHECKSUM_BYTES = 4;
const PREFIXES = { hmac: 'psg_', bearer: 'psg_', ed25519: 'pse_' } as const;
const BODY_LENGTH = 48;

/** `psg_` or `pse_` and 48 characters. */
export function formatKeyText({ kind, bytes }: KeySecret): string {
  const body = Buffer.concat([bytes, checksumOf(kind, bytes)]);
  return PREFIXES[kind] + body.toString('base64url');
}

export function parseKeyText(text: string): Result<SigningSecret, KeyTextProblem> {
  // What secrets are pasted into often adds a line break.
  const trimmed = text.trim();
  if (trimmed === '') return fail('empty');
  const kind = (['hmac', 'ed25519'] as const).find((item) => trimmed.startsWith(PREFIXES[item]));
  if (!kind) return fail('prefix');
  const body = trimmed.slice(PREFIXES[kind].length);
  if (!/^[A-Za-z0-9_-]*$/.test(body)) return fail('characters');
  if (body.length !== BODY_LENGTH) return fail('length');
  const all = Buffer.from(body, 'base64url');
  const bytes = all.subarray(0, SECRET_BYTES);
  return checksumOf(kind, bytes).equals(all.subarray(SECRET_BYTES)) ? ok({ kind, bytes }) : fail('checksum');
}

/** Where keys stand in a text, by their checksums: what only looks like one is none. */
export function findKeyTexts(text: string): readonly number[] {
  return [...text.matchAll(/(?<![A-Za-z0-9_-])ps[ge]_[A-Za-z0-9_-]{48}(?![A-Za-z0-9_-])/g)]
    .filter(([found]) => parseKeyText(found).ok)
    .map(({ index }) => index);
}

/** Says what is wrong, and nothing of the text itself. */
export function keyTextProblemSentence(problem: KeyTextProblem): string {
  switch (problem) {
    case 'empty':
      return 'The key is empty.';
    case 'prefix':
      return 'A key begins with psg_ or pse_.';
    case 'characters':
      return 'The key holds characters that no key has; it may have been pasted with what stood around it.';
    case 'length':
      return `After its first four characters a key has ${BODY_LENGTH} more; this one has another number.`;
    case 'checksum':
      return 'The checksum of the key does not fit: a character of it was changed.';
    default:
      return problem satisfies never;
  }
}

function checksumOf(kind: KeySecret['kind'], bytes: Uint8Array): Buffer {
  return createHash('sha256').update(PREFIXES[kind]).update(bytes).digest().subarray(0, CHECKSUM_BYTES);
}
