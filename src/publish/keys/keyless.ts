/**
 * Whether a workflow on GitHub, as a verified Sigstore bundle names it, is one that keys.yaml trusts, and whether what it
 * signed is what is asked. The repository is known by its number: a name can be given up and taken by somebody else.
 */
import type { PublishRequest } from '../../domain/publish-request.ts';
import type { PublishingKeys, TrustedWorkflow } from '../../domain/publishing-keys.ts';
import type { SignedSubject, VerifiedWorkflow, WorkflowIdentity } from '../../domain/workflow-identity.ts';
import { exactWildcardMatcher } from '../../read/wildcard.ts';
import type { RefusalReason } from './refusal.ts';

const DAY_MS = 86_400_000;
/** Between the clocks of the certificate authority and of the runner. */
const CLOCK_SKEW_MS = 5 * 60_000;

/** Events for which a workflow may run on behalf of strangers. */
const TRIGGERS_OF_STRANGERS: readonly string[] = ['pull_request', 'pull_request_target'];

/** Entries of keys.yaml for this workflow at this ref. */
export function trustedEntries(
  identity: WorkflowIdentity,
  { workflows }: PublishingKeys,
): readonly TrustedWorkflow[] {
  return workflows.filter(
    ({ repositoryId, workflow, ref }) =>
      repositoryId === identity.repositoryId &&
      workflow === identity.workflow &&
      (ref === undefined || exactWildcardMatcher(ref)(identity.ref)),
  );
}

/** @returns why the bundle does not count, or undefined when it does */
export function keylessProblem(
  { identity, subject }: VerifiedWorkflow,
  asked: PublishRequest,
  packageSha256: string | undefined,
  nowMs: number,
): RefusalReason | undefined {
  const { ref, trigger } = identity;
  if (TRIGGERS_OF_STRANGERS.includes(trigger) || !/^refs\/(?:heads|tags)\/./.test(ref)) {
    return 'workflow-of-pull-request';
  }
  const ageMs = nowMs - Date.parse(identity.signedAt);
  if (!(ageMs >= -CLOCK_SKEW_MS)) return 'bundle-of-the-future';
  // A request counts for a day, and so does a signature that has no time of its own.
  if (ageMs > DAY_MS) return 'bundle-too-old';
  return isOver(subject, asked, packageSha256) ? undefined : 'bundle-of-other-content';
}

/** That a workflow built a package allows to publish it, and nothing else. */
function isOver(subject: SignedSubject, asked: PublishRequest, packageSha256: string | undefined): boolean {
  if (subject.kind === 'text') return true;
  if (asked.action !== 'publish' || asked.sha512 === undefined) return false;
  return (
    subject.sha512.includes(asked.sha512) ||
    (packageSha256 !== undefined && subject.sha256.includes(packageSha256))
  );
}
