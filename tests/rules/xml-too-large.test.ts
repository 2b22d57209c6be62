import { it } from 'vitest';
import { xmlTooLarge } from '../../src/rules/xml-too-large.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: the nuspec is too large', () => {
  expectRule(xmlTooLarge, { nuspecText: `<package>${' '.repeat(1024 * 1024)}</package>` });
});
