import { it } from 'vitest';
import { zipNotZip } from '../../src/rules/zip-not-zip.ts';
import { expectRule } from '../support/nupkg-findings.ts';
import { utf8 } from '../support/zip-builder.ts';

it('refuses: the file is not a zip archive', () => {
  expectRule(zipNotZip, utf8('PK is not enough'));
});
