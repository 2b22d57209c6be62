import { it } from 'vitest';
import { zipDisks } from '../../src/rules/zip-disks.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: an archive in several parts', () => {
  expectRule(zipDisks, { files: [{ name: 'a.txt', disk: 1 }] });
});
