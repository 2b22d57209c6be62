import { it } from 'vitest';
import { nuspecElementCount } from '../../src/rules/nuspec-element-count.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: not exactly one of an element', () => {
  expectRule(nuspecElementCount, { metadata: '<id>Other</id>' });
});
