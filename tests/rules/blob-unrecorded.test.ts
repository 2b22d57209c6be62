import { expect, it } from 'vitest';
import { blobUnrecorded } from '../../src/rules/blob-unrecorded.ts';
import { codesOf, expectOnly } from '../support/expect-findings.ts';
import { indexFindings } from '../support/index-findings.ts';
import { makeBlobReading } from '../support/make-gallery.ts';
import { makeNupkgValue } from '../support/make-nupkg-value.ts';

const stray = makeBlobReading(makeNupkgValue({ id: 'Tools', version: '2.0.0' }));

it('refuses a blob that no record names', () => {
  const findings = indexFindings([{ id: 'Tools' }], ({ blobs }) => ({ blobs: [...blobs, stray] }));
  expectOnly(findings, blobUnrecorded, {}, { file: 'packages-index/blobs/Tools.2.0.0.nupkg' });
});

it('says nothing of a blob whose record has a fault of its own', () => {
  const findings = indexFindings([], () => ({ blobs: [stray], unreadRecords: ['Tools.yaml'] }));
  expect(codesOf(findings)).toEqual([]);
});
