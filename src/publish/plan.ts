/**
 * The one decision of every door: may this package be published here, and what does the index become? Facts in,
 * plan out; nothing is read or written. A plan without errors is the commit to make.
 */
import { blobName, blobNames } from '../domain/blob-name.ts';
import { type Finding, hasErrors } from '../domain/finding.ts';
import type { GallerySettings } from '../domain/gallery-settings.ts';
import {
  compareNuGetVersions,
  isPrerelease,
  type NuGetVersion,
  parseNuGetVersion,
} from '../domain/nuget-version.ts';
import type { Nupkg, PackageKind } from '../domain/nupkg.ts';
import { packageKey } from '../domain/package-id.ts';
import { summarizePackage } from '../domain/package-summary.ts';
import type { Approval, PackageRecord, Proof, VersionRecord } from '../domain/record.ts';
import { findingOf } from '../domain/rule.ts';
import { metaGuidChanged } from '../rules/meta-guid-changed.ts';
import { metaGuidTaken } from '../rules/meta-guid-taken.ts';
import { packageTooLarge } from '../rules/package-too-large.ts';
import { publishBlobNameTaken } from '../rules/publish-blob-name-taken.ts';
import { publishIdCase } from '../rules/publish-id-case.ts';
import { publishKindChanged } from '../rules/publish-kind-changed.ts';
import { publishLowerVersion } from '../rules/publish-lower-version.ts';
import { publishNotOwner } from '../rules/publish-not-owner.ts';
import { publishOwnerId } from '../rules/publish-owner-id.ts';
import { publishVersionExists } from '../rules/publish-version-exists.ts';
import { recordVersionRemoved } from '../rules/record-version-removed.ts';
import { applySeverities } from './apply-severities.ts';
import { checkMetadata } from './metadata.ts';
import { checkNewName } from './new-name.ts';
import { ownershipOf, withGitHubId } from './ownership.ts';

/** What the gallery already knows of one id. */
export interface KnownPackage {
  readonly record: PackageRecord;
  /** Undefined when it has no version left. */
  readonly kind: PackageKind | undefined;
  /** Of the highest version. */
  readonly guid: string | undefined;
}

export interface PublishFacts {
  readonly settings: GallerySettings;
  readonly known: readonly KnownPackage[];
  readonly nupkg: Nupkg;
  /** As the user would name it. */
  readonly file: string;
  readonly publisher: string;
  /** GitHub's number of the publisher, where GitHub says who it is. */
  readonly publisherId?: number | undefined;
  /** What maintainers have let pass of this version. */
  readonly approvals?: readonly Approval[] | undefined;
  readonly proof: Proof;
  /** UTC, ISO 8601, to the second. */
  readonly now: string;
}

export interface PublishPlan {
  readonly findings: readonly Finding[];
  /** Undefined when a finding of severity error refuses the package. */
  readonly change: PublishChange | undefined;
}

export interface PublishChange {
  readonly blobName: string;
  readonly record: PackageRecord;
  readonly isNewPackage: boolean;
  readonly commitMessage: string;
}

export function planPublish(facts: PublishFacts): PublishPlan {
  const { nupkg, file, known } = facts;
  const { nuspec } = nupkg;
  const version = parseNuGetVersion(nuspec.version);
  const own = known.find(({ record }) => packageKey(record.id) === packageKey(nuspec.id));
  const found = [
    ...checkSize(facts),
    ...checkMetadata(nupkg, file, facts.settings.policy),
    ...checkGuid(facts, own),
    ...(own ? checkKnown(facts, own) : checkNew(facts)),
    ...(version.ok ? checkVersion(facts, own, version.value) : []),
  ];
  const findings = applySeverities(found, facts.settings.policy.severities);
  if (hasErrors(findings) || !version.ok) return { findings, change: undefined };
  return { findings, change: change(facts, own) };
}

/** What is there already may be larger: a policy that was tightened removes nothing. */
function checkSize({ settings, nupkg: { sizeBytes }, file }: PublishFacts): readonly Finding[] {
  const limit = settings.policy.maxPackageBytes;
  return sizeBytes > limit ? [findingOf(packageTooLarge, { file }, { sizeBytes, limit })] : [];
}

/** The package is there already: same spelling, same kind, one of its owners. */
function checkKnown({ nupkg, file, publisher, publisherId }: PublishFacts, own: KnownPackage) {
  const { nuspec, content } = nupkg;
  const { id, owners } = own.record;
  const findings: Finding[] = [];
  if (nuspec.id !== id) {
    findings.push(findingOf(publishIdCase, { file }, { id: nuspec.id, published: id }));
  }
  if (own.kind !== undefined && content.kind !== own.kind) {
    const args = { id, kind: content.kind, published: own.kind };
    findings.push(findingOf(publishKindChanged, { file }, args));
  }
  const ownership = ownershipOf(own.record, publisher, publisherId);
  if (ownership === 'stranger') {
    const args = { id, publisher, owners: owners.join(', ') };
    findings.push(findingOf(publishNotOwner, { file }, args));
  }
  if (ownership === 'other-account') findings.push(findingOf(publishOwnerId, { file }, { id, publisher }));
  return findings;
}

function checkNew(facts: PublishFacts): readonly Finding[] {
  const { settings, known, nupkg, file, publisher, publisherId } = facts;
  const records = known.map(({ record }) => record);
  const { id } = nupkg.nuspec;
  return checkNewName({ id, publisher, publisherId, prefixes: settings.prefixes, records }, { file });
}

function checkVersion(
  { nupkg, file, known }: PublishFacts,
  own: KnownPackage | undefined,
  version: NuGetVersion,
): readonly Finding[] {
  const text = nupkg.nuspec.version;
  const findings: Finding[] = [];
  const isSame = (recorded: { readonly version: string }) => {
    const other = parseNuGetVersion(recorded.version);
    return other.ok && compareNuGetVersions(other.value, version) === 0;
  };
  if (own?.record.versions.some(isSame)) {
    return [findingOf(publishVersionExists, { file }, { version: text })];
  }
  if (own?.record.removed.some(isSame)) {
    return [findingOf(recordVersionRemoved, { file }, { version: text })];
  }
  const name = blobName(nupkg.nuspec.id, text);
  const taken = known.find(
    ({ record }) =>
      record !== own?.record &&
      record.versions.some((recorded) =>
        blobNames(record.id, recorded.version).some((other) => other.toLowerCase() === name.toLowerCase()),
      ),
  );
  if (taken) {
    const args = { blobName: name, other: taken.record.id };
    findings.push(findingOf(publishBlobNameTaken, { file }, args));
  }
  const latest = own && latestStable(own.record);
  if (latest && !isPrerelease(version) && compareNuGetVersions(version, latest) < 0) {
    const args = { version: text, latest: latest.original };
    findings.push(findingOf(publishLowerVersion, { file }, args));
  }
  return findings;
}

function checkGuid({ nupkg, file, known }: PublishFacts, own: KnownPackage | undefined) {
  const guid = summarizePackage(nupkg).guid?.toLowerCase();
  if (guid === undefined) return [];
  const other = known.find((item) => item !== own && item.guid?.toLowerCase() === guid);
  if (other) return [findingOf(metaGuidTaken, { file }, { guid, other: other.record.id })];
  const before = own?.guid?.toLowerCase();
  if (before === undefined || before === guid) return [];
  return [findingOf(metaGuidChanged, { file }, { guid, before })];
}

function change(facts: PublishFacts, own: KnownPackage | undefined): PublishChange {
  const { nupkg, publisher, publisherId, proof, approvals = [], now } = facts;
  const { id, version } = nupkg.nuspec;
  const added: VersionRecord = {
    version,
    sha512: nupkg.sha512,
    sizeBytes: nupkg.sizeBytes,
    published: now,
    publisher,
    proof,
    ...(approvals.length > 0 && { approvals: [...approvals] }),
    listed: true,
  };
  const before: PackageRecord = own?.record ?? {
    id,
    owners: [publisher],
    githubIds: {},
    categories: [],
    versions: [],
    removed: [],
  };
  const record = {
    ...withGitHubId(before, publisher, publisherId),
    versions: inOrder([...before.versions, added]),
  };
  const commitMessage = own ? `Publish ${id} ${version}` : `Publish ${id} ${version}, a new package`;
  return { blobName: blobName(id, version), record, isNewPackage: !own, commitMessage };
}

function inOrder(versions: readonly VersionRecord[]): VersionRecord[] {
  const parsed = (recorded: VersionRecord) => {
    const version = parseNuGetVersion(recorded.version);
    if (!version.ok) throw new Error(`a record holds ${recorded.version}, which is not a version`);
    return version.value;
  };
  return versions.toSorted((a, b) => compareNuGetVersions(parsed(a), parsed(b)));
}

function latestStable(record: PackageRecord): NuGetVersion | undefined {
  return record.versions
    .filter(({ listed }) => listed)
    .flatMap(({ version }) => {
      const parsed = parseNuGetVersion(version);
      return parsed.ok && !isPrerelease(parsed.value) ? [parsed.value] : [];
    })
    .sort(compareNuGetVersions)
    .at(-1);
}
