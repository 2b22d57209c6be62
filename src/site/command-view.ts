/** Which commands have pages, what these say of each, and since when there is such a command. */
import type { CommandParameter } from '../domain/command-help.ts';
import { type Package, type PackageVersion, shownVersion } from '../domain/gallery.ts';
import type { DocumentedCommand } from '../domain/package-docs.ts';
import { hasCommandPage } from './command-page-name.ts';
import { siteContext } from './gallery-context.ts';

/** Those of the shown version that have pages; of two names that differ by case only, the first. */
export function commandsWithPages(item: PackageVersion): readonly DocumentedCommand[] {
  return [...pagesOf(item).values()];
}

/** By the name of its page, as it is spelled there. */
export function commandPage(item: PackageVersion, name: string): DocumentedCommand | undefined {
  const found = pagesOf(item).get(name.toLowerCase());
  return found?.name === name ? found : undefined;
}

/** By what was read last: it is thrown away as soon as another package is asked for. */
const known = new WeakMap<readonly DocumentedCommand[], ReadonlyMap<string, DocumentedCommand>>();

/** By lower-cased name. Asked for on the page of each command, and a module may have thousands. */
function pagesOf(item: PackageVersion): ReadonlyMap<string, DocumentedCommand> {
  const { commands } = siteContext().readDocs(item).docs;
  const found = known.get(commands);
  if (found) return found;
  const made = new Map<string, DocumentedCommand>();
  for (const command of commands) {
    const key = command.name.toLowerCase();
    if (hasCommandPage(command) && !made.has(key)) made.set(key, command);
  }
  known.set(commands, made);
  return made;
}

export interface CommandSection {
  readonly title: string;
  readonly commands: readonly DocumentedCommand[];
}

const TITLES: readonly (readonly [DocumentedCommand['kind'], string])[] = [
  ['script', 'Script'],
  ['function', 'Functions'],
  ['cmdlet', 'Cmdlets'],
  ['workflow', 'Workflows'],
  ['dsc-resource', 'DSC resources'],
  ['role-capability', 'Role capabilities'],
  ['alias', 'Aliases'],
];

/** By kind, in the order in which readers look for them; empty ones left out. */
export function commandSections(commands: readonly DocumentedCommand[]): readonly CommandSection[] {
  return TITLES.map(([kind, title]) => ({
    title,
    commands: commands.filter((command) => command.kind === kind),
  })).filter((section) => section.commands.length > 0);
}

export const KIND_TEXT: Readonly<Record<DocumentedCommand['kind'], string>> = {
  script: 'script',
  function: 'function',
  cmdlet: 'cmdlet',
  workflow: 'workflow',
  alias: 'alias',
  'dsc-resource': 'DSC resource',
  'role-capability': 'role capability',
};

/** How a command is known that the manifest does not list. */
export const KNOWN_TEXT: Readonly<Record<DocumentedCommand['known'], string | undefined>> = {
  manifest: undefined,
  code: 'seen in the code: the manifest leaves its exports open',
  assembly: 'seen in an assembly: the manifest leaves its exports open',
  file: undefined,
  assumed: 'assumed: the module computes what it exports',
};

/** The first version of the last unbroken run of versions that have the command. */
export function sinceVersion(owner: Package, name: string): PackageVersion | undefined {
  const key = name.toLowerCase();
  let since: PackageVersion | undefined;
  for (const item of owner.versions.toReversed()) {
    if (!commandKeys(item).has(key)) break;
    if (item.isListed || item === shownVersion(owner)) since = item;
  }
  return since;
}

const keysOf = new WeakMap<PackageVersion, ReadonlySet<string>>();

/** Asked for on the page of each command. */
function commandKeys(item: PackageVersion): ReadonlySet<string> {
  const known = keysOf.get(item) ?? new Set(item.nupkg.commands.map(({ name }) => name.toLowerCase()));
  keysOf.set(item, known);
  return known;
}

/** `required`, `position 0`, `from the pipeline`, …: short facts beside a parameter. */
export function parameterFacts(parameter: CommandParameter): readonly string[] {
  const { isMandatory, position, pipeline, acceptsWildcards, parameterSets } = parameter;
  return [
    ...(isMandatory ? ['required'] : []),
    ...(position === undefined ? [] : [`position ${position}`]),
    ...(pipeline.includes('value') ? ['from the pipeline'] : []),
    ...(pipeline.includes('property') ? ['from the pipeline by property name'] : []),
    ...(acceptsWildcards ? ['wildcards'] : []),
    ...(parameterSets.length > 0 ? [`set ${parameterSets.join(', ')}`] : []),
  ];
}

/** An address can be followed when it is encrypted; anything else is only shown. */
export function linkAddress(uri: string | undefined): string | undefined {
  return uri !== undefined && /^https:\/\/[^\s"'<>]+$/i.test(uri) ? uri : undefined;
}
