/** The sorted lists of everything that can be called, gathered package by package. */
import { foldText, nameParts } from './fold-text.ts';
import { KIND_STEP } from './index-format.ts';
import { writeAscending, writeNumbers } from './number-text.ts';
import { COMMAND_KINDS, type SearchRecord } from './search-record.ts';
import { type PartEntry, sortEntries } from './sorted-part.ts';

/** Of one parameter, by name. Nobody reads on, and a parameter such as Name would make a file of megabytes. */
export const MAX_PARAMETER_USES = 200;
/** Between the name of a parameter and the commands that have it. */
export const NAME_GAP = '\t';

interface Uses {
  /** Package × KIND_STEP + kind. */
  readonly at: number[];
  readonly synopses: string[];
  /** By name among all names. */
  place: number;
  /** In the order of coming. */
  readonly number: number;
}

interface ParameterUses {
  readonly name: string;
  /** Two numbers for each use: of the command in the order of coming, and package × KIND_STEP + kind. */
  readonly uses: number[];
}

export function commandLists() {
  const names = new Map<string, Uses>();
  const parameters = new Map<string, ParameterUses>();
  let sorted: [string, Uses][] | undefined;

  const add = (record: SearchRecord, number: number): void => {
    const commands = new Map(
      // A name with a tab in it would fall apart in the lists; none that can be called has one.
      record.commands
        .filter(({ name }) => !name.includes(NAME_GAP))
        .map((command) => [`${command.name}\n${COMMAND_KINDS.indexOf(command.kind).toString(36)}`, command]),
    );
    for (const { name, kind, synopsis, parameters: own } of [...commands.values()].sort(
      (a, b) => COMMAND_KINDS.indexOf(a.kind) - COMMAND_KINDS.indexOf(b.kind),
    )) {
      let uses = names.get(name);
      if (!uses) names.set(name, (uses = { at: [], synopses: [], place: 0, number: names.size }));
      const at = number * KIND_STEP + COMMAND_KINDS.indexOf(kind);
      uses.at.push(at);
      uses.synopses.push(synopsis);
      for (const parameter of new Map(own.map((one) => [foldText(one), one])).values()) {
        const key = foldText(parameter);
        const known = parameters.get(key);
        if (known) known.uses.push(uses.number, at);
        else parameters.set(key, { name: parameter, uses: [uses.number, at] });
      }
    }
  };

  /** By key; each knows its place from then on. */
  const inOrder = (): [string, Uses][] => {
    if (sorted) return sorted;
    const keyed = [...names].map(([name, uses]) => ({ key: foldText(name), name, uses }));
    keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.name < b.name ? -1 : 1));
    keyed.forEach(({ uses }, place) => {
      uses.place = place;
    });
    return (sorted = keyed.map(({ name, uses }) => [name, uses]));
  };

  const entries = (): PartEntry[] =>
    inOrder().map(([name, { at }]) => ({ key: foldText(name), name, data: writeAscending(at) }));

  const synopses = (from: number, count: number): readonly (readonly string[])[] =>
    inOrder()
      .slice(from, from + count)
      .map(([, { at, synopses: texts }]) => [writeAscending(at), ...texts]);

  const turned = (): PartEntry[] =>
    sortEntries(
      inOrder().flatMap(([name, { at, place }]) => {
        const data = writeNumbers([place]) + writeAscending(at);
        return nameParts(name)
          .filter(({ start }) => start > 0)
          .map(({ start }) => ({
            key: foldText(name.slice(start)),
            name,
            data: writeNumbers([start]) + data,
          }));
      }),
    );

  const reversed = (): PartEntry[] =>
    sortEntries(
      inOrder().map(([name, { at, place }]) => ({
        key: reversedText(foldText(name)),
        name,
        data: writeNumbers([place]) + writeAscending(at),
      })),
    );

  /** How many commands, in which packages, then for each of the first commands: its place, how many uses, and they. */
  const parameterEntries = (): PartEntry[] => {
    const ordered = inOrder();
    const placeOf = new Uint32Array(ordered.length);
    for (const [, { number, place }] of ordered) placeOf[number] = place;
    return sortEntries(
      [...parameters].map(([key, { name, uses }]) => {
        const pairs = Array.from({ length: uses.length / 2 }, (_, at) => ({
          place: placeOf[uses[2 * at] ?? 0] ?? 0,
          at: uses[2 * at + 1] ?? 0,
        }));
        const packages = [...new Set(pairs.map(({ at }) => Math.floor(at / KIND_STEP)))];
        const shown = pairs.sort((a, b) => a.place - b.place || a.at - b.at).slice(0, MAX_PARAMETER_USES);
        const places = [...new Set(shown.map(({ place }) => place))];
        const numbers = [pairs.length, packages.length, ...steps(packages)];
        for (const place of places) {
          const own = shown.filter((use) => use.place === place).map(({ at }) => at);
          numbers.push(place, own.length, ...own);
        }
        const commands = places.map((place) => ordered[place]?.[0] ?? '');
        return { key, name: [name, ...commands].join(NAME_GAP), data: writeNumbers(numbers) };
      }),
    );
  };

  return { add, entries, synopses, turned, reversed, parameters: parameterEntries, count: () => names.size };
}

/** By code points, so that no character is torn. */
export function reversedText(text: string): string {
  return [...text].reverse().join('');
}

function steps(ascending: readonly number[]): readonly number[] {
  return ascending.map((value, at) => value - (ascending[at - 1] ?? 0));
}
