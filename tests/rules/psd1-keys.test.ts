import { it } from 'vitest';
import { psd1Keys } from '../../src/rules/psd1-keys.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: too many keys in a hashtable', () => {
  expectRule(psd1Keys, {
    manifest: `@{ ModuleVersion = '1.0.0'\n${Array.from({ length: 501 }, (_, index) => `Key${index} = 1`).join('\n')} }`,
  });
});
