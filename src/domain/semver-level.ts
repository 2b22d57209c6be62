/**
 * Which versions only clients of SemVer 2 may see: others cannot read them.
 * @see https://learn.microsoft.com/nuget/api/search-query-service-resource
 */

import { parseNuGetVersion } from './nuget-version.ts';

/** A label of several parts, or build metadata. */
export function isSemVer2(version: string): boolean {
  const [core = '', metadata] = version.split('+');
  if (metadata !== undefined) return true;
  const label = core.indexOf('-');
  return label >= 0 && core.includes('.', label);
}

/** @param level  as clients send it, `2.0.0`; undefined stands for the old level */
export function understandsSemVer2(level: string | undefined): boolean {
  const version = parseNuGetVersion(level ?? '');
  return version.ok && version.value.parts[0] >= 2;
}
