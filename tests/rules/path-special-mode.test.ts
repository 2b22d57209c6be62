import { it } from 'vitest';
import { pathSpecialMode } from '../../src/rules/path-special-mode.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: neither a file nor a folder', () => {
  expectRule(pathSpecialMode, { files: [{ name: 'a.txt', mode: 0o120777 }] });
});
