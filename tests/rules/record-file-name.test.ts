import { expect, it } from 'vitest';
import { recordFileName } from '../../src/rules/record-file-name.ts';
import { codesOf, expectOnly } from '../support/expect-findings.ts';
import { indexFindings } from '../support/index-findings.ts';

it.each(['Other.yaml', 'tools.yaml', 'Tools.yml'])('refuses a record of Tools in %s', (name) => {
  const findings = indexFindings([{ id: 'Tools' }], ({ records }) => ({
    records: records.map((item) => ({ ...item, file: `packages/${name}` })),
  }));
  expectOnly(findings, recordFileName, { id: 'Tools', expected: 'Tools.yaml' }, { file: `packages/${name}` });
});

it('takes one in the file of its name', () => {
  expect(codesOf(indexFindings([{ id: 'Tools' }]))).toEqual([]);
});
