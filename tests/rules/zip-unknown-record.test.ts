import { it } from 'vitest';
import { zipUnknownRecord } from '../../src/rules/zip-unknown-record.ts';
import { expectRule } from '../support/nupkg-findings.ts';
import { utf8 } from '../support/zip-builder.ts';

it('refuses: bytes that belong to no record', () => {
  expectRule(zipUnknownRecord, { files: [{ name: 'a.txt', before: utf8('what is this') }] });
});
