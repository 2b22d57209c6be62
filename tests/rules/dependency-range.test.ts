import { it } from 'vitest';
import { dependencyRange } from '../../src/rules/dependency-range.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: the range of a dependency cannot be read', () => {
  expectRule(dependencyRange, {
    metadata: '<dependencies><dependency id="A" version="[1.0" /></dependencies>',
  });
});
