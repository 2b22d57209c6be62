import { generateKeyPairSync } from 'node:crypto';
import { expect, it } from 'vitest';
import { isUsablePublicKey } from '../../src/domain/ed25519-public-key.ts';

const bytes = (hex: string) => Buffer.from(hex, 'hex');

it('takes keys as they are made', () => {
  for (let count = 0; count < 20; count++) {
    const der = generateKeyPairSync('ed25519').publicKey.export({ format: 'der', type: 'spki' });
    expect(isUsablePublicKey(der.subarray(-32))).toBe(true);
  }
});

it.each([
  ['the greatest below the prime that is of no small order', `eb${'ff'.repeat(30)}7f`, true],
  ['the last of small order', `ec${'ff'.repeat(30)}7f`, false],
  ['the prime', `ed${'ff'.repeat(30)}7f`, false],
  ['the prime, with a sign', `ed${'ff'.repeat(31)}`, false],
  ['two', `02${'00'.repeat(31)}`, true],
  ['one', `01${'00'.repeat(31)}`, false],
  ['zero', '00'.repeat(32), false],
  ['too few bytes', '02', false],
])('tells of %s whether it may be a key', (_, hex, isUsable) => {
  expect(isUsablePublicKey(bytes(hex))).toBe(isUsable);
});
