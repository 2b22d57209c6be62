/**
 * The decision on a change of a record, for every door: is there such a package, may this person change it, and
 * what does the record become? Facts in, plan out.
 */
import type { Finding } from '../domain/finding.ts';
import type { GallerySettings } from '../domain/gallery-settings.ts';
import { packageKey } from '../domain/package-id.ts';
import type { PackageRecord } from '../domain/record.ts';
import type { Result } from '../domain/result.ts';
import { findingOf } from '../domain/rule.ts';
import { publishIdUnknown } from '../rules/publish-id-unknown.ts';
import { publishNotOwner } from '../rules/publish-not-owner.ts';
import { publishOwnerId } from '../rules/publish-owner-id.ts';
import { publishOwnerLast } from '../rules/publish-owner-last.ts';
import { publishVersionUnknown } from '../rules/publish-version-unknown.ts';
import { includesOwner, ownershipOf } from './ownership.ts';
import type { RecordProblem } from './record-change.ts';
import { bareName } from './similar-name.ts';

export interface ChangeFacts {
  readonly settings: GallerySettings;
  readonly records: readonly PackageRecord[];
  readonly id: string;
  /** Who asks for it. */
  readonly actor: string;
  /** GitHub's number of the actor, where GitHub says who it is. */
  readonly actorId?: number | undefined;
  /** Where the records lie, as the user would name it, with a trailing slash. */
  readonly recordFolder: string;
  /** Removal is for those who maintain the gallery; all else is for owners too. */
  readonly isForMaintainers: boolean;
}

export interface ChangePlan<T> {
  readonly findings: readonly Finding[];
  /** Undefined when it is refused. */
  readonly value: T | undefined;
}

export function planChange<T>(
  facts: ChangeFacts,
  change: (record: PackageRecord) => Result<T, RecordProblem>,
): ChangePlan<T> {
  const { settings, records, id, actor, actorId, recordFolder } = facts;
  const record = records.find((item) => packageKey(item.id) === packageKey(id));
  const file = `${recordFolder}${record?.id ?? id}.yaml`;
  if (!record) {
    return refused(findingOf(publishIdUnknown, { file }, { id, similar: similarId(id, records) }));
  }
  const maintainers = settings.owners.filter((owner) => !includesOwner(record.owners, owner));
  const allowed = facts.isForMaintainers ? settings.owners : [...record.owners, ...maintainers];
  // Even where the login maintains the gallery: somebody is not who they were.
  if (ownershipOf(record, actor, actorId) === 'other-account') {
    return refused(findingOf(publishOwnerId, { file }, { id: record.id, publisher: actor }));
  }
  if (!includesOwner(allowed, actor)) {
    const args = { id: record.id, publisher: actor, owners: allowed.join(', ') };
    return refused(findingOf(publishNotOwner, { file }, args));
  }
  const changed = change(record);
  if (changed.ok) return { findings: [], value: changed.value };
  switch (changed.problem.kind) {
    case 'no-such-version': {
      const versions = record.versions.map((recorded) => recorded.version);
      const args = { id: record.id, version: changed.problem.version, versions };
      return refused(findingOf(publishVersionUnknown, { file }, args));
    }
    case 'no-owner-left':
      return refused(findingOf(publishOwnerLast, { file }, { id: record.id }));
    default:
      return changed.problem satisfies never;
  }
}

function refused<T>(finding: Finding): ChangePlan<T> {
  return { findings: [finding], value: undefined };
}

/** An id that differs only by separators or by one that is part of the other; '' when there is none. */
function similarId(id: string, records: readonly PackageRecord[]): string {
  const wanted = bareName(id);
  const found = records.filter((record) => {
    const other = bareName(record.id);
    return other === wanted || (wanted.length > 2 && (other.includes(wanted) || wanted.includes(other)));
  });
  return found
    .map((record) => record.id)
    .slice(0, 3)
    .join(' or ');
}
