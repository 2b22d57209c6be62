/**
 * NuGet's ranges of versions, as dependencies in a nuspec write them: `1.0`, `[1.0]`, `(,1.0]`, `[1.0, 2.0)`.
 * @see https://learn.microsoft.com/nuget/concepts/package-versioning#version-ranges
 */
import { compareNuGetVersions, type NuGetVersion, parseNuGetVersion } from './nuget-version.ts';
import { fail, ok, type Result } from './result.ts';

export interface VersionRange {
  readonly min: NuGetVersion | undefined;
  readonly isMinIncluded: boolean;
  readonly max: NuGetVersion | undefined;
  readonly isMaxIncluded: boolean;
}

export const ANY_VERSION: VersionRange = {
  min: undefined,
  isMinIncluded: false,
  max: undefined,
  isMaxIncluded: false,
};

/** '' is any version, as NuGet reads a dependency without a `version` attribute. */
export function parseVersionRange(text: string): Result<VersionRange, 'grammar'> {
  const trimmed = text.trim();
  if (trimmed === '') return ok(ANY_VERSION);
  const first = trimmed[0];
  const last = trimmed.at(-1);
  if (first !== '[' && first !== '(') {
    const min = parseNuGetVersion(trimmed);
    return min.ok
      ? ok({ min: min.value, isMinIncluded: true, max: undefined, isMaxIncluded: false })
      : fail('grammar');
  }
  if (last !== ']' && last !== ')') return fail('grammar');
  const bounds = trimmed
    .slice(1, -1)
    .split(',')
    .map((bound) => bound.trim());
  if (bounds.length === 1) return exactly(bounds[0] ?? '', first === '[' && last === ']');
  if (bounds.length !== 2) return fail('grammar');
  const min = optionalBound(bounds[0] ?? '');
  const max = optionalBound(bounds[1] ?? '');
  if (min === 'grammar' || max === 'grammar') return fail('grammar');
  const range = {
    min,
    isMinIncluded: min !== undefined && first === '[',
    max,
    isMaxIncluded: max !== undefined && last === ']',
  };
  return isEmptyRange(range) ? fail('grammar') : ok(range);
}

/** The one canonical text of a range, as V3 registrations write it: `[1.0.0, )`, `[1.0.0, 1.0.0]`, `(, )`. */
export function formatVersionRange(range: VersionRange): string {
  const open = range.isMinIncluded ? '[' : '(';
  const close = range.isMaxIncluded ? ']' : ')';
  return `${open}${range.min?.normalized ?? ''}, ${range.max?.normalized ?? ''}${close}`;
}

export function satisfiesRange(version: NuGetVersion, range: VersionRange): boolean {
  if (range.min) {
    const order = compareNuGetVersions(version, range.min);
    if (order < 0 || (order === 0 && !range.isMinIncluded)) return false;
  }
  if (range.max) {
    const order = compareNuGetVersions(version, range.max);
    if (order > 0 || (order === 0 && !range.isMaxIncluded)) return false;
  }
  return true;
}

function exactly(text: string, isClosed: boolean): Result<VersionRange, 'grammar'> {
  const version = parseNuGetVersion(text);
  if (!isClosed || !version.ok) return fail('grammar');
  return ok({ min: version.value, isMinIncluded: true, max: version.value, isMaxIncluded: true });
}

function optionalBound(text: string): NuGetVersion | undefined | 'grammar' {
  if (text === '') return undefined;
  const version = parseNuGetVersion(text);
  return version.ok ? version.value : 'grammar';
}

function isEmptyRange(range: VersionRange): boolean {
  if (!range.min || !range.max) return false;
  const order = compareNuGetVersions(range.min, range.max);
  return order > 0 || (order === 0 && !(range.isMinIncluded && range.isMaxIncluded));
}
