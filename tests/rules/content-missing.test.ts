import { it } from 'vitest';
import { contentMissing } from '../../src/rules/content-missing.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: a package holds neither a module nor a script', () => {
  expectRule(contentMissing, { manifest: null });
});
