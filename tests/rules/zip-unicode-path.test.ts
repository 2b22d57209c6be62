import { it } from 'vitest';
import { zipUnicodePath } from '../../src/rules/zip-unicode-path.ts';
import { expectRule } from '../support/nupkg-findings.ts';
import { extraField, utf8 } from '../support/zip-builder.ts';

it('refuses: a second name in an extra field', () => {
  expectRule(zipUnicodePath, { files: [{ name: 'a.txt', extra: extraField(0x7075, utf8('x')) }] });
});
