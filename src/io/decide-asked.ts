/**
 * The decision on what the bearer of a key asks, against one state of the gallery: the same verdict as on a pull request, for
 * build pipelines and pushes alike. What that would leave to a maintainer is refused, unless people will look at it anyway.
 */
import type { Finding } from '../domain/finding.ts';
import { compareNuGetVersions, parseNuGetVersion } from '../domain/nuget-version.ts';
import { packageKey } from '../domain/package-id.ts';
import type { PackageRecord, Proof } from '../domain/record.ts';
import { findingOf } from '../domain/rule.ts';
import { type Authorized, mayPublish, mayUnlist } from '../publish/keys/authorize.ts';
import { outOfReach } from '../publish/keys/grant.ts';
import { type RefusalReason, refusal } from '../publish/keys/refusal.ts';
import { checkPublishRate } from '../publish/pipeline/publish-rate.ts';
import type { GivenApproval } from '../publish/request/approvals.ts';
import type { AskedSteps } from '../publish/request/request-facts.ts';
import { decideRequest, type IndexPlan, type Verdict } from '../publish/request/verdict.ts';
import { nameWellKnown } from '../rules/name-well-known.ts';
import { publishNeedsReview } from '../rules/publish-needs-review.ts';
import type { BaseGallery } from './base-gallery.ts';
import { type GatheredRequest, gathered } from './gather-request.ts';
import type { OpenedPackage } from './proposed-packages.ts';

export interface AskedChange {
  readonly action: 'publish' | 'unlist' | 'relist';
  readonly id: string;
  readonly version: string;
  /** Names the request where there is no file to name. */
  readonly request: string;
  /** What is to be published: of the id and version that are asked for. */
  readonly opened: OpenedPackage | undefined;
  /** UTC, ISO 8601, to the second; when the gallery first saw it. */
  readonly receivedAt: string;
}

export interface DecidingFacts {
  /** UTC, ISO 8601, to the second. */
  readonly now: string;
  /** Address of the run that decides; undefined outside of workflows. */
  readonly run?: string | undefined;
  /** Whether what is accepted is only proposed: then a maintainer sees it, and may let in what needs one. */
  readonly isProposal?: boolean;
}

export type AskedDecision =
  /** `reason` where the key does not reach so far, for the log. */
  | { readonly kind: 'refused'; readonly findings: readonly Finding[]; readonly reason?: RefusalReason }
  | {
      readonly kind: 'accepted';
      readonly findings: readonly Finding[];
      readonly plan: IndexPlan;
      readonly packages: GatheredRequest['packages'];
      readonly publisher: string;
      readonly proof: Proof;
    };

export function decideAsked(
  base: BaseGallery,
  authorized: Authorized,
  asked: AskedChange,
  { now, run, isProposal = false }: DecidingFacts,
): AskedDecision {
  const { action, id, version, request, opened, receivedAt } = asked;
  const record = base.records.find((item) => packageKey(item.id) === packageKey(id));
  const isAllowed =
    action === 'publish' ? mayPublish(authorized, { id, isNew: !record }) : mayUnlist(authorized, id);
  if (!isAllowed) {
    const { finding, reason } = refusal(outOfReach(authorized.grants, id));
    return { kind: 'refused', findings: [finding], reason };
  }
  const { publisher } = authorized;
  const { kind, ...proven } = authorized.proof;
  // The run of the build, where it is proven; else this one.
  const proof: Proof = { kind, ...(run !== undefined && { reference: run, run }), ...proven };
  const isTakenIn = kind === 'upstream';
  const url = opened?.file ?? `request ${request}`;
  const steps: readonly AskedSteps[] =
    action === 'publish' ? [] : [{ id, steps: [listing(record, version, action === 'relist')] }];
  const { facts, packages } = gathered(
    base,
    {
      request: { kind: 'pipeline', url, author: { login: publisher, id: undefined, isBot: false }, proof },
      // Whoever runs the gateway has put the name on the list of what it takes in, and stands for it.
      authorPermission: isTakenIn ? 'maintain' : 'none',
      approvals: { given: isTakenIn ? [wellKnownName(publisher)] : [], unexplained: [], outdated: [] },
      seenAt: receivedAt,
      now,
    },
    { existingPaths: [], changes: [], opened: opened ? [opened] : [], records: [], asked: steps },
    0,
  );
  const verdict = decideRequest(facts);
  if (verdict.kind === 'reject' || !verdict.plan) return { kind: 'refused', findings: verdict.findings };
  if (verdict.kind === 'needs-review' && !isProposal) {
    const finding = findingOf(publishNeedsReview, { file: url }, { rules: heldBy(verdict) });
    return { kind: 'refused', findings: [finding, ...verdict.findings] };
  }
  const rate =
    action === 'publish' && !isTakenIn
      ? checkPublishRate({ records: base.records, publisher, isNewPackage: !record, now }, { file: url })
      : [];
  if (rate.length > 0) return { kind: 'refused', findings: rate };
  return { kind: 'accepted', findings: verdict.findings, plan: verdict.plan, packages, publisher, proof };
}

/** Names that everybody knows are what is taken in; of everybody else they need a look. */
function wellKnownName(by: string): GivenApproval {
  return { rule: nameWellKnown.code, by, reason: 'It is on the list of what the gateway takes in.' };
}

function heldBy({ holds }: Verdict): readonly string[] {
  return holds.flatMap((hold) =>
    hold.kind === 'review' ? [hold.rule] : hold.kind === 'waiting' ? ['PUBLISH_WAIT'] : [],
  );
}

function listing(record: PackageRecord | undefined, version: string, listed: boolean) {
  const wanted = parseNuGetVersion(version);
  const recorded = record?.versions.find((item) => {
    const parsed = parseNuGetVersion(item.version);
    return wanted.ok && parsed.ok && compareNuGetVersions(wanted.value, parsed.value) === 0;
  });
  return { kind: 'listing', version: recorded?.version ?? version, listed } as const;
}
