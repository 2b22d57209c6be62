import { it } from 'vitest';
import { nuspecCount } from '../../src/rules/nuspec-count.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: not exactly one nuspec', () => {
  expectRule(nuspecCount, { files: [{ name: 'Other.nuspec' }] });
});
