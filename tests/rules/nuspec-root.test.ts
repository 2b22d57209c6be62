import { it } from 'vitest';
import { nuspecRoot } from '../../src/rules/nuspec-root.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: not a nuspec', () => {
  expectRule(nuspecRoot, { nuspecText: '<html/>' });
});
