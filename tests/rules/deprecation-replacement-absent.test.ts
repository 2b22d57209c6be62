import { expect, it } from 'vitest';
import { deprecationReplacementAbsent } from '../../src/rules/deprecation-replacement-absent.ts';
import { codesOf, expectOnly } from '../support/expect-findings.ts';
import { indexFindings } from '../support/index-findings.ts';

it('warns of a replacement that is not here', () => {
  const findings = indexFindings([{ id: 'Tools', deprecated: { replacement: 'Absent' } }]);
  const file = 'packages-index/packages/Tools.yaml';
  expectOnly(findings, deprecationReplacementAbsent, { replacement: 'Absent' }, { file });
});

it('warns once where the whole package names it, however many versions there are', () => {
  const findings = indexFindings([
    { id: 'Tools', versions: ['1.0.0', '1.1.0'], deprecated: { replacement: 'Absent' } },
  ]);
  expect(codesOf(findings)).toEqual([deprecationReplacementAbsent.code]);
});

it('warns of one that a single version names', () => {
  const versions = ['1.0.0', { version: '1.1.0', deprecated: { replacement: 'Absent' } }];
  expectOnly(indexFindings([{ id: 'Tools', versions }]), deprecationReplacementAbsent, {
    replacement: 'Absent',
  });
});

it('takes one that is here, in any case, and a deprecation without one', () => {
  const deprecated = { replacement: 'TOOLS' };
  expect(codesOf(indexFindings([{ id: 'Tools' }, { id: 'Old', deprecated }]))).toEqual([]);
  expect(codesOf(indexFindings([{ id: 'Old', deprecated: { message: 'Gone.' } }]))).toEqual([]);
});
