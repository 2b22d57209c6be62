import { describe, expect, it } from 'vitest';
import { isPackageListed, shownVersion } from '../../src/domain/gallery.ts';
import { packageKey } from '../../src/domain/package-id.ts';
import { readGallery } from '../../src/read/gallery.ts';
import { codesOf } from '../support/expect-findings.ts';
import { makeGallery, makeIndexParts } from '../support/make-gallery.ts';
import { hashOf } from '../support/make-nupkg-value.ts';

describe('readGallery', () => {
  it('joins an index without packages to an empty gallery', () => {
    expect(readGallery(makeIndexParts([]))).toMatchObject({ value: { packages: [] }, findings: [] });
  });

  it('sorts packages by the code points of their keys', () => {
    const ids = ['b', 'A', '_x', 'a-b', 'a.b', 'Z', 'a1', 'AB'];
    expect(makeGallery(ids.map((id) => ({ id }))).packages.map(({ id }) => id)).toEqual([
      '_x',
      'A',
      'a-b',
      'a.b',
      'a1',
      'AB',
      'b',
      'Z',
    ]);
  });

  it('finds a package by its key', () => {
    expect(makeGallery([{ id: 'Contoso.Tools' }]).byKey.get(packageKey('CONTOSO.TOOLS'))?.id).toBe(
      'Contoso.Tools',
    );
  });

  it('gives the same gallery whatever the order of records and blobs', () => {
    const parts = makeIndexParts([{ id: 'A', versions: ['1.0.0', '2.0.0'] }, { id: 'B' }, { id: 'C' }]);
    const turned = { ...parts, records: parts.records.toReversed(), blobs: parts.blobs.toReversed() };
    expect(readGallery(turned)).toEqual(readGallery(parts));
  });

  it('leaves out an id without versions', () => {
    expect(
      makeGallery([{ id: 'Empty', versions: [] }, { id: 'Tools' }]).packages.map(({ id }) => id),
    ).toEqual(['Tools']);
  });

  it('takes a blob whose name spells the version as its author did, and one of two', () => {
    const parts = makeIndexParts([{ id: 'A', versions: ['1.0'] }]);
    const [spelled] = parts.blobs;
    if (!spelled) throw new Error('no blob');
    const blob = { ...spelled, blobName: 'A.1.0.0.nupkg' };
    const only = readGallery({ ...parts, blobs: [spelled] });
    expect(only.findings).toEqual([]);
    expect(only.value?.packages[0]?.versions[0]?.blobName).toBe('A.1.0.nupkg');
    const usual = readGallery({ ...parts, blobs: [blob] });
    expect([usual.findings, usual.value?.packages[0]?.versions[0]?.blobName]).toEqual([[], 'A.1.0.0.nupkg']);
    const other = { ...blob, sha512: hashOf('another') };
    expect(readGallery({ ...parts, blobs: [spelled, other] }).findings.map(({ code }) => code)).toEqual([
      'BLOB_UNRECORDED',
    ]);
    const both = readGallery({ ...parts, blobs: [spelled, blob] });
    expect(both.findings.map(({ code, place }) => [code, place.file])).toEqual([
      ['BLOB_UNRECORDED', `${parts.blobFolder}A.1.0.0.nupkg`],
    ]);
  });

  it('gives no gallery where there is any error, but all findings', () => {
    const parts = makeIndexParts([{ id: 'A' }, { id: 'B' }]);
    const { value, findings } = readGallery({ ...parts, blobs: [] });
    expect(value).toBeUndefined();
    expect(codesOf(findings)).toEqual(['BLOB_MISSING', 'BLOB_MISSING']);
  });

  it('gives a gallery where there are only warnings', () => {
    const parts = makeIndexParts([
      { id: 'A', versions: [{ version: '1.0.0', dependencies: { Absent: '' } }] },
    ]);
    expect(readGallery(parts)).toMatchObject({
      value: { packages: [{ id: 'A' }] },
      findings: [{ severity: 'warning' }],
    });
  });

  it('passes on what was found in the blobs', () => {
    const parts = makeIndexParts([{ id: 'A' }]);
    const finding = { code: 'ZIP_PREFIX', severity: 'error', place: { file: 'x' }, args: {} } as const;
    const blobs = parts.blobs.map((blob) => ({ ...blob, nupkg: undefined, findings: [finding] }));
    expect(readGallery({ ...parts, blobs })).toEqual({ value: undefined, findings: [finding] });
  });
});

describe('dependents', () => {
  const gallery = makeGallery([
    { id: 'Base' },
    { id: 'Zed', versions: [{ version: '1.0.0', dependencies: { base: '' } }] },
    { id: 'Alpha', versions: [{ version: '1.0.0', dependencies: { Base: '1.0' } }] },
    { id: 'Former', versions: [{ version: '1.0.0', dependencies: { Base: '' } }, '2.0.0'] },
    { id: 'Preview', versions: ['1.0.0', { version: '2.0.0-a', dependencies: { Base: '' } }] },
    { id: 'OnlyPreview', versions: [{ version: '2.0.0-a', dependencies: { Base: '' } }] },
    { id: 'Hidden', versions: [{ version: '1.0.0', listed: false, dependencies: { Base: '' } }] },
  ]);

  it('are the packages whose shown version depends on it, sorted; unlisted ones are not told', () => {
    expect(gallery.byKey.get(packageKey('Base'))?.dependents).toEqual(['Alpha', 'OnlyPreview', 'Zed']);
  });

  it('are none of a package on which nothing depends', () => {
    expect(gallery.byKey.get(packageKey('Zed'))?.dependents).toEqual([]);
  });
});

it.each([
  ['the latest stable version', ['1.0.0', '2.0.0-a'], '1.0.0', true],
  ['the latest prerelease where there is no stable one', ['1.0.0-a', '1.0.0-b'], '1.0.0-b', true],
  [
    'the highest where none is listed',
    [
      { version: '1.0.0', listed: false },
      { version: '2.0.0', listed: false },
    ],
    '2.0.0',
    false,
  ],
])('shows %s of a package', (_, versions, expected, listed) => {
  const [item] = makeGallery([{ id: 'Tools', versions }]).packages;
  if (!item) throw new Error('no package');
  expect(shownVersion(item).version.original).toBe(expected);
  expect(isPackageListed(item)).toBe(listed);
});
