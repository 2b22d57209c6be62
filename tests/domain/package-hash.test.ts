import { expect, it } from 'vitest';
import { isPackageHash } from '../../src/domain/package-hash.ts';
import { hashOf } from '../support/make-nupkg-value.ts';

it('takes a base64 SHA-512 for a hash', () => {
  expect(isPackageHash(hashOf('anything'))).toBe(true);
});

it.each([
  ['hexadecimal', 'ab'.repeat(64)],
  ['without padding', hashOf('x').slice(0, 86)],
  ['base64 of another length', Buffer.alloc(32).toString('base64')],
  ['of the URL alphabet', `${'_'.repeat(86)}==`],
  ['empty', ''],
])('refuses a text that is %s', (_, text) => {
  expect(isPackageHash(text)).toBe(false);
});
