import { it } from 'vitest';
import { pathCharacters } from '../../src/rules/path-characters.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: a character that not every system allows', () => {
  expectRule(pathCharacters, { files: [{ name: 'a|b.txt' }] });
});
