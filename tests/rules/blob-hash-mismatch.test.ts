import { it } from 'vitest';
import { blobHashMismatch } from '../../src/rules/blob-hash-mismatch.ts';
import { expectOnly } from '../support/expect-findings.ts';
import { indexFindings } from '../support/index-findings.ts';
import { hashOf } from '../support/make-nupkg-value.ts';

it('refuses a blob whose bytes are others than were recorded', () => {
  const findings = indexFindings([{ id: 'Tools' }], ({ blobs }) => ({
    blobs: blobs.map((blob) => ({ ...blob, sha512: hashOf('other bytes') })),
  }));
  const args = { recorded: hashOf('Tools 1.0.0'), found: hashOf('other bytes') };
  expectOnly(findings, blobHashMismatch, args, { file: 'packages-index/blobs/Tools.1.0.0.nupkg' });
});
