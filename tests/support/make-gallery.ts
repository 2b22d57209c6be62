/**
 * A Gallery in memory for tests of what is made from one: records and Nupkg values go through the real join, so
 * that no test sees a gallery which the reader could not give.
 */
import type { z } from 'zod';
import { blobNames } from '../../src/domain/blob-name.ts';
import type { BlobReading } from '../../src/domain/blob-reading.ts';
import { hasErrors } from '../../src/domain/finding.ts';
import type { Gallery } from '../../src/domain/gallery.ts';
import {
  type GallerySettings,
  type GallerySettingsInput,
  gallerySettingsSchema,
} from '../../src/domain/gallery-settings.ts';
import type { Nupkg, PackageKind } from '../../src/domain/nupkg.ts';
import { type PackageRecord, recordSchema } from '../../src/domain/record.ts';
import { type IndexParts, readGallery } from '../../src/read/gallery.ts';
import { makeNupkgValue, type NupkgSpec } from './make-nupkg-value.ts';

export type DeprecationSpec = z.input<typeof recordSchema>['deprecated'];

/** What the archive says, and what the record says of it. */
export interface VersionSpec extends Omit<NupkgSpec, 'id' | 'kind'> {
  readonly version: string;
  readonly listed?: boolean;
  readonly deprecated?: DeprecationSpec;
  /** Default: 09:30 UTC, a day later for each version of the package, from 2026-01-01 on. */
  readonly published?: string;
  readonly publisher?: string;
}

export interface PackageSpec {
  readonly id: string;
  readonly kind?: PackageKind;
  readonly owners?: readonly string[];
  readonly categories?: readonly string[];
  readonly deprecated?: DeprecationSpec;
  readonly removed?: PackageRecord['removed'];
  /** A version alone stands for one with all defaults. */
  readonly versions?: readonly (string | VersionSpec)[];
}

export const BLOB_FOLDER = 'packages-index/blobs/';

export function makeGallery(
  packages: readonly PackageSpec[] = [],
  settings: Partial<GallerySettingsInput> = {},
): Gallery {
  const { value, findings } = readGallery(makeIndexParts(packages, settings));
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (!value || hasErrors(findings)) throw new Error(`no gallery: ${JSON.stringify(errors)}`);
  return value;
}

/** The same before it is joined, for tests of the join itself. */
export function makeIndexParts(
  packages: readonly PackageSpec[],
  settings: Partial<GallerySettingsInput> = {},
): IndexParts {
  const made = packages.map(makePackage);
  return {
    settings: makeSettings(settings),
    records: made.map(({ record }) => ({
      file: `packages-index/packages/${record.id}.yaml`,
      record,
    })),
    blobs: made.flatMap(({ blobs }) => blobs),
    blobFolder: BLOB_FOLDER,
  };
}

export function makeSettings(settings: Partial<GallerySettingsInput> = {}): GallerySettings {
  return gallerySettingsSchema.parse({
    title: 'Contoso Gallery',
    description: 'PowerShell of Contoso.',
    owners: ['contoso-admin'],
    ...settings,
  });
}

function makePackage(spec: PackageSpec) {
  const versions = (spec.versions ?? ['1.0.0']).map((version) =>
    typeof version === 'string' ? { version } : version,
  );
  const nupkgs = versions.map((version) =>
    makeNupkgValue({ ...version, id: spec.id, kind: spec.kind ?? 'module' }),
  );
  const record = recordSchema.parse({
    id: spec.id,
    owners: spec.owners ?? ['contoso-team'],
    categories: spec.categories ?? [],
    ...(spec.deprecated && { deprecated: spec.deprecated }),
    versions: versions.map((version, index) => versionRecord(version, nupkgs[index], index)),
    removed: spec.removed ?? [],
  });
  const blobs = nupkgs.map((nupkg) => makeBlobReading(nupkg));
  return { record, blobs };
}

function versionRecord(spec: VersionSpec, nupkg: Nupkg | undefined, index: number) {
  if (!nupkg) throw new Error(`${spec.version} has no package`);
  const day = new Date(Date.UTC(2026, 0, 1 + index, 9, 30)).toISOString();
  return {
    version: spec.version,
    sha512: nupkg.sha512,
    sizeBytes: nupkg.sizeBytes,
    published: spec.published ?? day.replace('.000Z', 'Z'),
    publisher: spec.publisher ?? 'contoso-team',
    listed: spec.listed ?? true,
    ...(spec.deprecated && { deprecated: spec.deprecated }),
  };
}

export function makeBlobReading(nupkg: Nupkg, overrides: Partial<BlobReading> = {}): BlobReading {
  return {
    // As it is spelled, so that versions that are the same to clients can be put side by side.
    blobName: blobNames(nupkg.nuspec.id, nupkg.nuspec.version).at(-1) ?? '',
    sha512: nupkg.sha512,
    sizeBytes: nupkg.sizeBytes,
    nupkg,
    findings: [],
    ...overrides,
  };
}
