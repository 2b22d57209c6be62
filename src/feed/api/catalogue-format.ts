/**
 * The form of api/catalogue.jsonl: the whole gallery as the gateway holds it in memory. After the head each package has two
 * lines: what queries are decided by, which is read at the start, and the rest, which is read when an entry is written.
 */
import type { PackageKind } from '../../domain/nupkg.ts';
import type { V2EntryValues } from '../v2/entry-values.ts';
import type { V2PropertyName } from '../v2/properties.ts';

/** A gateway refuses another one: it has to be built anew. */
export const CATALOGUE_FORMAT = 1;

export interface CatalogueHead {
  readonly format: number;
  readonly title: string;
  /** Ends in `/`: the feeds name this address. */
  readonly siteUrl: string;
  /** `OWNER/NAME`, where packages are reported. */
  readonly repository?: string;
  readonly packageCount: number;
  readonly versionCount: number;
  /** Keys of ids that are the gallery's though no version of them is here. */
  readonly goneIds: readonly string[];
  /** Patterns of ids that belong to owners here. */
  readonly prefixes: readonly string[];
}

export interface CatalogueLine {
  readonly id: string;
  readonly kind: PackageKind;
  readonly owners: readonly string[];
  readonly categories?: readonly string[];
  /** As their authors spelled them, in NuGet's order. */
  readonly versions: readonly string[];
  /** Where in `versions`. */
  readonly unlisted?: readonly number[];
  readonly latest?: number;
  readonly absoluteLatest?: number;
  /** Each text of tags once. */
  readonly tags: readonly string[];
  /** Of each version, which of `tags`; absent when all have the first. */
  readonly tagsOf?: readonly number[];
  /** Of the version that stands for the package. */
  readonly title?: string;
  readonly description: string;
  readonly authors: string;
  readonly company?: string;
  readonly aliases?: readonly string[];
}

/** What cannot be told from the line of the package. Times are as the entry has them. */
export const DETAIL_NAMES = [
  'Created',
  'Authors',
  'Copyright',
  'Dependencies',
  'Description',
  'IconUrl',
  'Language',
  'PackageHash',
  'PackageSize',
  'ProjectUrl',
  'ReleaseNotes',
  'RequireLicenseAcceptance',
  'Summary',
  'Title',
  'MinClientVersion',
  'LicenseUrl',
  'FileList',
  'GUID',
  'PowerShellVersion',
  'PowerShellHostVersion',
  'DotNetFrameworkVersion',
  'CLRVersion',
  'ProcessorArchitecture',
  'CompanyName',
] as const satisfies readonly V2PropertyName[];

export type DetailName = (typeof DETAIL_NAMES)[number];
export type VersionDetails = Pick<V2EntryValues, DetailName>;

/** One a version: what differs from the version before, of which the first has everything. */
export type CatalogueDetails = readonly Partial<VersionDetails>[];
