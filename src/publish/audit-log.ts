/**
 * What happened in a gallery: who published or removed what, how that is known, and from which run; from the records, which
 * everybody has. Records keep no date of an unlisting or of new owners: that comes from the messages of commits, where there
 * are any.
 */
import { packageKey } from '../domain/package-id.ts';
import type { PackageRecord, Proof } from '../domain/record.ts';

export interface AuditEntry {
  /** UTC, ISO 8601. */
  readonly at: string;
  readonly what:
    | 'published'
    | 'removed'
    | 'unlisted'
    | 'relisted'
    | 'deprecated'
    | 'undeprecated'
    | 'owners'
    | 'categories';
  readonly id: string;
  /** Undefined where it is about the whole package. */
  readonly version: string | undefined;
  readonly by: string;
  readonly proof: Proof | undefined;
  readonly reason: string | undefined;
  /** Of the gallery's own branch, which brought it. */
  readonly change: string | undefined;
}

/** A commit of the gallery's branch. */
export interface IndexCommitFacts {
  readonly commit: string;
  /** UTC, ISO 8601. */
  readonly at: string;
  readonly author: string;
  readonly message: string;
}

/** @param id  of the one package that is meant; undefined for all */
export function auditLog(
  records: readonly PackageRecord[],
  commits: readonly IndexCommitFacts[],
  id: string | undefined,
): readonly AuditEntry[] {
  const told = commits.flatMap(entryOf);
  const isMeant = (entry: { readonly id: string }) =>
    id === undefined || packageKey(entry.id) === packageKey(id);
  const changeOf = (what: AuditEntry['what'], of: string, version: string) =>
    told.find(
      (entry) => entry.what === what && entry.version === version && packageKey(entry.id) === packageKey(of),
    )?.change;
  const fromRecords = records.filter(isMeant).flatMap((record): readonly AuditEntry[] => [
    ...record.versions.map(
      ({ version, published, publisher, proof }): AuditEntry => ({
        at: published,
        what: 'published',
        id: record.id,
        version,
        by: publisher,
        proof,
        reason: undefined,
        change: changeOf('published', record.id, version),
      }),
    ),
    ...record.removed.map(
      ({ version, removed, by, reason }): AuditEntry => ({
        at: removed,
        what: 'removed',
        id: record.id,
        version,
        by,
        proof: undefined,
        reason,
        change: changeOf('removed', record.id, version),
      }),
    ),
  ]);
  const fromCommits = told.filter(({ what }) => what !== 'published' && what !== 'removed').filter(isMeant);
  // Of one moment what the branch has first comes last.
  return [...fromRecords, ...fromCommits].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

const SUBJECTS: readonly (readonly [pattern: RegExp, what: AuditEntry['what']])[] = [
  [/^Publish (?<id>[^ ,]+) (?<version>[^ ,]+)/, 'published'],
  [/^Unlist (?<id>[^ ,]+) (?<version>[^ ,]+)/, 'unlisted'],
  [/^Relist (?<id>[^ ,]+) (?<version>[^ ,]+)/, 'relisted'],
  [/^Deprecate (?<id>[^ ,]+)(?: (?<version>[^ ,]+))?/, 'deprecated'],
  [/^Take back the deprecation of (?<id>[^ ,]+)(?: (?<version>[^ ,]+))?/, 'undeprecated'],
  [/^Change the owners of (?<id>[^ ,]+)/, 'owners'],
  [/^Change the categories of (?<id>[^ ,]+)/, 'categories'],
  [/^Remove (?<id>[^ ,]+) (?<version>[^ ,]+)/, 'removed'],
];

/** Of a pull request or form, of a build pipeline, and of what was pushed to a gateway. */
const OWN_TRAILERS = ['Request', 'Pipeline-Request', 'Push'];

/** Only what the gallery itself wrote: its commits name the request. */
function entryOf({ commit, at, author, message }: IndexCommitFacts): readonly AuditEntry[] {
  const trailers = trailersOf(message);
  const reference = trailers.get('Request') ?? trailers.get('Run');
  if (!OWN_TRAILERS.some((name) => trailers.has(name))) return [];
  const [subject = ''] = message.split('\n');
  for (const [pattern, what] of SUBJECTS) {
    const { id, version } = pattern.exec(subject)?.groups ?? {};
    if (id === undefined) continue;
    const keyId = trailers.get('Key');
    const workflow = trailers.get('Workflow');
    const kind = trailers.has('Request')
      ? /\/issues\/\d+$/.test(reference ?? '')
        ? 'issue'
        : 'pull-request'
      : workflow !== undefined
        ? 'keyless'
        : 'key';
    const proof: Proof = {
      kind,
      ...(reference !== undefined && { reference }),
      ...(keyId !== undefined && { keyId }),
      ...(workflow !== undefined && { workflow }),
    };
    return [{ at, what, id, version, by: author, proof, reason: undefined, change: commit }];
  }
  return [];
}

function trailersOf(message: string): ReadonlyMap<string, string> {
  return new Map(
    message
      .split('\n')
      .slice(1)
      .flatMap((line) => {
        const [, name, value] = /^([A-Z][A-Za-z-]+): (.+)$/.exec(line) ?? [];
        return name === undefined || value === undefined ? [] : [[name, value] as const];
      }),
  );
}
