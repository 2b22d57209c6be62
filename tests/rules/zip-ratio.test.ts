import { it } from 'vitest';
import { zipRatio } from '../../src/rules/zip-ratio.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: compressed beyond all proportion', () => {
  expectRule(zipRatio, { files: [{ name: 'a.txt', data: new Uint8Array(65 * 1024 * 1024) }] });
});
