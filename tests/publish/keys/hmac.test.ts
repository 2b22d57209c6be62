import { describe, expect, it } from 'vitest';
import { signHmac, verifyHmac } from '../../../src/publish/keys/hmac.ts';

const bytes = (hex: string) => Buffer.from(hex, 'hex');

/** RFC 4231, HMAC-SHA-256. The data are text or bytes that are text as well, except of cases 3 and 4. */
const VECTORS: readonly (readonly [number, Uint8Array, Buffer, string])[] = [
  [
    1,
    bytes('0b'.repeat(20)),
    Buffer.from('Hi There'),
    'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
  ],
  [
    2,
    Buffer.from('Jefe'),
    Buffer.from('what do ya want for nothing?'),
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  ],
  [
    3,
    bytes('aa'.repeat(20)),
    bytes('dd'.repeat(50)),
    '773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe',
  ],
  [
    4,
    bytes('0102030405060708090a0b0c0d0e0f10111213141516171819'),
    bytes('cd'.repeat(50)),
    '82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b',
  ],
  [5, bytes('0c'.repeat(20)), Buffer.from('Test With Truncation'), 'a3b6167473100ee06e0c796c2955552b'],
  [
    6,
    bytes('aa'.repeat(131)),
    Buffer.from('Test Using Larger Than Block-Size Key - Hash Key First'),
    '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
  ],
  [
    7,
    bytes('aa'.repeat(131)),
    Buffer.from(
      'This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed before being used by the HMAC algorithm.',
    ),
    '9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2',
  ],
];

it.each(VECTORS)('signs as case %i of RFC 4231 says', (_, key, data, expected) => {
  const made = Buffer.from(signHmac(key, data), 'base64').toString('hex');
  expect(made).toHaveLength(64);
  // Case 5 gives the first half only.
  expect(made.slice(0, expected.length)).toBe(expected);
});

describe('a proof', () => {
  const key = bytes('42'.repeat(32));
  const proof = signHmac(key, 'text');

  it('holds for its key and text', () => {
    expect(verifyHmac(key, 'text', proof)).toBe(true);
  });

  it.each([
    ['empty', ''],
    ['without padding', proof.slice(0, -1)],
    ['with a line break', `${proof}\n`],
    ['with a blank before it', ` ${proof}`],
    ['of 31 bytes', Buffer.from(proof, 'base64').subarray(0, 31).toString('base64')],
    ['of 33 bytes', Buffer.concat([Buffer.from(proof, 'base64'), bytes('00')]).toString('base64')],
    ['in hexadecimal digits', Buffer.from(proof, 'base64').toString('hex')],
    ['in base64url', Buffer.from(proof, 'base64').toString('base64url')],
    ['with other unused bits', changedLastBits(proof)],
    ['of zeros', Buffer.alloc(32).toString('base64')],
    ['of another text', signHmac(key, 'text2')],
    ['of another key', signHmac(bytes('43'.repeat(32)), 'text')],
  ])('%s does not hold', (_, other) => {
    expect(other).not.toBe(proof);
    expect(verifyHmac(key, 'text', other)).toBe(false);
  });
});

/** The same bytes as Node reads them, in another spelling. */
function changedLastBits(base64: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const last = alphabet.indexOf(base64.at(-2) ?? '');
  const other = `${base64.slice(0, -2)}${alphabet[last ^ 1]}=`;
  expect(Buffer.from(other, 'base64')).toEqual(Buffer.from(base64, 'base64'));
  return other;
}
