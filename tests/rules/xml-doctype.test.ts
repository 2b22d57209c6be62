import { it } from 'vitest';
import { xmlDoctype } from '../../src/rules/xml-doctype.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: a document type declaration', () => {
  expectRule(xmlDoctype, { nuspecText: '<!DOCTYPE package [<!ENTITY a "b">]><package/>' });
});
