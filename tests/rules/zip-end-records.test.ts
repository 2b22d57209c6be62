import { it } from 'vitest';
import { zipEndRecords } from '../../src/rules/zip-end-records.ts';
import { expectRule } from '../support/nupkg-findings.ts';
import { u32 } from '../support/zip-builder.ts';

it('refuses: there is more than one end record', () => {
  expectRule(zipEndRecords, { zip: { beforeEnd: Buffer.concat([u32(0x06054b50), new Uint8Array(18)]) } });
});
