import { it } from 'vitest';
import { withOwners } from '../../src/publish/record-change.ts';
import { publishOwnerLast } from '../../src/rules/publish-owner-last.ts';
import { recordChangeFindings } from '../support/change-findings.ts';
import { expectOnly } from '../support/expect-findings.ts';

it('refuses to take away the last owner', () => {
  const findings = recordChangeFindings('Sample.Tools', (record) => withOwners(record, [], ['contoso']));
  expectOnly(findings, publishOwnerLast, { id: 'Sample.Tools' });
});
