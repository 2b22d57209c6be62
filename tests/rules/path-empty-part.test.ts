import { it } from 'vitest';
import { pathEmptyPart } from '../../src/rules/path-empty-part.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: an empty part in a path', () => {
  expectRule(pathEmptyPart, { files: [{ name: 'a//b.txt' }] });
});
