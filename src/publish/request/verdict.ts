/**
 * The decision on a request, in one place and pure: what it asks for, whether that may be, what is said about it, and what
 * the index becomes. It merges nothing of the request as it lies there: it plans the files that the gallery itself writes.
 */
import { type Finding, hasErrors } from '../../domain/finding.ts';
import { ownerNameSchema } from '../../domain/gallery-settings.ts';
import { packageKey } from '../../domain/package-id.ts';
import type { PackageRecord, Proof } from '../../domain/record.ts';
import { findingOf } from '../../domain/rule.ts';
import { RULES } from '../../rules/index.ts';
import { publishWait } from '../../rules/publish-wait.ts';
import { pullAuthor } from '../../rules/pull-author.ts';
import { pullDraft } from '../../rules/pull-draft.ts';
import { pullNothing } from '../../rules/pull-nothing.ts';
import { applySeverities } from '../apply-severities.ts';
import { changeFindings } from '../history.ts';
import { includesOwner, ownershipOf } from '../ownership.ts';
import type { PublishChange } from '../plan.ts';
import { planPublishAll } from '../plan-all.ts';
import type { GivenApproval } from './approvals.ts';
import { planSteps } from './plan-steps.ts';
import { plannedIndexFindings } from './planned-index.ts';
import { isMaintainer } from './request.ts';
import type { ProposedPackage, RequestFacts } from './request-facts.ts';
import { type SortedChanges, sortChanges } from './tree-change.ts';

export type VerdictKind = 'merge' | 'needs-review' | 'reject';

export interface Verdict {
  readonly kind: VerdictKind;
  readonly findings: readonly Finding[];
  /** Why it is not merged though nothing is wrong; in the order of what is to be done. */
  readonly holds: readonly Hold[];
  /** Undefined when there is nothing that may be merged. */
  readonly plan: IndexPlan | undefined;
  /** Of each proposed package, in their order: what it becomes. */
  readonly changes: readonly (PublishChange | undefined)[];
}

export type Hold =
  | { readonly kind: 'draft' }
  /** Only people change what lies beside the packages. */
  | { readonly kind: 'by-hand'; readonly paths: readonly string[] }
  | { readonly kind: 'waiting'; readonly until: string }
  /** A maintainer may let it in; what lacks is the label, or the reason, or a look at what is asked for now. */
  | { readonly kind: 'review'; readonly rule: string; readonly label: 'absent' | 'unexplained' | 'outdated' };

/** What one commit makes of the index. */
export interface IndexPlan {
  /** The first line of the commit message. */
  readonly subject: string;
  /** Names below blobs/, each with the proposed package whose bytes it gets. */
  readonly blobs: readonly { readonly name: string; readonly packageAt: number }[];
  readonly records: readonly PackageRecord[];
  /** Names below blobs/. */
  readonly removedBlobs: readonly string[];
  readonly approvals: readonly GivenApproval[];
}

export function decideRequest(facts: RequestFacts): Verdict {
  const sorted = sortChanges(facts.changes, facts.existingPaths);
  const published = planPackages(facts);
  const steps = planSteps(facts, published.records);
  const found = [
    ...authorFindings(facts),
    ...sorted.findings,
    ...facts.packages.flatMap(({ findings }) => findings),
    ...published.findings,
    ...facts.records.flatMap(({ findings }) => findings),
    ...steps.findings,
    ...lostBlobFindings(sorted, steps.records),
    ...waitFindings(facts, published.changes),
  ];
  const isNothing = facts.packages.length === 0 && steps.stepCount === 0;
  if (isNothing && found.length === 0) found.push(findingOf(pullNothing, { file: facts.request.url }, {}));
  if (facts.request.kind === 'pull-request' && facts.request.isDraft) {
    found.push(findingOf(pullDraft, { file: facts.request.url }, {}));
  }
  const settled = (some: readonly Finding[]) =>
    distinct(applySeverities(some, facts.settings.policy.severities));
  const draft = hasErrors(settled(found))
    ? undefined
    : indexPlan(facts, settled(found), published.changes, steps);
  const findings = settled(draft ? [...found, ...plannedIndexFindings(facts, draft)] : found);
  const holds = holdsOf(facts, findings, sorted);
  const isRefused = hasErrors(findings);
  const kind = isRefused ? 'reject' : holds.length > 0 ? 'needs-review' : 'merge';
  return { kind, findings, holds, plan: isRefused ? undefined : draft, changes: published.changes };
}

interface PlannedPackages {
  readonly findings: readonly Finding[];
  /** Of each proposed package. */
  readonly changes: readonly (PublishChange | undefined)[];
  /** By the key of the package: what its record becomes. */
  readonly records: ReadonlyMap<string, PackageRecord>;
}

function planPackages(facts: RequestFacts): PlannedPackages {
  const { request, packages, settings, known, now, evidence } = facts;
  const read = packages.filter(isRead);
  const proof: Proof =
    request.kind === 'pipeline' ? request.proof : { kind: request.kind, reference: request.url, ...evidence };
  const { login, id } = request.author;
  const plans = planPublishAll(read, { settings, known, publisher: login, publisherId: id, proof, now });
  const planOf = new Map(read.map((item, at) => [item, plans[at]]));
  const records = new Map<string, PackageRecord>();
  for (const { change } of plans) if (change) records.set(packageKey(change.record.id), change.record);
  return {
    findings: plans.flatMap(({ findings }) => findings),
    changes: packages.map((item) => (isRead(item) ? planOf.get(item)?.change : undefined)),
    records,
  };
}

function isRead(item: ProposedPackage): item is ProposedPackage & { readonly nupkg: object } {
  return item.nupkg !== undefined;
}

/** Apps publish nothing, and neither does an account that is gone: a package belongs to somebody who can be asked. */
function authorFindings({ request }: RequestFacts): readonly Finding[] {
  const { login, isBot } = request.author;
  return isBot || login.toLowerCase() === GHOST_LOGIN || !ownerNameSchema.safeParse(login).success
    ? [findingOf(pullAuthor, { file: request.url }, { author: login })]
    : [];
}

/** A blob may only go with a version that its record now tells of as removed. */
function lostBlobFindings(sorted: SortedChanges, records: readonly PackageRecord[]): readonly Finding[] {
  const changes = sorted.lostBlobs.map(({ kind, path }) => ({ kind, path: path.replace(/^[^/]+\//, '') }));
  return changeFindings(changes, records, 'packages-index/');
}

/** Who owns something here is known; a stranger's first package gives the maintainers time to look at it. */
function waitFindings(
  facts: RequestFacts,
  changes: readonly (PublishChange | undefined)[],
): readonly Finding[] {
  const { settings, known, request, authorPermission, now, seenAt } = facts;
  const hours = settings.policy.newPublisherWaitHours;
  const { login, id } = request.author;
  const isKnown =
    isMaintainer(authorPermission) ||
    settings.prefixes.some(({ owners }) => includesOwner(owners, login)) ||
    known.some(({ record }) => ownershipOf(record, login, id) === 'owner');
  const until = new Date(Date.parse(seenAt) + hours * 3_600_000).toISOString().replace(/\.\d+Z$/, 'Z');
  if (isKnown || Date.parse(now) >= Date.parse(until)) return [];
  return changes.flatMap((change, at) =>
    change?.isNewPackage
      ? [
          findingOf(
            publishWait,
            { file: facts.packages[at]?.file ?? '' },
            { id: change.record.id, publisher: login, hours, until },
          ),
        ]
      : [],
  );
}

/** Whom GitHub shows in place of every account that is gone. */
const GHOST_LOGIN = 'ghost';

const FOR_REVIEW: ReadonlySet<string> = new Set(
  RULES.filter(({ isForReview = false }) => isForReview).map(({ code }) => code),
);

function holdsOf(facts: RequestFacts, findings: readonly Finding[], sorted: SortedChanges): readonly Hold[] {
  const { request, approvals, unexplained, outdated } = facts;
  const codes = [...new Set(findings.map(({ code }) => code))];
  const held = codes.filter((code) => FOR_REVIEW.has(code) && !approvals.some(({ rule }) => rule === code));
  return [
    ...(request.kind === 'pull-request' && request.isDraft ? [{ kind: 'draft' } as const] : []),
    ...(sorted.outside.length > 0
      ? [{ kind: 'by-hand', paths: sorted.outside.map(({ path }) => path) } as const]
      : []),
    ...held.map((rule): Hold => {
      const until = findings.find(({ code }) => code === rule)?.args['until'];
      const label = unexplained.includes(rule)
        ? 'unexplained'
        : outdated.includes(rule)
          ? 'outdated'
          : 'absent';
      return rule === publishWait.code && typeof until === 'string' && label === 'absent'
        ? { kind: 'waiting', until }
        : { kind: 'review', rule, label };
    }),
  ];
}

function indexPlan(
  facts: RequestFacts,
  findings: readonly Finding[],
  changes: readonly (PublishChange | undefined)[],
  steps: ReturnType<typeof planSteps>,
): IndexPlan | undefined {
  const blobs = changes.flatMap((change, packageAt) =>
    change ? [{ name: change.blobName, packageAt }] : [],
  );
  const codes = new Set(findings.map(({ code }) => code));
  const approvals = facts.approvals.filter(({ rule }) => codes.has(rule));
  const isNew = new Set(blobs.map(({ name }) => name));
  const records = steps.records.map((record) => withApprovals(record, approvals, isNew));
  if (records.length === 0) return undefined;
  const told = [...changes.flatMap((change) => change?.commitMessage ?? []), ...steps.told];
  const [first = '', ...others] = told;
  const subject = others.length === 0 ? first : `${first}, and ${others.length} more`;
  return { subject, blobs, records, removedBlobs: steps.removedBlobs, approvals };
}

/** The reason stays with the versions that it let in. */
function withApprovals(
  record: PackageRecord,
  approvals: readonly GivenApproval[],
  newBlobs: ReadonlySet<string>,
): PackageRecord {
  if (approvals.length === 0) return record;
  const versions = record.versions.map((item) =>
    newBlobs.has(`${record.id}.${item.version}.nupkg`) ? { ...item, approvals: [...approvals] } : item,
  );
  return { ...record, versions };
}

/** A fault of a package shows where it is read and where it is planned. */
function distinct(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Map(findings.map((finding) => [JSON.stringify(finding), finding]));
  return [...seen.values()];
}
