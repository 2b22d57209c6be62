import { it } from 'vitest';
import { psd1NotHashtable } from '../../src/rules/psd1-not-hashtable.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: the manifest is not a hashtable', () => {
  expectRule(psd1NotHashtable, { manifest: "'1.0.0'" });
});
