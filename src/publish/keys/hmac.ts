/** Signatures by a shared key: HMAC-SHA-256 (RFC 2104, RFC 4231), written in base64. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { decodeStrictBase64 } from './strict-base64.ts';

const DIGEST_BYTES = 32;

/** Base64 of the 32 bytes. */
export function signHmac(secret: Uint8Array, text: string | Uint8Array): string {
  return digestOf(secret, text).toString('base64');
}

/** Takes as long for a wrong proof as for a right one. */
export function verifyHmac(secret: Uint8Array, text: string, proof: string): boolean {
  const expected = digestOf(secret, text);
  const given = decodeStrictBase64(proof, DIGEST_BYTES);
  const isEqual = timingSafeEqual(expected, given ?? new Uint8Array(DIGEST_BYTES));
  return given !== undefined && isEqual;
}

function digestOf(secret: Uint8Array, text: string | Uint8Array): Buffer {
  return createHmac('sha256', secret).update(text).digest();
}
