/** What a new version takes away from those who use the one before: commands and parameters, where its number says that nothing is. */
import type { CommandParameter } from '../domain/command-help.ts';
import type { Finding, Place } from '../domain/finding.ts';
import { isPrerelease, type NuGetVersion } from '../domain/nuget-version.ts';
import type { DocumentedCommand, PackageDocs } from '../domain/package-docs.ts';
import { findingOf } from '../domain/rule.ts';
import { compatCommandRemoved } from '../rules/compat-command-removed.ts';
import { compatParameterRemoved } from '../rules/compat-parameter-removed.ts';

export interface DocumentedVersion {
  readonly version: NuGetVersion;
  readonly docs: PackageDocs;
}

/** @param previous  the stable version that users have */
export function checkCompatibility(
  previous: DocumentedVersion,
  next: DocumentedVersion,
  place: Place,
): readonly Finding[] {
  if (isPrerelease(next.version) || mayBreak(previous.version, next.version)) return [];
  const now = new Map(next.docs.commands.map((command) => [command.name.toLowerCase(), command]));
  const versions = { version: next.version.original, previous: previous.version.original };
  return previous.docs.commands.flatMap((before) => {
    const after = now.get(before.name.toLowerCase());
    if (!after) return [findingOf(compatCommandRemoved, place, { command: before.name, ...versions })];
    return removedParameters(before, after).map((parameter) =>
      findingOf(compatParameterRemoved, place, { command: before.name, parameter, ...versions }),
    );
  });
}

/** A higher major version may take things away; below 1.0 a higher minor version may. */
function mayBreak(previous: NuGetVersion, next: NuGetVersion): boolean {
  const [major = 0, minor = 0] = previous.parts;
  const [nextMajor = 0, nextMinor = 0] = next.parts;
  return nextMajor > major || (major === 0 && nextMajor === 0 && nextMinor > minor);
}

/** Only where both are known: help that is silent says nothing of what is gone. */
function removedParameters(before: DocumentedCommand, after: DocumentedCommand): readonly string[] {
  const was = before.help?.parameters ?? [];
  const is = after.help?.parameters ?? [];
  if (is.length === 0 && after.help?.syntax.length !== 1) return [];
  const names = new Set(is.flatMap(namesOf));
  return was.filter(({ name }) => !names.has(name.toLowerCase())).map(({ name }) => name);
}

function namesOf({ name, aliases }: CommandParameter): readonly string[] {
  return [name, ...aliases].map((item) => item.toLowerCase());
}
