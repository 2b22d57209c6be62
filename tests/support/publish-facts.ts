/** The facts of a publish with plain defaults: a test names what is known already, and what comes. */
import type { GallerySettingsInput } from '../../src/domain/gallery-settings.ts';
import { type Approval, type PackageRecord, recordSchema } from '../../src/domain/record.ts';
import {
  type KnownPackage,
  type PublishFacts,
  type PublishPlan,
  planPublish,
} from '../../src/publish/plan.ts';
import { makeSettings } from './make-gallery.ts';
import { hashOf, makeNupkgValue, type NupkgSpec } from './make-nupkg-value.ts';

export interface KnownSpec {
  readonly id?: string;
  readonly owners?: readonly string[];
  readonly githubIds?: Readonly<Record<string, number>>;
  /** A version with a leading `-` is unlisted. */
  readonly versions?: readonly string[];
  readonly removed?: readonly string[];
  readonly kind?: KnownPackage['kind'];
  readonly guid?: string;
}

export interface PublishSpec extends NupkgSpec {
  readonly known?: readonly KnownSpec[];
  readonly publisher?: string;
  readonly publisherId?: number;
  readonly approvals?: readonly Approval[];
  readonly settings?: Partial<GallerySettingsInput>;
}

export const PUBLISHED_AT = '2026-03-01T12:00:00Z';

export function planOf(spec: PublishSpec = {}): PublishPlan {
  return planPublish(publishFacts(spec));
}

export function publishFacts(spec: PublishSpec = {}): PublishFacts {
  const { known = [], publisher = 'contoso-team', publisherId, approvals, settings, ...nupkg } = spec;
  return {
    settings: makeSettings(settings),
    known: known.map(knownPackage),
    nupkg: makeNupkgValue(nupkg),
    file: 'new.nupkg',
    publisher,
    publisherId,
    approvals,
    proof: { kind: 'local' },
    now: PUBLISHED_AT,
  };
}

function knownPackage(spec: KnownSpec): KnownPackage {
  return { record: makeRecord(spec), kind: spec.kind ?? 'module', guid: spec.guid };
}

export function makeRecord(spec: KnownSpec = {}): PackageRecord {
  const { id = 'Contoso.Tools', owners = ['contoso-team'], versions = ['1.0.0'], removed = [] } = spec;
  return recordSchema.parse({
    id,
    owners,
    githubIds: spec.githubIds,
    versions: versions.map((text) => ({
      version: text.replace(/^-/, ''),
      sha512: hashOf(`${id} ${text}`),
      sizeBytes: 1000,
      published: '2026-01-01T09:30:00Z',
      publisher: 'contoso-team',
      listed: !text.startsWith('-'),
    })),
    removed: removed.map((version) => ({
      version,
      sha512: hashOf(`${id} ${version}`),
      removed: '2026-02-01T00:00:00Z',
      by: 'contoso-admin',
      reason: 'Held a password.',
    })),
  });
}
