import { expect, it } from 'vitest';
import { blobNotItsRecord } from '../../src/rules/blob-not-its-record.ts';
import { codesOf, expectOnly } from '../support/expect-findings.ts';
import { indexFindings } from '../support/index-findings.ts';

const findingsOf = (nuspec: { readonly id?: string; readonly version?: string }) =>
  indexFindings([{ id: 'Tools', versions: ['1.0'] }], ({ blobs }) => ({
    blobs: blobs.map((blob) =>
      blob.nupkg ? { ...blob, nupkg: { ...blob.nupkg, nuspec: { ...blob.nupkg.nuspec, ...nuspec } } } : blob,
    ),
  }));

it.each([
  [{ id: 'Other' }, 'Other 1.0'],
  [{ id: 'tools' }, 'tools 1.0'],
  [{ version: '1.0.1' }, 'Tools 1.0.1'],
  [{ version: 'latest' }, 'Tools latest'],
])('refuses a blob whose nuspec says %j', (nuspec, found) => {
  expectOnly(findingsOf(nuspec), blobNotItsRecord, { recorded: 'Tools 1.0', found });
});

it('takes another spelling of the same version', () => {
  expect(codesOf(findingsOf({ version: '1.0.0' }))).toEqual([]);
});
