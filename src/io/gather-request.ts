/** A request and the gallery that it is held against → the facts of the decision, and beside them what the packages hold. */
import type { Finding } from '../domain/finding.ts';
import { isPrerelease } from '../domain/nuget-version.ts';
import type { Nupkg } from '../domain/nupkg.ts';
import { packageKey } from '../domain/package-id.ts';
import type { PackageRecord } from '../domain/record.ts';
import { findingOf } from '../domain/rule.ts';
import { type VersionFacts, versionFacts } from '../domain/version-facts.ts';
import { knownPackages } from '../publish/plan-all.ts';
import type { Approvals } from '../publish/request/approvals.ts';
import type { GalleryRequest, Permission, PipelineRequest } from '../publish/request/request.ts';
import type { ProposedRecord, RequestFacts } from '../publish/request/request-facts.ts';
import { INDEX_ROOT, sortChanges, type TreeChange } from '../publish/request/tree-change.ts';
import { type ArchiveLimits, openArchive } from '../read/archive.ts';
import { archiveSource } from '../read/nupkg.ts';
import { PackageFiles } from '../read/package-source.ts';
import { readRecord } from '../read/record.ts';
import { YAML_MAX_LENGTH } from '../read/yaml-document.ts';
import { pullHistory } from '../rules/pull-history.ts';
import { recordFileName } from '../rules/record-file-name.ts';
import { yamlTooLarge } from '../rules/yaml-too-large.ts';
import type { BaseGallery } from './base-gallery.ts';
import { compatibilityFindings } from './compare-published.ts';
import { readBlobDocs } from './document-blob.ts';
import { type EnteredPackage, readPath } from './enter-package.ts';
import type { GitRepository } from './git-repository.ts';
import { type OpenedPackage, openProposedPackages } from './proposed-packages.ts';

/** What GitHub and the clock know of a request. */
export interface RequestContext {
  readonly request: GalleryRequest | PipelineRequest;
  readonly authorPermission: Permission;
  readonly approvals: Approvals;
  readonly seenAt: string;
  readonly now: string;
  /** Address of the run that looks at it; undefined outside of GitHub. */
  readonly run?: string | undefined;
  /** The commit that is asked to be merged. */
  readonly commit?: string | undefined;
}

export interface GatheredRequest {
  readonly facts: RequestFacts;
  /** Of each proposed package; undefined when the gate refused it. */
  readonly packages: readonly (GatheredPackage | undefined)[];
  /** Commits of the pull request that the base branch does not have. */
  readonly commitCount: number;
}

export interface GatheredPackage extends EnteredPackage {
  /** The version that users have now. */
  readonly previous: VersionFacts | undefined;
  /** A file of both, decoded; undefined where there is none, or it is no text. */
  readonly texts: (path: string) => {
    readonly before: string | undefined;
    readonly after: string | undefined;
  };
}

/** @param head  the commit of a pull request, fetched already */
export async function gatherPullRequest(
  repository: GitRepository,
  base: BaseGallery,
  baseCommit: string,
  head: string,
  context: RequestContext,
): Promise<GatheredRequest> {
  const existingPaths = await repository.paths(baseCommit, INDEX_ROOT);
  const parted = await mergeBase(repository, baseCommit, head);
  if (parted === undefined) {
    const finding = findingOf(pullHistory, { file: context.request.url }, {});
    const record = { path: context.request.url, before: undefined, after: undefined, findings: [finding] };
    return gathered(base, context, { existingPaths, changes: [], opened: [], records: [record] }, 0);
  }
  const changes = await newChanges(repository, parted, baseCommit, head);
  const sorted = sortChanges(changes, existingPaths);
  const opened = await openProposedPackages(repository, sorted, base.gallery.settings.policy);
  const records: ProposedRecord[] = [];
  for (const change of sorted.records) records.push(await readProposedRecord(repository, parted, change));
  const commits = await repository.git(['rev-list', '--count', `${baseCommit}..${head}`]);
  const about = { ...context, commit: head };
  return gathered(base, about, { existingPaths, changes, opened, records }, Number(commits));
}

interface RequestParts extends Pick<RequestFacts, 'existingPaths' | 'changes' | 'records'> {
  readonly opened: readonly OpenedPackage[];
  readonly asked?: RequestFacts['asked'];
}

/** What every kind of request comes to. */
export function gathered(
  base: BaseGallery,
  context: RequestContext,
  { existingPaths, changes, opened, records, asked = [] }: RequestParts,
  commitCount: number,
): GatheredRequest {
  const { gallery } = base;
  const blobFolder = `${base.root}${INDEX_ROOT}blobs/`;
  const { request, authorPermission, approvals, now, seenAt, run, commit } = context;
  const facts: RequestFacts = {
    request,
    evidence: { ...(commit !== undefined && { commit }), ...(run !== undefined && { run }) },
    authorPermission,
    now,
    seenAt,
    gallery,
    settings: gallery.settings,
    known: knownPackages(gallery, base.records),
    existingPaths,
    changes,
    packages: opened.map(({ source, file, entered, findings }) => ({
      source,
      file,
      nupkg: entered?.nupkg,
      findings: entered ? [...findings, ...compatibilityFindings([entered], gallery, blobFolder)] : findings,
    })),
    records,
    asked,
    approvals: approvals.given,
    unexplained: approvals.unexplained,
    outdated: approvals.outdated,
  };
  const packages = opened.map(({ entered }) => entered && withPrevious(entered, base, blobFolder));
  return { facts, packages, commitCount };
}

/** Without what the base branch has by now: whoever goes on with the branch of an earlier request asks for that no more. */
async function newChanges(
  { changes }: GitRepository,
  parted: string,
  baseCommit: string,
  head: string,
): Promise<readonly TreeChange[]> {
  const differing = new Set((await changes(baseCommit, head)).map(({ path }) => path));
  return (await changes(parted, head)).filter(({ path }) => differing.has(path));
}

async function mergeBase({ git }: GitRepository, one: string, other: string): Promise<string | undefined> {
  try {
    return (await git(['merge-base', one, other])).trim().split('\n')[0];
  } catch {
    return undefined;
  }
}

async function readProposedRecord(
  repository: GitRepository,
  parted: string,
  { path, oid }: TreeChange,
): Promise<ProposedRecord> {
  const old = await repository.text(parted, path);
  const before = old === undefined ? undefined : readRecord(old, { file: path }).value;
  const length = (await repository.sizes([oid])).get(oid) ?? 0;
  if (length > YAML_MAX_LENGTH) {
    const finding = findingOf(yamlTooLarge, { file: path }, { length, limit: YAML_MAX_LENGTH });
    return { path, before, after: undefined, findings: [finding] };
  }
  const bytes = await repository.bytes(oid);
  const { value: after, findings } = readRecord(Buffer.from(bytes).toString('utf8'), { file: path });
  const misnamed = after ? nameFindings(path, after) : [];
  return {
    path,
    before,
    after: misnamed.length === 0 ? after : undefined,
    findings: [...findings, ...misnamed],
  };
}

function nameFindings(path: string, { id }: PackageRecord): readonly Finding[] {
  const expected = `${id}.yaml`;
  return path.split('/').at(-1) === expected
    ? []
    : [findingOf(recordFileName, { file: path }, { id, expected })];
}

/** Held against the highest stable version that is listed, or the highest one. */
function withPrevious(
  entered: EnteredPackage,
  { gallery }: BaseGallery,
  blobFolder: string,
): GatheredPackage {
  const limits = gallery.settings.policy;
  const owner = gallery.byKey.get(packageKey(entered.nupkg.nuspec.id));
  const previous =
    owner?.versions.findLast(({ isListed, version }) => isListed && !isPrerelease(version)) ??
    owner?.versions.at(-1);
  const path = previous && blobFolder + previous.blobName;
  const docs = path === undefined ? undefined : readBlobDocs(path, path, limits);
  const is = textsOf(entered.bytes, entered.nupkg, limits);
  const was =
    previous && path !== undefined ? textsOf(readPath(path), previous.nupkg, limits) : () => undefined;
  return {
    ...entered,
    previous: previous && docs && versionFacts(previous.nupkg, docs),
    texts: (name) => ({ before: was(name), after: is(name) }),
  };
}

function textsOf(
  bytes: Uint8Array,
  { files, nuspec }: Nupkg,
  limits: ArchiveLimits,
): (path: string) => string | undefined {
  const { value: archive } = openArchive(bytes, nuspec.path, limits);
  if (!archive) return () => undefined;
  const source = new PackageFiles(archiveSource(archive, files));
  return (path) => {
    const text = source.text(path);
    return text?.includes('\0') ? undefined : text;
  };
}
