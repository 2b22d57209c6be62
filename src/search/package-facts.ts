/** What a package is filtered, counted and sorted by, as compact numbers. */
import { dayNumber, Flag, type PackageFacts } from './index-format.ts';
import { INCLUDED_KINDS, type SearchRecord } from './search-record.ts';

export function packageFacts(record: SearchRecord): PackageFacts {
  const { quality, license, powerShell, owners, categories } = record;
  return {
    quality: Math.max(0, Math.min(100, Math.round(quality))),
    flags: flagsOf(record),
    day: dayNumber(record.publishedOn),
    license,
    powerShell,
    owners,
    categories,
  };
}

function flagsOf({ kind, editions, systems, isPrerelease, commands }: SearchRecord): number {
  const has = (list: readonly string[], name: string) => list.some((one) => one.toLowerCase() === name);
  let flags = 0;
  if (kind === 'script') flags |= Flag.script;
  if (has(editions, 'core')) flags |= Flag.core;
  if (has(editions, 'desktop')) flags |= Flag.desktop;
  if (has(systems, 'windows')) flags |= Flag.windows;
  if (has(systems, 'linux')) flags |= Flag.linux;
  if (has(systems, 'macos')) flags |= Flag.macos;
  if (isPrerelease) flags |= Flag.prerelease;
  INCLUDED_KINDS.forEach((included, at) => {
    if (commands.some((command) => command.kind === included)) flags |= Flag.included << at;
  });
  return flags;
}
