import { it } from 'vitest';
import { blobMissing } from '../../src/rules/blob-missing.ts';
import { expectOnly } from '../support/expect-findings.ts';
import { indexFindings } from '../support/index-findings.ts';

it('refuses a recorded version whose blob is not there', () => {
  const findings = indexFindings([{ id: 'Tools', versions: ['1.0.0', '1.1'] }], ({ blobs }) => ({
    blobs: blobs.filter(({ blobName }) => blobName !== 'Tools.1.1.nupkg'),
  }));
  const expected = 'packages-index/blobs/Tools.1.1.0.nupkg';
  expectOnly(findings, blobMissing, { version: '1.1', expected }, { file: expected });
});
