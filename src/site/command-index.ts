/** All commands of the gallery, by verb and by noun: which package brings a command. */
import { type Gallery, isPackageListed, type PackageVersion, shownVersion } from '../domain/gallery.ts';
import type { DocumentedCommand } from '../domain/package-docs.ts';
import { commandsWithPages } from './command-view.ts';

export interface IndexedCommand {
  readonly command: Pick<DocumentedCommand, 'name' | 'kind'>;
  readonly synopsis: string | undefined;
  readonly item: PackageVersion;
}

/** Commands under one heading: those of a verb, or those whose nouns begin with a letter. */
export interface CommandGroup {
  /** A verb as most write it, a capital letter, or `Other`. */
  readonly title: string;
  readonly commands: readonly IndexedCommand[];
}

const OTHER = 'Other';

const builtByVerb = new WeakMap<Gallery, readonly CommandGroup[]>();
const builtByNoun = new WeakMap<Gallery, readonly CommandGroup[]>();

/** Verbs in code point order, `Other` for names without one; commands by noun. Read once for all pages. */
export function verbGroups(gallery: Gallery): readonly CommandGroup[] {
  const known = builtByVerb.get(gallery) ?? groupCommands(allCommands(gallery), verbOf);
  builtByVerb.set(gallery, known);
  return known;
}

/** First letters of nouns, `Other` for digits and what is no letter; commands by noun, then by verb. */
export function nounGroups(gallery: Gallery): readonly CommandGroup[] {
  const known = builtByNoun.get(gallery) ?? groupCommands(allCommands(gallery), letterOf);
  builtByNoun.set(gallery, known);
  return known;
}

export function groupCommands(
  all: readonly IndexedCommand[],
  titleOf: (name: string) => string | undefined,
): readonly CommandGroup[] {
  const keyOf = ({ command }: IndexedCommand) => titleOf(command.name)?.toLowerCase() ?? '';
  return [...Map.groupBy(all, keyOf)]
    .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map(([key, commands]) => ({
      title: key === '' ? OTHER : mostWritten(commands.map(({ command }) => titleOf(command.name) ?? '')),
      commands: commands.toSorted(byNoun),
    }));
}

function allCommands(gallery: Gallery): readonly IndexedCommand[] {
  return gallery.packages.filter(isPackageListed).flatMap((owner) => {
    const item = shownVersion(owner);
    return commandsWithPages(item).map(({ name, kind, help }) => ({
      command: { name, kind },
      synopsis: help?.synopsis?.split('\n')[0],
      item,
    }));
  });
}

/** `Get-Item` → `Get`; verbs become folders, so only plain words are verbs. */
export function verbOf(name: string): string | undefined {
  const verb = /^([A-Za-z]{2,20})-\w/.exec(name)?.[1];
  return verb?.toLowerCase() === OTHER.toLowerCase() ? undefined : verb;
}

/** `Get-Item` → `I`; of a name without a verb its own first letter. */
export function letterOf(name: string): string | undefined {
  const letter = nounOf(name).charAt(0).toUpperCase();
  return /^[A-Z]$/.test(letter) ? letter : undefined;
}

/** `Get-Item` → `Item`. */
export function nounOf(name: string): string {
  const verb = verbOf(name);
  return verb === undefined ? name : name.slice(verb.length + 1);
}

function byNoun(a: IndexedCommand, b: IndexedCommand): number {
  const keyOf = ({ command: { name }, item }: IndexedCommand) =>
    [nounOf(name).toLowerCase(), name.toLowerCase(), item.id] as const;
  const [one, other] = [keyOf(a), keyOf(b)];
  const at = one.findIndex((part, index) => part !== other[index]);
  return at < 0 ? 0 : (one[at] ?? '') < (other[at] ?? '') ? -1 : 1;
}

/** Of equal numbers the first in code point order. */
function mostWritten(spellings: readonly string[]): string {
  const counts = [...Map.groupBy(spellings, (text) => text)].map(
    ([text, same]) => [same.length, text] as const,
  );
  counts.sort(([a, one], [b, other]) => b - a || (one < other ? -1 : 1));
  return counts[0]?.[1] ?? '';
}

function rank(key: string): number {
  return key === '' ? 1 : 0;
}
