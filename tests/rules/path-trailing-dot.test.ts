import { it } from 'vitest';
import { pathTrailingDot } from '../../src/rules/path-trailing-dot.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: a name that ends in a dot or a space', () => {
  expectRule(pathTrailingDot, { files: [{ name: 'a./b.txt' }] });
});
