import { it } from 'vitest';
import { recordVersionGrammar } from '../../src/rules/record-version-grammar.ts';
import { expectOnly } from '../support/expect-findings.ts';
import { indexFindings } from '../support/index-findings.ts';

it.each(['latest', '1.0.0.0.0', 'v1.0'])('refuses a record of the version %s', (version) => {
  const findings = indexFindings([{ id: 'Tools', versions: ['1.0.0', version] }]);
  expectOnly(findings, recordVersionGrammar, { version }, { file: 'packages-index/packages/Tools.yaml' });
});
