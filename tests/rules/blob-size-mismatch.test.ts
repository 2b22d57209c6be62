import { it } from 'vitest';
import { blobSizeMismatch } from '../../src/rules/blob-size-mismatch.ts';
import { expectOnly } from '../support/expect-findings.ts';
import { indexFindings } from '../support/index-findings.ts';

it('refuses a blob of another size than was recorded', () => {
  const findings = indexFindings([{ id: 'Tools' }], ({ blobs }) => ({
    blobs: blobs.map((blob) => ({ ...blob, sizeBytes: 999 })),
  }));
  expectOnly(
    findings,
    blobSizeMismatch,
    { recorded: 1000, found: 999 },
    { file: 'packages-index/blobs/Tools.1.0.0.nupkg' },
  );
});
