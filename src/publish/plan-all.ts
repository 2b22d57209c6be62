/**
 * Several packages published together: each is decided on as if those before it were there already, so the order
 * of the files does not matter to a new id, and two files of one version are told apart.
 */
import { hasErrors } from '../domain/finding.ts';
import type { Gallery } from '../domain/gallery.ts';
import type { Nupkg } from '../domain/nupkg.ts';
import { packageKey } from '../domain/package-id.ts';
import { summarizePackage } from '../domain/package-summary.ts';
import type { PackageRecord } from '../domain/record.ts';
import { type KnownPackage, type PublishFacts, type PublishPlan, planPublish } from './plan.ts';

export interface Candidate {
  readonly nupkg: Nupkg;
  /** As the user would name it. */
  readonly file: string;
}

/** What a gallery knows of its packages. The records come apart, since a Gallery leaves out ids without versions. */
export function knownPackages(gallery: Gallery, records: readonly PackageRecord[]): readonly KnownPackage[] {
  return records.map((record) => {
    const item = gallery.byKey.get(packageKey(record.id));
    const highest = item?.versions.at(-1);
    return { record, kind: item?.kind, guid: highest && summarizePackage(highest.nupkg).guid };
  });
}

/** One plan for each candidate, in order. */
export function planPublishAll(
  candidates: readonly Candidate[],
  facts: Omit<PublishFacts, 'nupkg' | 'file'>,
): readonly PublishPlan[] {
  let { known } = facts;
  return candidates.map(({ nupkg, file }) => {
    const plan = planPublish({ ...facts, known, nupkg, file });
    if (plan.change && !hasErrors(plan.findings)) known = withPublished(known, plan.change.record, nupkg);
    return plan;
  });
}

function withPublished(
  known: readonly KnownPackage[],
  record: PackageRecord,
  nupkg: Nupkg,
): readonly KnownPackage[] {
  const added: KnownPackage = { record, kind: nupkg.content.kind, guid: summarizePackage(nupkg).guid };
  return [...known.filter((item) => packageKey(item.record.id) !== packageKey(record.id)), added];
}
