import { it } from 'vitest';
import { zipFlags } from '../../src/rules/zip-flags.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: unknown flags', () => {
  expectRule(zipFlags, { files: [{ name: 'a.txt', flags: 0x20 }] });
});
