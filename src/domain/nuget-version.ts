/**
 * NuGet's versions: one to four numeric parts and a prerelease label, ordered as SemVer 2 orders labels.
 * The npm package `semver` refuses the fourth part, which PowerShell modules do use.
 * @see https://learn.microsoft.com/nuget/concepts/package-versioning
 */
import { fail, ok, type Result } from './result.ts';

export interface NuGetVersion {
  /** As its author wrote it, e.g. `1.0`. */
  readonly original: string;
  /** Major, minor, patch, revision; parts that were not written are 0. */
  readonly parts: readonly [number, number, number, number];
  /** The label after the first hyphen, or '' for a stable version. */
  readonly prerelease: string;
  /** What V3 addresses carry, before lower-casing: `1.0` → `1.0.0`, `1.0.0.0` → `1.0.0`, no `+metadata`. */
  readonly normalized: string;
  /** How many numeric parts were written, 1 to 4. */
  readonly partCount: number;
}

export type NuGetVersionProblem = 'empty' | 'too-long' | 'grammar' | 'part-too-large';

export const VERSION_MAX_LENGTH = 64;

const PATTERN =
  /^(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:\.(\d+))?(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/;

/** .NET's System.Version holds each part in a signed 32-bit number. */
const PART_LIMIT = 2_147_483_647;

export function parseNuGetVersion(text: string): Result<NuGetVersion, NuGetVersionProblem> {
  if (text === '') return fail('empty');
  if (text.length > VERSION_MAX_LENGTH) return fail('too-long');
  const match = PATTERN.exec(text);
  if (!match) return fail('grammar');
  const written = match.slice(1, 5).filter((part) => part !== undefined);
  const numbers = written.map(Number);
  if (numbers.some((part) => part > PART_LIMIT)) return fail('part-too-large');
  const [major = 0, minor = 0, patch = 0, revision = 0] = numbers;
  const prerelease = match[5] ?? '';
  const core = `${major}.${minor}.${patch}${revision > 0 ? `.${revision}` : ''}`;
  return ok({
    original: text,
    parts: [major, minor, patch, revision],
    prerelease,
    normalized: prerelease === '' ? core : `${core}-${prerelease}`,
    partCount: written.length,
  });
}

/** Negative when `a` comes before `b`; 0 when NuGet takes them for the same version (`1.0` and `1.0.0`). */
export function compareNuGetVersions(a: NuGetVersion, b: NuGetVersion): number {
  for (let index = 0; index < 4; index++) {
    const difference = (a.parts[index] ?? 0) - (b.parts[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return comparePrerelease(a.prerelease, b.prerelease);
}

/** The key under which two spellings are one version: V3 addresses and uniqueness use it. */
export function versionKey(version: NuGetVersion): string {
  return version.normalized.toLowerCase();
}

export function isPrerelease(version: NuGetVersion): boolean {
  return version.prerelease !== '';
}

function comparePrerelease(a: string, b: string): number {
  if (a === b) return 0;
  if (a === '') return 1;
  if (b === '') return -1;
  const left = a.split('.');
  const right = b.split('.');
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const one = left[index];
    const other = right[index];
    if (one === undefined) return -1;
    if (other === undefined) return 1;
    const difference = compareLabel(one, other);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** NuGet compares labels without regard to case, unlike SemVer 2. */
function compareLabel(a: string, b: string): number {
  const aIsNumber = /^\d+$/.test(a);
  const bIsNumber = /^\d+$/.test(b);
  if (aIsNumber && bIsNumber) return compareDigits(a, b);
  if (aIsNumber !== bIsNumber) return aIsNumber ? -1 : 1;
  const left = a.toLowerCase();
  const right = b.toLowerCase();
  return left < right ? -1 : left > right ? 1 : 0;
}

/** By length first, since a label may hold more digits than a JavaScript number keeps exactly. */
function compareDigits(a: string, b: string): number {
  const left = a.replace(/^0+(?=\d)/, '');
  const right = b.replace(/^0+(?=\d)/, '');
  if (left.length !== right.length) return left.length - right.length;
  return left < right ? -1 : left > right ? 1 : 0;
}
