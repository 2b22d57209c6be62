/** What is asked of an id that is new here: whose prefix it lies under, and what it could be taken for. */
import type { Finding, Place } from '../domain/finding.ts';
import type { GallerySettings } from '../domain/gallery-settings.ts';
import { packageKey } from '../domain/package-id.ts';
import type { PackageRecord } from '../domain/record.ts';
import { findingOf } from '../domain/rule.ts';
import { nameSimilar } from '../rules/name-similar.ts';
import { nameWellKnown } from '../rules/name-well-known.ts';
import { publishPrefixReserved } from '../rules/publish-prefix-reserved.ts';
import { includesOwner, ownershipOf } from './ownership.ts';
import { foldedName, similarNames } from './similar-name.ts';
import { WELL_KNOWN_NAMES } from './well-known-names.ts';

export interface NewNameFacts {
  readonly id: string;
  readonly publisher: string;
  /** GitHub's number of the publisher, where it is known. */
  readonly publisherId?: number | undefined;
  readonly prefixes: GallerySettings['prefixes'];
  /** Of all packages here. */
  readonly records: readonly PackageRecord[];
}

export function checkNewName(facts: NewNameFacts, place: Place): readonly Finding[] {
  return [
    ...checkPrefixes(facts, place),
    ...checkSimilar(facts, place),
    ...wellKnownAs(facts.id).map((name) => findingOf(nameWellKnown, place, { id: facts.id, name })),
  ];
}

function checkPrefixes({ id, publisher, prefixes }: NewNameFacts, place: Place): readonly Finding[] {
  return prefixes
    .filter(({ pattern }) => packageKey(id).startsWith(pattern.slice(0, -1).toLowerCase()))
    .filter(({ owners }) => !includesOwner(owners, publisher))
    .map(({ pattern, owners }) =>
      findingOf(publishPrefixReserved, place, { id, pattern, owners: owners.join(', ') }),
    );
}

/** More of them tell no more. */
const MOST_SIMILAR = 3;

/** Packages of the publisher's own may be called as they like. */
function checkSimilar(facts: NewNameFacts, place: Place): readonly Finding[] {
  const { id, publisher, publisherId, records } = facts;
  const foreign = records.filter((record) => ownershipOf(record, publisher, publisherId) !== 'owner');
  const others = similarNames(
    id,
    foreign.map((record) => record.id),
  );
  if (others.length === 0) return [];
  return [findingOf(nameSimilar, place, { id, others: others.toSorted().slice(0, MOST_SIMILAR) })];
}

/** By their folded names; made when the first new id comes. */
let wellKnown: ReadonlyMap<string, string> | undefined;

function wellKnownAs(id: string): readonly string[] {
  wellKnown ??= new Map(WELL_KNOWN_NAMES.map((name) => [foldedName(name), name]));
  const name = wellKnown.get(foldedName(id));
  return name === undefined ? [] : [name];
}
