/**
 * Public keys of Ed25519 that prove nothing: points of small order, for which anybody can make a signature that holds, and
 * encodings beyond the prime, which are a second spelling of another key.
 */

export const PUBLIC_KEY_BYTES = 32;

/** y coordinates of the eight points of small order, little-endian, without the sign of x. */
const SMALL_ORDER: readonly string[] = [
  '00'.repeat(32),
  `01${'00'.repeat(31)}`,
  `ec${'ff'.repeat(30)}7f`,
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
];

export function isUsablePublicKey(bytes: Uint8Array): boolean {
  if (bytes.length !== PUBLIC_KEY_BYTES) return false;
  const y = Uint8Array.from(bytes, (byte, at) => (at === PUBLIC_KEY_BYTES - 1 ? byte & 0x7f : byte));
  const isBeyondPrime =
    y[31] === 0x7f && y.subarray(1, 31).every((byte) => byte === 0xff) && (y[0] ?? 0) >= 0xed;
  return !isBeyondPrime && !SMALL_ORDER.includes(hexOf(y));
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
