import { it } from 'vitest';
import { xmlDepth } from '../../src/rules/xml-depth.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: elements nested too deep', () => {
  expectRule(xmlDepth, { nuspecText: '<a>'.repeat(40) + '</a>'.repeat(40) });
});
