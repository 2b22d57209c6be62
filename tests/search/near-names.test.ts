import { expect, it } from 'vitest';
import { nearNames } from '../../src/search/near-names.ts';

it('puts the nearest first', () => {
  expect(nearNames('importexcell', ['importexcels', 'importexcel', 'imports', 'importexce'], 3)).toEqual([
    'importexcel',
    'importexcels',
    'importexce',
  ]);
  expect(nearNames('git', ['gti'], 3)).toEqual([]);
});
