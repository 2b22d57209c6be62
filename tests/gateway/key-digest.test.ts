import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { digestOf, isSameDigest } from '../../src/gateway/key-digest.ts';
import fc from '../support/laws.ts';

it('is the SHA-256 of the text', async () => {
  for (const text of ['', 'psg_x', 'é日本'])
    expect(Buffer.from(await digestOf(text)).toString('hex')).toBe(
      createHash('sha256').update(text).digest('hex'),
    );
});

it('is the same as itself, and as nothing else', () => {
  const bytes = fc.uint8Array({ maxLength: 40 });
  fc.assert(
    fc.property(bytes, bytes, (one, other) => {
      expect(isSameDigest(one, Uint8Array.from(one))).toBe(true);
      expect(isSameDigest(one, other)).toBe(Buffer.from(one).equals(Buffer.from(other)));
    }),
  );
});
