import { it } from 'vitest';
import { zipEncrypted } from '../../src/rules/zip-encrypted.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: an encrypted entry', () => {
  expectRule(zipEncrypted, { files: [{ name: 'a.txt', flags: 1 }] });
});
