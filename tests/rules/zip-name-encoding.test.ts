import { it } from 'vitest';
import { zipNameEncoding } from '../../src/rules/zip-name-encoding.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: a name that is not marked as UTF-8', () => {
  expectRule(zipNameEncoding, { files: [{ name: Uint8Array.from([0x61, 0xe9]) }] });
});
