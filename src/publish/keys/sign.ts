/** The sender's half of a key: a request is signed with it, so that the key itself never travels. */
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { type PublishRequest, signedText } from '../../domain/publish-request.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { signEd25519 } from './ed25519.ts';
import { signHmac } from './hmac.ts';
import { keyTextProblemSentence, parseKeyText, SECRET_BYTES, type SigningSecret } from './key-text.ts';
import { decodeStrictBase64 } from './strict-base64.ts';

/**
 * A key as `pwshelf keys new` prints it, or the private key of a pair that was made elsewhere: PEM, or base64 of PKCS #8 or
 * of the raw 32 bytes.
 * @returns a problem is a sentence that quotes nothing of the text
 */
export function parseSigningKey(text: string): Result<SigningSecret, string> {
  const trimmed = text.trim();
  const printed = parseKeyText(trimmed);
  if (printed.ok) return printed;
  if (printed.problem !== 'prefix') return fail(keyTextProblemSentence(printed.problem));
  const raw = decodeStrictBase64(trimmed, SECRET_BYTES);
  if (raw) return ok({ kind: 'ed25519', bytes: raw });
  const key = privateKeyOf(trimmed);
  if (!key) return fail('It is no private key, and a key of pwshelf begins with psg_ or pse_.');
  const { d } = key.asymmetricKeyType === 'ed25519' ? key.export({ format: 'jwk' }) : {};
  if (d === undefined) return fail('It is a private key of another kind than Ed25519.');
  return ok({ kind: 'ed25519', bytes: Buffer.from(d, 'base64url') });
}

/** @param gallery  `owner/name` of the gallery's repository */
export function signRequest(
  gallery: string,
  asked: Omit<PublishRequest, 'proof'>,
  { kind, bytes }: SigningSecret,
): PublishRequest {
  const text = signedText(gallery, asked);
  return { ...asked, proof: kind === 'hmac' ? signHmac(bytes, text) : signEd25519(bytes, text) };
}

function privateKeyOf(text: string): KeyObject | undefined {
  try {
    if (text.startsWith('-----BEGIN ')) return createPrivateKey(text);
    return createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' });
  } catch {
    return undefined;
  }
}
