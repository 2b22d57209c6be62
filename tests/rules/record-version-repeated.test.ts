import { expect, it } from 'vitest';
import { recordVersionRepeated } from '../../src/rules/record-version-repeated.ts';
import { codesOf, expectOnly } from '../support/expect-findings.ts';
import { indexFindings } from '../support/index-findings.ts';

it.each([
  ['1.0', '1.0.0'],
  ['1.0.0', '1.0.0.0'],
  ['1.0.0-beta', '1.0.0-BETA'],
  ['1.0.0-1', '1.0.0-01'],
  ['1.0.0', '1.0.0+build'],
])('refuses %s and %s in one record', (other, version) => {
  const findings = indexFindings([{ id: 'Tools', versions: [other, version] }]);
  expectOnly(
    findings,
    recordVersionRepeated,
    { version, other },
    { file: 'packages-index/packages/Tools.yaml' },
  );
});

it('takes versions that only look alike', () => {
  const versions = ['1.0', '1.0.0.1', '1.0.0-beta', '1.0.0-beta1', '1.0.0-beta01'];
  expect(codesOf(indexFindings([{ id: 'Tools', versions }]))).toEqual([]);
});
