/** Names of commands in the index: exact ones, beginnings, and wildcards by whichever list answers with the fewest files. */
import { NAME_GAP, reversedText } from './command-lists.ts';
import { foldText } from './fold-text.ts';
import { KIND_STEP, type PartName } from './index-format.ts';
import { readAscending, readNumbers } from './number-text.ts';
import type { SearchIndex } from './open-index.ts';
import type { PartRow } from './search-part.ts';
import { COMMAND_KINDS, type SearchCommandKind } from './search-record.ts';
import { isWildcard, readWildcard } from './wildcard.ts';

export interface CommandUse {
  readonly package: number;
  readonly kind: SearchCommandKind;
}

export interface NamedCommand {
  readonly name: string;
  /** Among all names. */
  readonly place: number;
  readonly uses: readonly CommandUse[];
}

export async function commandsCalled(index: SearchIndex, name: string): Promise<readonly NamedCommand[]> {
  if (isWildcard(name)) return commandsLike(index, name);
  return (await index.part('commands').equalTo(foldText(name))).map(readerOf(index).commands);
}

export async function commandsStartingWith(
  index: SearchIndex,
  text: string,
): Promise<readonly NamedCommand[]> {
  return (await index.part('commands').startingWith(foldText(text))).map(readerOf(index).commands);
}

/** Commands that have a word which starts so. */
export async function commandsWithWord(index: SearchIndex, word: string): Promise<readonly NamedCommand[]> {
  const key = foldText(word);
  const [first, turned] = await Promise.all([
    index.part('commands').startingWith(key),
    index.part('turned').startingWith(key),
  ]);
  return distinct([...first.map(readerOf(index).commands), ...turned.map(readTurned)]);
}

interface Plan {
  readonly part: PartName;
  readonly prefix: string;
  readonly read: (row: PartRow) => NamedCommand;
}

async function commandsLike(index: SearchIndex, pattern: string): Promise<readonly NamedCommand[]> {
  const { prefix, suffix, matches } = readWildcard(pattern);
  const plans: Plan[] = [{ part: 'commands', prefix, read: readerOf(index).commands }];
  if (suffix !== '') plans.push({ part: 'reversed', prefix: reversedText(suffix), read: readReversed });
  // After a hyphen a word begins, so names with `-Vault` stand where words from `vault` on do.
  for (const [, afterHyphen = ''] of foldText(pattern).matchAll(/-([a-z0-9]+)/g)) {
    plans.push({ part: 'turned', prefix: afterHyphen, read: readTurned });
  }
  const costs = await Promise.all(plans.map(({ part, prefix: from }) => index.part(part).filesOf(from)));
  const least = Math.min(...costs);
  const plan = plans[costs.indexOf(least)] as Plan;
  const rows = await index.part(plan.part).startingWith(plan.prefix);
  // Keys of the plain list are the folded names; those of the others are turned.
  const nameOf = plan.part === 'commands' ? ({ key }: PartRow) => key : ({ name }: PartRow) => foldText(name);
  return distinct(rows.filter((row) => matches(nameOf(row))).map(plan.read));
}

function distinct(commands: readonly NamedCommand[]): readonly NamedCommand[] {
  return [...new Map(commands.map((command) => [command.name, command])).values()];
}

function readerOf({ head }: SearchIndex) {
  return {
    commands: ({ name, data, file, at }: PartRow): NamedCommand => ({
      name,
      place: file * head.commandsInFile + at,
      uses: readAscending(data).map(readUse),
    }),
  };
}

function readReversed({ name, data }: PartRow): NamedCommand {
  const [place = 0, ...steps] = readNumbers(data);
  return { name, place, uses: usesOf(steps) };
}

function readTurned({ name, data }: PartRow): NamedCommand {
  const [, place = 0, ...steps] = readNumbers(data);
  return { name, place, uses: usesOf(steps) };
}

function usesOf(steps: readonly number[]): readonly CommandUse[] {
  let at = 0;
  return steps.map((step) => readUse((at += step)));
}

/** The commands that have a parameter called so. */
export interface ParameterRow {
  readonly name: string;
  readonly commandCount: number;
  readonly packages: readonly number[];
  /** The first of them by name. */
  readonly commands: readonly NamedCommand[];
}

export async function parametersCalled(index: SearchIndex, value: string): Promise<readonly ParameterRow[]> {
  return (await rowsLike(index, 'parameters', value)).map(readParameter);
}

function readParameter({ name: names, data }: PartRow): ParameterRow {
  const [name = '', ...commandNames] = names.split(NAME_GAP);
  const [commandCount = 0, packageCount = 0, ...numbers] = readNumbers(data);
  let number = 0;
  const packages = numbers.splice(0, packageCount).map((step) => (number += step));
  const commands = commandNames.map((command): NamedCommand => {
    const [place = 0, count = 0] = numbers.splice(0, 2);
    return { name: command, place, uses: numbers.splice(0, count).map(readUse) };
  });
  return { name, commandCount, packages, commands };
}

/** Rows of a list whose key is the value, or fits it where that is a pattern. */
export async function rowsLike(
  index: SearchIndex,
  name: PartName,
  value: string,
): Promise<readonly PartRow[]> {
  const part = index.part(name);
  if (!isWildcard(value)) return part.equalTo(foldText(value));
  const { prefix, matches } = readWildcard(value);
  return (await part.startingWith(prefix)).filter(({ key }) => matches(key));
}

function readUse(number: number): CommandUse {
  const kind = COMMAND_KINDS[number % KIND_STEP];
  if (kind === undefined) throw new RangeError(`no kind ${number % KIND_STEP}`);
  return { package: Math.floor(number / KIND_STEP), kind };
}
