import { it } from 'vitest';
import { zipPrefixData } from '../../src/rules/zip-prefix-data.ts';
import { expectRule } from '../support/nupkg-findings.ts';
import { utf8 } from '../support/zip-builder.ts';

it('refuses: bytes stand before the first file', () => {
  expectRule(zipPrefixData, { zip: { prefix: utf8('MZ'), end: {} } });
});
