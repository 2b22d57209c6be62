import { it } from 'vitest';
import { zipExtra } from '../../src/rules/zip-extra.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: a malformed extra field', () => {
  expectRule(zipExtra, { files: [{ name: 'a.txt', extra: Uint8Array.from([1, 2, 3]) }] });
});
