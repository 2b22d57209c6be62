/**
 * How fast build pipelines may publish, counted from the records alone, so that it holds on every machine: a burst is fine,
 * a loop that runs wild is not. What people ask for by pull requests is not counted; people are slow.
 */
import type { Finding, Place } from '../../domain/finding.ts';
import type { PackageRecord } from '../../domain/record.ts';
import { findingOf } from '../../domain/rule.ts';
import { publishRate } from '../../rules/publish-rate.ts';

interface Allowance {
  readonly what: string;
  readonly burst: number;
  /** After which there is room for one more. */
  readonly secondsEach: number;
}

const NEW_IDS: Allowance = { what: 'new ids', burst: 5, secondsEach: 600 };
const VERSIONS: Allowance = { what: 'versions', burst: 30, secondsEach: 60 };

export interface RateFacts {
  readonly records: readonly PackageRecord[];
  /** Whoever holds several keys is one publisher all the same. */
  readonly publisher: string;
  readonly isNewPackage: boolean;
  /** UTC, ISO 8601. */
  readonly now: string;
}

export function checkPublishRate(facts: RateFacts, place: Place): readonly Finding[] {
  const { records, publisher, isNewPackage, now } = facts;
  const byPipeline = records.map(({ versions }) =>
    versions
      .filter((item) => item.publisher.toLowerCase() === publisher.toLowerCase() && isOfPipeline(item))
      .map(({ published }) => Date.parse(published) / 1000),
  );
  const firstOnes = records.flatMap(({ versions }, at) => {
    const first = Math.min(...versions.map(({ published }) => Date.parse(published) / 1000));
    return byPipeline[at]?.includes(first) ? [first] : [];
  });
  const nowSeconds = Date.parse(now) / 1000;
  return [
    ...(isNewPackage ? [{ allowance: NEW_IDS, times: firstOnes }] : []),
    { allowance: VERSIONS, times: byPipeline.flat() },
  ].flatMap(({ allowance, times }) => {
    const waitSeconds = secondsToWait(allowance, times, nowSeconds);
    return waitSeconds === 0
      ? []
      : [findingOf(publishRate, place, { publisher, what: allowance.what, waitSeconds })];
  });
}

function isOfPipeline({ proof }: PackageRecord['versions'][number]): boolean {
  return proof?.kind === 'key' || proof?.kind === 'signature' || proof?.kind === 'keyless';
}

/** A bucket of so many seconds, of which each publish takes its share, and which fills as time passes. */
function secondsToWait({ burst, secondsEach }: Allowance, times: readonly number[], now: number): number {
  const full = burst * secondsEach;
  let [level, last] = [full, -Infinity];
  const filled = (at: number) => Math.min(full, level + Math.max(0, at - last));
  for (const at of times.toSorted((a, b) => a - b)) {
    level = Math.max(0, filled(at) - secondsEach);
    last = at;
  }
  return Math.max(0, Math.ceil(secondsEach - filled(now)));
}
