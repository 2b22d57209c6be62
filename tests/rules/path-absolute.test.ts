import { it } from 'vitest';
import { pathAbsolute } from '../../src/rules/path-absolute.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: an absolute path', () => {
  expectRule(pathAbsolute, { files: [{ name: '/a.txt' }] });
});
