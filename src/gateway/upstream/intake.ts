/**
 * Takes a package in from another gallery when somebody asks for it: through the same gate and the same decision as a push, in
 * the name of an owner whom the operator chose, and only names that the operator listed. Afterwards it is the gallery's own.
 */
import type { Finding } from '../../domain/finding.ts';
import { compareNuGetVersions, type NuGetVersion, parseNuGetVersion } from '../../domain/nuget-version.ts';
import { packageKey } from '../../domain/package-id.ts';
import { wildcardMatcher } from '../../read/wildcard.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { PushOutcome } from '../push-door.ts';
import { openWaitingRoom } from '../waiting-room.ts';
import type { AwaitVersion } from './await-version.ts';
import { type FoundPackage, findPackage, type PackageFinder } from './find-package.ts';
import { openRecentMisses } from './recent-misses.ts';
import { openRollingLimit } from './rolling-limit.ts';
import type { LogUpstream, UpstreamEvent } from './upstream-event.ts';
import { mayAskUpstream } from './upstream-names.ts';
import { formatWish, type VersionWish } from './version-wish.ts';

/** The way into the index; like a push, but for who stands behind it. */
export interface IntakeDoor {
  readonly maxPackageBytes: () => Promise<number>;
  /** @throws GalleryError when the index is in no state to be changed */
  readonly publish: (asked: AskedIntake) => Promise<PushOutcome>;
}

export interface AskedIntake {
  /** The id that was asked for: the door lets in no other. */
  readonly id: string;
  readonly bytes: Uint8Array;
  /** Address of the source that it comes from. */
  readonly from: string;
}

export interface IntakeParts {
  /** Patterns of ids; nothing else is taken. */
  readonly take: readonly string[];
  readonly door: IntakeDoor;
  /** What the nuspec of a .nupkg says; undefined when it cannot be read. */
  readonly identify: (bytes: Uint8Array) => { readonly id: string; readonly version: string } | undefined;
  readonly awaitVersion: AwaitVersion;
  /** Packages that may be put before the gate; 100. */
  readonly maxTakenPerHour?: number;
}

export interface IntakeContext extends PackageFinder {
  readonly catalogue: () => Promise<Catalogue>;
  readonly now: () => number;
  readonly log: LogUpstream;
}

/** Resolves when the package is there, or when it is known that it will not be: the gallery then answers as it ever does. */
export type TakeIn = (id: string, wish: VersionWish) => Promise<void>;

const TAKEN_PER_HOUR = 100;
/** Names that nobody has cost the other gallery a question each. */
const ASKED_PER_HOUR = 1_000;
const AT_ONCE = 2;
const MAX_WAITING = 100;
const REFUSED_MS = 600_000;
const FAILED_MS = 60_000;

type Told = Pick<UpstreamEvent, 'what' | 'detail'> & Partial<UpstreamEvent>;

export function openIntake(parts: IntakeParts, context: IntakeContext): TakeIn {
  const { now } = context;
  const matchers = parts.take.map(wildcardMatcher);
  const misses = openRecentMisses(now);
  const room = openWaitingRoom(AT_ONCE, MAX_WAITING);
  const asking = openRollingLimit(ASKED_PER_HOUR, now);
  const taking = openRollingLimit(parts.maxTakenPerHour ?? TAKEN_PER_HOUR, now);
  const flights = new Map<string, Promise<void>>();

  const takeIn = async (id: string, wish: VersionWish, key: string): Promise<void> => {
    const tell = (told: Told) =>
      context.log({ id, version: undefined, upstream: undefined, findings: [], ...told });
    const miss = (told: Told) => {
      misses.add(key, told.what === 'failed' ? FAILED_MS : REFUSED_MS);
      tell(told);
    };
    // It may have come in while this one waited.
    if (!mayAskUpstream(await context.catalogue(), id)) return;
    if (!asking.take())
      return tell({ what: 'limited', detail: 'too many names were asked for within an hour' });
    const found = await findPackage(context, id, wish, await parts.door.maxPackageBytes());
    if (!found.ok)
      return miss({ what: 'failed', upstream: found.problem.source.url, detail: found.problem.problem });
    if (!found.value) return miss({ what: 'absent', detail: `no version ${formatWish(wish)} is there` });
    const { version, source, bytes } = found.value;
    const about = { version: version.normalized, upstream: source.url };
    const stranger = strangerProblem(parts.identify(bytes), id, version);
    if (stranger !== undefined) return miss({ ...about, what: 'refused', detail: stranger });
    // While it was fetched somebody may have published the name here.
    if (!mayAskUpstream(await context.catalogue(), id)) return;
    if (!taking.take())
      return tell({ ...about, what: 'limited', detail: 'too many packages were taken within an hour' });
    const told = await enter(parts, id, found.value);
    if (told.what !== 'taken') return miss({ ...about, ...told });
    // Should the build take longer than anybody waits, it is not fetched again meanwhile.
    misses.add(key, FAILED_MS);
    tell({ ...about, ...told });
  };

  const fly = async (id: string, wish: VersionWish, key: string): Promise<void> => {
    const told = { id, version: undefined, upstream: undefined, findings: [] };
    try {
      const isDone = await room.run(async () => {
        await takeIn(id, wish, key);
        return true;
      });
      if (!isDone) context.log({ ...told, what: 'limited', detail: `${MAX_WAITING} others are waiting` });
    } catch (error) {
      misses.add(key, FAILED_MS);
      context.log({
        ...told,
        what: 'failed',
        detail: error instanceof Error ? error.message : String(error),
      });
    }
  };

  return async (id, wish) => {
    if (!matchers.some((matches) => matches(id))) return;
    const key = packageKey(id);
    // One of an id at a time: when the first is in, the name is the gallery's, and the others find that out.
    for (let running = flights.get(key); running; running = flights.get(key)) await running;
    const missKey = `${key} ${formatWish(wish)}`;
    if (misses.has(missKey)) return;
    const flight = fly(id, wish, missKey).finally(() => flights.delete(key));
    flights.set(key, flight);
    await flight;
  };
}

async function enter(
  { door, awaitVersion }: IntakeParts,
  id: string,
  { bytes, source, version }: FoundPackage,
): Promise<Told & { readonly findings: readonly Finding[] }> {
  const outcome = await door.publish({ id, bytes, from: source.url });
  const { findings } = outcome;
  switch (outcome.kind) {
    case 'refused':
      return { what: 'refused', detail: 'the gate keeps it out', findings };
    case 'proposed':
      return { what: 'proposed', detail: `it waits for a maintainer at ${outcome.url}`, findings };
    case 'done': {
      const isThere = await awaitVersion(outcome.id, version.normalized);
      const detail = isThere
        ? `commit ${outcome.commit}`
        : `commit ${outcome.commit}, which is not built yet`;
      return { what: 'taken', detail, findings };
    }
    default:
      return outcome satisfies never;
  }
}

/** @returns a clause when the package is not the one that was asked for */
function strangerProblem(
  found: { readonly id: string; readonly version: string } | undefined,
  id: string,
  version: NuGetVersion,
): string | undefined {
  if (!found) return 'what came is no package that can be read';
  if (packageKey(found.id) !== packageKey(id)) return `what came calls itself ${found.id}`;
  const parsed = parseNuGetVersion(found.version);
  const isSame = parsed.ok && compareNuGetVersions(parsed.value, version) === 0;
  return isSame ? undefined : `what came calls itself version ${found.version}`;
}
