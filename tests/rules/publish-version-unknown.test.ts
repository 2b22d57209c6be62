import { it } from 'vitest';
import { withListing } from '../../src/publish/record-change.ts';
import { publishVersionUnknown } from '../../src/rules/publish-version-unknown.ts';
import { recordChangeFindings } from '../support/change-findings.ts';
import { expectOnly } from '../support/expect-findings.ts';

it('refuses a version that is not there, and names those that are', () => {
  const findings = recordChangeFindings('Sample.Tools', (record) => withListing(record, '2.0.0', false));
  expectOnly(findings, publishVersionUnknown, { id: 'Sample.Tools', version: '2.0.0', versions: ['1.0.0'] });
});
