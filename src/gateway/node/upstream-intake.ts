/** The intake of a gateway under Node: what comes from another gallery goes through the door that pushes go through. */
import { setTimeout as pause } from 'node:timers/promises';
import { packageKey } from '../../domain/package-id.ts';
import { openArchive, readEntry } from '../../read/archive.ts';
import { locateNuspec, readNuspec } from '../../read/nuspec.ts';
import { decodeText } from '../../read/text-encoding.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { PushDoor } from '../push-door.ts';
import { awaitVersion } from '../upstream/await-version.ts';
import type { IntakeDoor, IntakeParts } from '../upstream/intake.ts';

export interface NodeIntake {
  /** Patterns of ids. */
  readonly take: readonly string[];
  /** The login that the packages belong to here. */
  readonly owner: string;
  readonly door: PushDoor;
  readonly catalogue: () => Promise<Catalogue>;
}

export function nodeIntake({ take, owner, door, catalogue }: NodeIntake): IntakeParts {
  return {
    take,
    door: intakeDoor(door, owner),
    identify: packageIdentity,
    awaitVersion: awaitVersion({ catalogue, pause: (forMs) => pause(forMs) }),
  };
}

/** Whoever asks may only have the one id put in, and only while nothing is there under it. */
export function intakeDoor(door: PushDoor, owner: string): IntakeDoor {
  return {
    maxPackageBytes: door.maxPackageBytes,
    publish: ({ id, bytes, from }) =>
      door.publish({
        authorized: {
          publisher: owner,
          proof: { kind: 'upstream', reference: from },
          grants: [{ scopes: ['push-new'], ids: [id] }],
        },
        bytes,
        requestId: `upstream-${packageKey(id)}`,
      }),
  };
}

/** The gate holds the policy of the gallery against what comes; this only looks who it is. */
const LIMITS = { maxEntries: 10_000, maxUnpackedBytes: 512 * 1024 * 1024 };
const FILE = 'package.nupkg';

/** What the nuspec says; undefined for what is no package. */
export function packageIdentity(bytes: Uint8Array): ReturnType<IntakeParts['identify']> {
  const archive = openArchive(bytes, FILE, LIMITS).value;
  const entry = archive && locateNuspec(archive, FILE).value;
  const place = { file: FILE, entry: entry?.path ?? '' };
  const content = archive && entry && readEntry(archive, entry, place).value;
  const nuspec = content && readNuspec(decodeText(content), place.entry, place).value;
  return nuspec && { id: nuspec.id, version: nuspec.version };
}
