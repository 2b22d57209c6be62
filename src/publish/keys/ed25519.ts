/** Signatures by a key pair: Ed25519 (RFC 8032) over raw keys of 32 bytes, written in base64. */
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { isUsablePublicKey } from '../../domain/ed25519-public-key.ts';
import { decodeStrictBase64 } from './strict-base64.ts';

const SIGNATURE_BYTES = 64;
/** What stands before a raw key in DER: PKCS #8 before the private one, SPKI before the public one. */
const PRIVATE_HEADER = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_HEADER = Buffer.from('302a300506032b6570032100', 'hex');

/** @param privateKey  the 32 bytes that RFC 8032 calls the private key */
export function signEd25519(privateKey: Uint8Array, text: string | Uint8Array): string {
  return sign(undefined, Buffer.from(text), privateObject(privateKey)).toString('base64');
}

/** False for keys of small order and for second spellings of a key or of a signature. */
export function verifyEd25519(publicKey: Uint8Array, text: string | Uint8Array, proof: string): boolean {
  const signature = decodeStrictBase64(proof, SIGNATURE_BYTES);
  if (!signature || !isUsablePublicKey(publicKey)) return false;
  const key = publicObject(Buffer.concat([PUBLIC_HEADER, publicKey]));
  return key !== undefined && verify(undefined, Buffer.from(text), key, signature);
}

/** The 32 bytes of the public key. */
export function publicKeyOf(privateKey: Uint8Array): Uint8Array {
  const der = createPublicKey(privateObject(privateKey)).export({ format: 'der', type: 'spki' });
  return der.subarray(PUBLIC_HEADER.length);
}

function privateObject(privateKey: Uint8Array): KeyObject {
  return createPrivateKey({
    key: Buffer.concat([PRIVATE_HEADER, privateKey]),
    format: 'der',
    type: 'pkcs8',
  });
}

/** Undefined for bytes that are no point of the curve. */
function publicObject(der: Buffer): KeyObject | undefined {
  try {
    return createPublicKey({ key: der, format: 'der', type: 'spki' });
  } catch {
    return undefined;
  }
}
