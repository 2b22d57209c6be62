import { it } from 'vitest';
import { zipMethod } from '../../src/rules/zip-method.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: an unusual compression', () => {
  expectRule(zipMethod, { files: [{ name: 'a.txt', method: 12 }] });
});
