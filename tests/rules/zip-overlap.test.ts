import { it } from 'vitest';
import { zipOverlap } from '../../src/rules/zip-overlap.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: entries overlap', () => {
  expectRule(zipOverlap, {
    files: [
      { name: 'a.txt', data: 'same' },
      { name: 'a.txt', data: 'same', offset: 0 },
    ],
  });
});
