/**
 * A query → commands: which of them are called so, and which packages bring them. Words are looked for in names, and as
 * parameters; fields of packages narrow them to commands of such packages.
 */
import {
  type CommandUse,
  commandsCalled,
  commandsStartingWith,
  commandsWithWord,
  type NamedCommand,
  parametersCalled,
} from './command-names.ts';
import type { FieldName } from './fields.ts';
import { queryHits } from './find-packages.ts';
import { foldText, nameParts, textTokens } from './fold-text.ts';
import { KIND_STEP } from './index-format.ts';
import { readAscending } from './number-text.ts';
import type { SearchIndex } from './open-index.ts';
import type { FieldTerm, Group, Query, Term } from './query.ts';
import { MIN_PREFIX } from './rank.ts';
import { COMMAND_KINDS, type SearchCommandKind } from './search-record.ts';
import { isWildcard } from './wildcard.ts';
import { isCommandStart } from './word-hits.ts';

export interface CommandMatch extends CommandUse {
  readonly name: string;
  /** Among all names. */
  readonly place: number;
  readonly score: number;
}

export interface CommandResults {
  /** Best first. */
  readonly matches: readonly CommandMatch[];
  /** How many there are, where only the first were read. */
  readonly total: number;
  readonly notes: readonly string[];
}

/** Fields that are about commands; the others choose packages. */
const KINDS: Readonly<Partial<Record<FieldName, readonly SearchCommandKind[]>>> = {
  Functions: ['function'],
  Cmdlets: ['cmdlet'],
  DscResources: ['dsc-resource'],
  Aliases: ['alias'],
  Commands: ['function', 'cmdlet', 'workflow', 'alias', 'script'],
};

const SCORES = { exact: 100, prefix: 60, words: 40, pattern: 40, parameter: 20, field: 0 };

export async function findCommands(index: SearchIndex, query: Query): Promise<CommandResults> {
  const notes: string[] = [];
  const groups = query.groups.map((group) => unmixed(group, notes)).filter((group) => group.length > 0);
  const about = groups.filter((group) => group.some(isAboutCommands));
  const packages = groups.filter((group) => !group.some(isAboutCommands));
  const [wanted, unwanted] = [
    about.filter((group) => !group.some((term) => term.isNegated)),
    about.filter((group) => group.some((term) => term.isNegated)),
  ];
  if (wanted.length === 0) {
    return {
      matches: [],
      total: 0,
      notes: [...notes, 'Type the name of a command, a part of it, or a parameter.'],
    };
  }
  const [first, ...rest] = wanted as [Group, ...Group[]];
  const [found, hits, ...others] = await Promise.all([
    groupCommands(index, first, notes),
    packages.length === 0 ? undefined : queryHits(index, packages),
    ...rest.map((group) => groupCommands(index, group, notes)),
  ]);
  const without = await Promise.all(unwanted.map((group) => groupCommands(index, positive(group), notes)));
  const matches: CommandMatch[] = [];
  for (const [key, match] of found) {
    if (hits && (hits[match.package] ?? -1) < 0) continue;
    if (without.some((some) => some.has(key))) continue;
    const more = others.map((some) => some.get(key)?.score);
    if (more.includes(undefined)) continue;
    matches.push({ ...match, score: more.reduce<number>((sum, score) => sum + (score ?? 0), match.score) });
  }
  matches.sort(
    (a, b) =>
      b.score - a.score ||
      a.name.length - b.name.length ||
      (foldText(a.name) < foldText(b.name) ? -1 : foldText(a.name) > foldText(b.name) ? 1 : 0) ||
      a.package - b.package,
  );
  return { matches, total: matches.length, notes: [...new Set(notes)] };
}

/** What the command says of itself, or ''. */
export async function synopsisOf(index: SearchIndex, match: CommandMatch): Promise<string> {
  const [uses = '', ...synopses] = await index.synopses(match.place);
  const use = match.package * KIND_STEP + COMMAND_KINDS.indexOf(match.kind);
  return synopses[readAscending(uses).indexOf(use)] ?? '';
}

/** All commands of some packages, or all but some, cannot be listed: of alternatives only names and parameters stay. */
function unmixed(group: Group, notes: string[]): Group {
  if (group.length < 2 || !group.some(isAboutCommands)) return group;
  const kept = group.filter((term) => isAboutCommands(term) && !term.isNegated);
  if (kept.length < group.length)
    notes.push('Among commands, OR stands between names and parameters; what else is beside it is left out.');
  return kept;
}

function isAboutCommands(term: Term): boolean {
  return term.kind !== 'field' || term.field in KINDS || term.field === 'Parameters';
}

function positive(group: Group): Group {
  return group.map((term) => ({ ...term, isNegated: false }));
}

/** By a key that is the same for the same command of the same package. */
type Found = Map<string, CommandMatch>;

async function groupCommands(index: SearchIndex, group: Group, notes: string[]): Promise<Found> {
  const all: Found = new Map();
  for (const found of await Promise.all(group.map((term) => termCommands(index, term, notes)))) {
    for (const [key, match] of found) {
      if ((all.get(key)?.score ?? -1) < match.score) all.set(key, match);
    }
  }
  return all;
}

async function termCommands(index: SearchIndex, term: Term, notes: string[]): Promise<Found> {
  if (term.kind === 'field') return fieldCommands(index, term, notes);
  const found: Found = new Map();
  const text = term.text.trim();
  if (isWildcard(text)) {
    noteAll(found, await commandsCalled(index, text), () => SCORES.pattern);
    return found;
  }
  const key = foldText(text);
  const [named, worded, parameters] = await Promise.all([
    isCommandStart(text) ? commandsStartingWith(index, text) : commandsCalled(index, text),
    wordedCommands(index, text),
    parameterCommands(index, text, notes),
  ]);
  noteAll(found, parameters, () => SCORES.parameter);
  noteAll(found, worded, () => SCORES.words);
  noteAll(found, named, (name) => (foldText(name) === key ? SCORES.exact : SCORES.prefix));
  return found;
}

/** Commands in whose names each part of the text begins a word. */
async function wordedCommands(index: SearchIndex, text: string): Promise<readonly NamedCommand[]> {
  const tokens = textTokens(text);
  // A verb is in thousands of names: the longest part, which is seldom one, finds the fewest.
  const [longest] = [...tokens].sort((a, b) => b.length - a.length);
  if (longest === undefined || longest.length < MIN_PREFIX) return [];
  const found = await commandsWithWord(index, longest);
  return found.filter(({ name }) => hasWords(name, tokens));
}

/** Whether the name, from one of its words on, goes like each text: `vm` and `vmrep` are in Get-AzVMReport. */
export function hasWords(name: string, tokens: readonly string[]): boolean {
  const tails = [0, ...nameParts(name).map(({ start }) => start)].map((start) => foldText(name.slice(start)));
  return tokens.every((token) => tails.some((tail) => tail.startsWith(token)));
}

async function fieldCommands(index: SearchIndex, term: FieldTerm, notes: string[]): Promise<Found> {
  const kinds = KINDS[term.field];
  const lists = await Promise.all(
    term.values.map(async (some) => {
      const found: Found = new Map();
      for (const value of some) {
        const commands = kinds
          ? (await commandsCalled(index, value)).map((one) => ({
              ...one,
              uses: one.uses.filter(({ kind }) => kinds.includes(kind)),
            }))
          : await parameterCommands(index, value, notes);
        noteAll(found, commands, () => SCORES.field);
      }
      return found;
    }),
  );
  const [first = new Map<string, CommandMatch>(), ...others] = lists;
  return new Map([...first].filter(([key]) => others.every((other) => other.has(key))));
}

async function parameterCommands(
  index: SearchIndex,
  text: string,
  notes: string[],
): Promise<readonly NamedCommand[]> {
  const found = await parametersCalled(index, text);
  for (const { name, commandCount, commands } of found) {
    const shown = commands.reduce((sum, { uses }) => sum + uses.length, 0);
    if (commandCount > shown) {
      notes.push(`${commandCount} commands have a parameter ${name}; the first ${shown} by name are here.`);
    }
  }
  return found.flatMap(({ commands }) => commands);
}

function noteAll(found: Found, commands: readonly NamedCommand[], scoreOf: (name: string) => number): void {
  for (const { name, place, uses } of commands) {
    const score = scoreOf(name);
    for (const use of uses) {
      const key = `${name}\n${use.kind}\n${use.package}`;
      if ((found.get(key)?.score ?? -1) < score) found.set(key, { ...use, name, place, score });
    }
  }
}
