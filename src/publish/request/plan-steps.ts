/** What the edited records of a request, or its form, make of the records as they are now. */
import { blobName } from '../../domain/blob-name.ts';
import type { Finding } from '../../domain/finding.ts';
import { packageKey } from '../../domain/package-id.ts';
import type { PackageRecord } from '../../domain/record.ts';
import { ok, type Result } from '../../domain/result.ts';
import { findingOf } from '../../domain/rule.ts';
import { blobMissing } from '../../rules/blob-missing.ts';
import { pullRecordDiffers } from '../../rules/pull-record-differs.ts';
import { pullRecordField } from '../../rules/pull-record-field.ts';
import { withGitHubId } from '../ownership.ts';
import { planChange } from '../plan-change.ts';
import {
  type RecordProblem,
  withDeprecation,
  withListing,
  withOwners,
  withRemoval,
} from '../record-change.ts';
import { type RecordStep, recordSteps } from './record-steps.ts';
import { isMaintainer } from './request.ts';
import type { RequestFacts } from './request-facts.ts';

export interface PlannedSteps {
  readonly findings: readonly Finding[];
  /** Every record that changes, by what is published or by a step. */
  readonly records: readonly PackageRecord[];
  readonly removedBlobs: readonly string[];
  /** What is done, for the message of the commit. */
  readonly told: readonly string[];
  /** Of all that is asked for, allowed or not. */
  readonly stepCount: number;
}

interface Asked {
  readonly id: string;
  /** Whether a maintainer has decided that they be taken. */
  readonly isAllowed?: boolean;
  /** The record's, as the user would name it. */
  readonly file: string;
  readonly steps: readonly RecordStep[];
}

function heldBlob({ gallery }: RequestFacts, id: string, version: string): string {
  const versions = gallery.byKey.get(packageKey(id))?.versions ?? [];
  return versions.find((item) => item.version.original === version)?.blobName ?? blobName(id, version);
}

/** @param published  what publishing makes of records, by the key of the package */
export function planSteps(facts: RequestFacts, published: ReadonlyMap<string, PackageRecord>): PlannedSteps {
  const planned = new Map(published);
  const findings: Finding[] = [];
  const removedBlobs: string[] = [];
  const told: string[] = [];
  const asked = [...edits(facts, published), ...forms(facts)];
  for (const { id, file, steps, isAllowed = false } of asked) {
    for (const step of steps) {
      const done = take(facts, planned, { id, file, isAllowed }, step);
      findings.push(...done.findings);
      if (done.record) planned.set(packageKey(id), done.record);
      if (done.record && done.told !== '') told.push(done.told);
      if (done.record && step.kind === 'removal')
        removedBlobs.push(heldBlob(facts, done.record.id, step.version));
    }
  }
  return {
    findings,
    records: [...planned.values()],
    removedBlobs,
    told,
    stepCount: asked.reduce((sum, { steps }) => sum + steps.length, 0),
  };
}

/** A record that came with a new package is held against the one that publishing writes. */
function edits(facts: RequestFacts, published: ReadonlyMap<string, PackageRecord>): readonly Asked[] {
  return facts.records.flatMap(({ path, before, after }) => {
    const was = before ?? (after && published.get(packageKey(after.id)));
    if (!after) return [];
    if (!was) return [{ id: after.id, file: path, steps: [{ kind: 'fixed', field: 'versions' } as const] }];
    return [{ id: after.id, file: path, steps: recordSteps(was, after) }];
  });
}

function forms({ asked, request, approvals }: RequestFacts): readonly Asked[] {
  return asked.flatMap(({ id, steps, heldBy }) => {
    const isAllowed = approvals.some(({ rule }) => rule === heldBy);
    return heldBy !== undefined && !isAllowed ? [] : [{ id, file: request.url, steps, isAllowed }];
  });
}

interface Taken {
  readonly findings: readonly Finding[];
  readonly record: PackageRecord | undefined;
  readonly told: string;
}

function take(
  facts: RequestFacts,
  planned: ReadonlyMap<string, PackageRecord>,
  { id, file, isAllowed }: Required<Omit<Asked, 'steps'>>,
  step: RecordStep,
): Taken {
  const { settings, known, request, authorPermission, now } = facts;
  const { login } = request.author;
  const mine = planned.get(packageKey(id));
  const nothing = { findings: [], record: undefined, told: '' };
  if (step.kind === 'version') {
    const version = mine?.versions.find((item) => item.version === step.version);
    if (!version) {
      const args = { version: step.version, expected: `packages-index/blobs/${blobName(id, step.version)}` };
      return { ...nothing, findings: [findingOf(blobMissing, { file }, args)] };
    }
    const isSame = version.sha512 === step.sha512;
    return isSame
      ? nothing
      : { ...nothing, findings: [findingOf(pullRecordDiffers, { file }, { version: step.version })] };
  }
  if (step.kind === 'fixed') {
    // What publishing writes, it writes anew: the hand-written copy of a new package's record counts for nothing.
    const isOfNew =
      !known.some(({ record }) => packageKey(record.id) === packageKey(id)) && mine !== undefined;
    return isOfNew
      ? nothing
      : { ...nothing, findings: [findingOf(pullRecordField, { file }, { field: step.field })] };
  }
  // GitHub knows who maintains the gallery today; a login in its settings may be somebody else's by now.
  const others = settings.owners.filter((owner) => owner.toLowerCase() !== login.toLowerCase());
  const owners = isMaintainer(authorPermission) || isAllowed ? [...others, login] : others;
  const records = known.map(({ record }) => planned.get(packageKey(record.id)) ?? record);
  const plan = planChange(
    {
      settings: { ...settings, owners },
      records: mine && !records.includes(mine) ? [...records, mine] : records,
      id,
      actor: login,
      actorId: request.author.id,
      recordFolder: 'packages-index/packages/',
      isForMaintainers: step.kind === 'removal',
    },
    (record) => changed(record, step, { now, by: login }),
  );
  // Whoever comes to own it here is known by number at once, not only after publishing.
  const record = plan.value && withGitHubId(plan.value, login, request.author.id);
  return { findings: plan.findings, record, told: toldOf(id, step) };
}

function changed(
  record: PackageRecord,
  step: Exclude<RecordStep, { readonly kind: 'version' | 'fixed' }>,
  { now, by }: { readonly now: string; readonly by: string },
): Result<PackageRecord, RecordProblem> {
  switch (step.kind) {
    case 'listing':
      return withListing(record, step.version, step.listed);
    case 'deprecation':
      return withDeprecation(record, step.version, step.deprecation);
    case 'owners':
      return withOwners(record, step.added, step.removed);
    case 'categories':
      return ok({ ...record, categories: [...step.categories] });
    case 'removal': {
      const removed = withRemoval(record, step.version, { now, by, reason: step.reason });
      return removed.ok ? ok(removed.value.record) : removed;
    }
    default:
      return step satisfies never;
  }
}

function toldOf(id: string, step: RecordStep): string {
  switch (step.kind) {
    case 'listing':
      return `${step.listed ? 'Relist' : 'Unlist'} ${id} ${step.version}`;
    case 'deprecation': {
      const what = step.version === undefined ? id : `${id} ${step.version}`;
      return step.deprecation === undefined ? `Take back the deprecation of ${what}` : `Deprecate ${what}`;
    }
    case 'owners':
      return `Change the owners of ${id}`;
    case 'categories':
      return `Change the categories of ${id}`;
    case 'removal':
      return `Remove ${id} ${step.version}`;
    case 'version':
    case 'fixed':
      return '';
    default:
      return step satisfies never;
  }
}
