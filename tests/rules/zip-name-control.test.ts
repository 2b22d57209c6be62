import { it } from 'vitest';
import { zipNameControl } from '../../src/rules/zip-name-control.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: control characters in a name', () => {
  expectRule(zipNameControl, { files: [{ name: 'a\u0007.txt' }] });
});
