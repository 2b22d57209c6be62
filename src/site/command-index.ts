/** All commands of the gallery, by verb: which package brings a command. */
import { type Gallery, isPackageListed, type PackageVersion, shownVersion } from '../domain/gallery.ts';
import type { DocumentedCommand } from '../domain/package-docs.ts';
import { commandsWithPages } from './command-view.ts';

export interface IndexedCommand {
  readonly command: Pick<DocumentedCommand, 'name' | 'kind'>;
  readonly synopsis: string | undefined;
  readonly item: PackageVersion;
}

export interface VerbGroup {
  /** As most write it; `Other` for names without a verb. */
  readonly verb: string;
  readonly commands: readonly IndexedCommand[];
}

export const NO_VERB = 'Other';

const built = new WeakMap<Gallery, readonly VerbGroup[]>();

/** Verbs in code point order, commands by noun; read once for all pages. */
export function verbGroups(gallery: Gallery): readonly VerbGroup[] {
  const known = built.get(gallery);
  if (known) return known;
  const groups = Map.groupBy(allCommands(gallery), ({ command }) => verbOf(command.name));
  const made = [...groups]
    .map(([verb, commands]): VerbGroup => ({ verb, commands: commands.toSorted(byNoun) }))
    .sort((a, b) => rank(a) - rank(b) || (a.verb < b.verb ? -1 : 1));
  built.set(gallery, made);
  return made;
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

/** `get-item` → `Get`; verbs become folders, so only plain words are verbs. */
export function verbOf(name: string): string {
  const verb = /^([A-Za-z]{2,20})-\w/.exec(name)?.[1];
  return verb === undefined ? NO_VERB : verb.charAt(0).toUpperCase() + verb.slice(1).toLowerCase();
}

function byNoun(a: IndexedCommand, b: IndexedCommand): number {
  const [one, other] = [a.command.name.toLowerCase(), b.command.name.toLowerCase()];
  if (one !== other) return one < other ? -1 : 1;
  return a.item.id < b.item.id ? -1 : 1;
}

function rank({ verb }: VerbGroup): number {
  return verb === NO_VERB ? 1 : 0;
}
