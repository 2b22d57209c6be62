import { it } from 'vitest';
import { ok } from '../../src/domain/result.ts';
import { publishIdUnknown } from '../../src/rules/publish-id-unknown.ts';
import { recordChangeFindings } from '../support/change-findings.ts';
import { expectOnly } from '../support/expect-findings.ts';

it.each([
  ['SampleTools', 'Sample.Tools'],
  ['Entirely.Else', ''],
])('refuses %s, and offers %j', (id, similar) => {
  expectOnly(
    recordChangeFindings(id, ok),
    publishIdUnknown,
    { id, similar },
    { file: `index/packages/${id}.yaml` },
  );
});
