import { describe, expect, it } from 'vitest';
import type { Gallery } from '../../src/domain/gallery.ts';
import { packageKey } from '../../src/domain/package-id.ts';
import { makeGallery, type PackageSpec } from '../support/make-gallery.ts';
import { exportsOf } from '../support/make-nupkg-value.ts';

function only(spec: Omit<PackageSpec, 'id'>) {
  return found(makeGallery([{ id: 'Contoso.Tools', ...spec }]), 'Contoso.Tools');
}

function found(gallery: Gallery, id: string) {
  const item = gallery.byKey.get(packageKey(id));
  if (!item) throw new Error(`${id} is not in the gallery`);
  return item;
}

describe('a package', () => {
  it('has its versions in NuGet order, whatever the order of the record', () => {
    const item = only({ versions: ['1.10.0', '1.9.0', '1.10.0-rc', '1.9.0.1'] });
    expect(item.versions.map(({ version }) => version.original)).toEqual([
      '1.9.0',
      '1.9.0.1',
      '1.10.0-rc',
      '1.10.0',
    ]);
  });

  it.each([
    ['a stable version only', ['1.0.0'], '1.0.0', '1.0.0'],
    ['a newer prerelease', ['1.0.0', '2.0.0-a'], '1.0.0', '2.0.0-a'],
    ['an older prerelease', ['1.0.0-a', '1.0.0'], '1.0.0', '1.0.0'],
    ['a prerelease only', ['1.0.0-a', '1.0.0-b'], undefined, '1.0.0-b'],
    ['a newer version that is unlisted', ['1.0.0', { version: '2.0.0', listed: false }], '1.0.0', '1.0.0'],
    ['unlisted versions only', [{ version: '1.0.0', listed: false }], undefined, undefined],
  ])('with %s knows its latest versions', (_, versions, latest, absoluteLatest) => {
    const item = only({ versions });
    expect(item.latest?.version.original).toBe(latest);
    expect(item.absoluteLatest?.version.original).toBe(absoluteLatest);
    expect(item.versions.filter(({ isLatest }) => isLatest)).toEqual(item.latest ? [item.latest] : []);
    expect(item.versions.filter(({ isAbsoluteLatest }) => isAbsoluteLatest)).toEqual(
      item.absoluteLatest ? [item.absoluteLatest] : [],
    );
  });

  it('has the deprecation of a version before that of all of them', () => {
    const own = { reasons: ['CriticalBugs' as const], message: 'Loses data.' };
    const all = { reasons: ['Legacy' as const] };
    const item = only({ deprecated: all, versions: ['1.0.0', { version: '1.1.0', deprecated: own }] });
    expect(item.deprecation).toEqual(all);
    expect(item.versions.map(({ deprecation }) => deprecation)).toEqual([all, own]);
  });

  it('has times to the millisecond, so that they sort as text', () => {
    const versions = [
      { version: '1.0.0', published: '2026-01-31T09:30:00Z' },
      { version: '1.1.0', published: '2026-01-31T09:30:00.5Z' },
    ];
    expect(only({ versions }).versions.map(({ publishedAt }) => publishedAt)).toEqual([
      '2026-01-31T09:30:00.000Z',
      '2026-01-31T09:30:00.500Z',
    ]);
  });

  it('has the tags that clients search by, and dependencies whose ranges can be read', () => {
    const versions = [
      {
        version: '1.0.0',
        dependencies: { Base: '[1.0,2.0)', Odd: 'latest' },
        manifest: { functionsToExport: exportsOf('Get-Tool') },
      },
    ];
    const [version] = only({ versions }).versions;
    expect(version?.tags).toContain('PSFunction_Get-Tool');
    expect(version?.dependencies.map(({ id }) => id)).toEqual(['Base']);
  });

  it('keeps what was removed', () => {
    const gone = {
      version: '0.9.0',
      sha512: 'x',
      removed: '2026-02-01T00:00:00Z',
      by: 'ada',
      reason: 'Broken.',
    };
    expect(only({ removed: [gone] }).removed).toEqual([gone]);
  });
});
