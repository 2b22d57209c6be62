import { it } from 'vitest';
import { zipTrailingData } from '../../src/rules/zip-trailing-data.ts';
import { expectRule } from '../support/nupkg-findings.ts';
import { utf8 } from '../support/zip-builder.ts';

it('refuses: bytes follow the end of the archive', () => {
  expectRule(zipTrailingData, { zip: { suffix: utf8('more') } });
});
