import { it } from 'vitest';
import { zipContent } from '../../src/rules/zip-content.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: an entry cannot be unpacked', () => {
  expectRule(zipContent, { manifest: null, files: [{ name: 'Sample.Tools.psd1', claims: { crc32: 1 } }] });
});
