import { it } from 'vitest';
import { xmlSyntax } from '../../src/rules/xml-syntax.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: the nuspec is not well-formed XML', () => {
  expectRule(xmlSyntax, { nuspecText: '<package><metadata></package>' });
});
