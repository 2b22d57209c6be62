import { describe, expect, it } from 'vitest';
import { publicKeyOf, signEd25519, verifyEd25519 } from '../../../src/publish/keys/ed25519.ts';

const bytes = (hex: string) => Buffer.from(hex, 'hex');

/** RFC 8032, section 7.1: private key, public key, message, signature. */
const VECTORS: readonly (readonly [string, string, string, string, string])[] = [
  [
    'TEST 1',
    '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  ],
  [
    'TEST 2',
    '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    '72',
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ],
  [
    'TEST 3',
    'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    'af82',
    '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  ],
  [
    'TEST SHA(abc)',
    '833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42',
    'ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf',
    'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
    'dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704',
  ],
];

it.each(VECTORS)(
  'signs and verifies as %s of RFC 8032 says',
  (_, privateKey, publicKey, message, expected) => {
    expect(Buffer.from(publicKeyOf(bytes(privateKey))).toString('hex')).toBe(publicKey);
    const proof = signEd25519(bytes(privateKey), bytes(message));
    expect(Buffer.from(proof, 'base64').toString('hex')).toBe(expected);
    expect(verifyEd25519(bytes(publicKey), bytes(message), proof)).toBe(true);
  },
);

describe('a signature', () => {
  const privateKey = bytes('42'.repeat(32));
  const publicKey = publicKeyOf(privateKey);
  const proof = signEd25519(privateKey, 'text');
  const raw = Buffer.from(proof, 'base64');

  it('holds for its key and text', () => {
    expect(verifyEd25519(publicKey, 'text', proof)).toBe(true);
  });

  it.each([
    ['empty', ''],
    ['of 63 bytes', raw.subarray(0, 63).toString('base64')],
    ['of 65 bytes', Buffer.concat([raw, bytes('00')]).toString('base64')],
    ['without padding', proof.replace(/=+$/, '')],
    ['in hexadecimal digits', raw.toString('hex')],
    ['in base64url', raw.toString('base64url').padEnd(88, '=').replace(/^./, '-')],
    ['with a line break', `${proof}\n`],
    ['with the order of the group added to S', withOrderAdded(raw).toString('base64')],
    ['of zeros', Buffer.alloc(64).toString('base64')],
    ['of another text', signEd25519(privateKey, 'text2')],
    ['of another key', signEd25519(bytes('43'.repeat(32)), 'text')],
  ])('%s does not hold', (_, other) => {
    expect(other).not.toBe(proof);
    expect(verifyEd25519(publicKey, 'text', other)).toBe(false);
  });

  it.each([0, 1, 31, 32, 33, 62, 63])('with a bit of byte %i changed does not hold', (at) => {
    for (let bit = 0; bit < 8; bit++) {
      const changed = Buffer.from(raw);
      changed[at] = (changed[at] ?? 0) ^ (1 << bit);
      expect(verifyEd25519(publicKey, 'text', changed.toString('base64'))).toBe(false);
    }
  });
});

describe('a public key', () => {
  /** R the neutral element and S zero: holds for every text under a key of order 1, for some under the others. */
  const universal = Buffer.concat([bytes(`01${'00'.repeat(31)}`), Buffer.alloc(32)]).toString('base64');
  const texts = Array.from({ length: 32 }, (_, index) => `text ${index}`);

  it.each([
    ['of order 1', `01${'00'.repeat(31)}`],
    ['of order 1, with a sign', `01${'00'.repeat(30)}80`],
    ['of order 2', `ec${'ff'.repeat(30)}7f`],
    ['of order 2, with a sign', 'ec'.padEnd(64, 'f')],
    ['of order 4', '00'.repeat(32)],
    ['of order 4, with a sign', `${'00'.repeat(31)}80`],
    ['of order 8', '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05'],
    ['of order 8, with a sign', '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85'],
    ['of order 8, the other', 'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a'],
    ['of order 8, the other with a sign', 'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa'],
    ['that is zero in another spelling', `ed${'ff'.repeat(30)}7f`],
    ['that is one in another spelling', `ee${'ff'.repeat(30)}7f`],
    ['beyond the prime', `ff${'ff'.repeat(30)}7f`],
    ['of 31 bytes', '42'.repeat(31)],
    ['of 33 bytes', '42'.repeat(33)],
    ['of no bytes', ''],
  ])('%s verifies nothing', (_, hex) => {
    for (const text of texts) expect(verifyEd25519(bytes(hex), text, universal)).toBe(false);
  });

  it('that is no point of the curve verifies nothing', () => {
    for (let first = 2; first < 40; first++) {
      const key = bytes(`${first.toString(16).padStart(2, '0')}${'00'.repeat(31)}`);
      expect(verifyEd25519(key, 'text', universal)).toBe(false);
    }
  });
});

/** S + L: the same equation holds, and a lenient verifier takes it for a second signature. */
function withOrderAdded(signature: Buffer): Buffer {
  const order = 2n ** 252n + 27742317777372353535851937790883648493n;
  let sum = BigInt(`0x${Buffer.from(signature.subarray(32)).reverse().toString('hex')}`) + order;
  const made = Buffer.from(signature);
  for (let at = 32; at < 64; at++) {
    made[at] = Number(sum & 0xffn);
    sum >>= 8n;
  }
  return made;
}
