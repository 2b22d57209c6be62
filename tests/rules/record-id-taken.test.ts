import { it } from 'vitest';
import { recordIdTaken } from '../../src/rules/record-id-taken.ts';
import { expectOnly } from '../support/expect-findings.ts';
import { indexFindings } from '../support/index-findings.ts';

it('refuses a second record whose id differs only by case', () => {
  const findings = indexFindings([{ id: 'Tools' }, { id: 'TOOLS', versions: [] }]);
  const other = 'packages-index/packages/Tools.yaml';
  expectOnly(findings, recordIdTaken, { id: 'TOOLS', other }, { file: 'packages-index/packages/TOOLS.yaml' });
});
