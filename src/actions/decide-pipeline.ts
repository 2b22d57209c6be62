/**
 * The decision on a request of a build pipeline, on one commit of the gallery: who asks, by which key; then the same verdict
 * as on a pull request. What that would leave to a maintainer is refused, for a pipeline cannot wait for people.
 */
import type { Finding } from '../domain/finding.ts';
import { compareNuGetVersions, parseNuGetVersion } from '../domain/nuget-version.ts';
import { packageKey } from '../domain/package-id.ts';
import type { PackageRecord, Proof } from '../domain/record.ts';
import { findingOf } from '../domain/rule.ts';
import { type BaseGallery, withBaseGallery } from '../io/base-gallery.ts';
import { type GatheredRequest, gathered } from '../io/gather-request.ts';
import type { OpenedPackage } from '../io/proposed-packages.ts';
import { type Authorized, mayPublish, mayUnlist } from '../publish/keys/authorize.ts';
import { refusal } from '../publish/keys/refusal.ts';
import { checkPublishRate } from '../publish/pipeline/publish-rate.ts';
import type { AskedSteps } from '../publish/request/request-facts.ts';
import { decideRequest, type IndexPlan } from '../publish/request/verdict.ts';
import { publishNeedsReview } from '../rules/publish-needs-review.ts';
import type { ActionContext } from './action-context.ts';
import { authorizePipeline, type KeySecretMap, type PipelineProof } from './authorize-pipeline.ts';

export type PipelineDecision =
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] }
  | {
      readonly kind: 'accepted';
      readonly findings: readonly Finding[];
      readonly plan: IndexPlan;
      readonly packages: GatheredRequest['packages'];
      readonly publisher: string;
      readonly proof: Proof;
    };

export async function decidePipeline(
  context: ActionContext,
  secrets: KeySecretMap,
  base: string,
  proven: PipelineProof,
  opened: OpenedPackage | undefined,
): Promise<PipelineDecision> {
  const authorized = await authorizePipeline(context, secrets, base, proven);
  if (!authorized.ok) return { kind: 'refused', findings: [authorized.problem.finding] };
  return withBaseGallery(context.repository, base, async (found) =>
    decide(context, found, proven, opened, authorized.value),
  );
}

function decide(
  { now, run }: ActionContext,
  base: BaseGallery,
  { asked, receivedAt }: PipelineProof,
  opened: OpenedPackage | undefined,
  authorized: Authorized,
): PipelineDecision {
  const { action, id, version, request } = asked;
  const record = base.records.find((item) => packageKey(item.id) === packageKey(id));
  const isAllowed =
    action === 'publish' ? mayPublish(authorized, { id, isNew: !record }) : mayUnlist(authorized, id);
  if (!isAllowed) return { kind: 'refused', findings: [refusal('scope-missing').finding] };
  const { publisher } = authorized;
  const { kind, ...proven } = authorized.proof;
  // The run of the build, where it is proven; else this one.
  const proof: Proof = { kind, ...(run !== undefined && { reference: run, run }), ...proven };
  const url = opened?.file ?? `request ${request}`;
  const steps: readonly AskedSteps[] =
    action === 'publish' ? [] : [{ id, steps: [listing(record, version, action === 'relist')] }];
  const { facts, packages } = gathered(
    base,
    {
      request: { kind: 'pipeline', url, author: { login: publisher, id: undefined, isBot: false }, proof },
      authorPermission: 'none',
      approvals: { given: [], unexplained: [], outdated: [] },
      seenAt: receivedAt,
      now,
    },
    { existingPaths: [], changes: [], opened: opened ? [opened] : [], records: [], asked: steps },
    0,
  );
  const verdict = decideRequest(facts);
  if (verdict.kind === 'reject' || !verdict.plan) return { kind: 'refused', findings: verdict.findings };
  if (verdict.kind === 'needs-review') {
    const rules = verdict.holds.flatMap((hold) =>
      hold.kind === 'review' ? [hold.rule] : hold.kind === 'waiting' ? ['PUBLISH_WAIT'] : [],
    );
    const finding = findingOf(publishNeedsReview, { file: url }, { rules });
    return { kind: 'refused', findings: [finding, ...verdict.findings] };
  }
  const rate =
    action === 'publish'
      ? checkPublishRate({ records: base.records, publisher, isNewPackage: !record, now }, { file: url })
      : [];
  if (rate.length > 0) return { kind: 'refused', findings: rate };
  return { kind: 'accepted', findings: verdict.findings, plan: verdict.plan, packages, publisher, proof };
}

function listing(record: PackageRecord | undefined, version: string, listed: boolean) {
  const wanted = parseNuGetVersion(version);
  const recorded = record?.versions.find((item) => {
    const parsed = parseNuGetVersion(item.version);
    return wanted.ok && parsed.ok && compareNuGetVersions(wanted.value, parsed.value) === 0;
  });
  return { kind: 'listing', version: recorded?.version ?? version, listed } as const;
}
