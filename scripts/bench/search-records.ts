/**
 * Packages as search knows them, made up for measuring and testing: names, texts and tags of made-up words, few of them
 * common and most of them rare, as in real galleries. The same for the same seed.
 */
import type { SearchCommand, SearchRecord } from '../../src/search/search-record.ts';
import { randomFrom } from './random.ts';

export interface RecordShape {
  readonly packages: number;
  readonly commandsPerPackage: number;
  readonly readmeWords: number;
  readonly seed: number;
}

export const BENCH_SHAPE: RecordShape = {
  packages: 15_000,
  commandsPerPackage: 23.5,
  readmeWords: 250,
  seed: 20_260_101,
};

const VERBS =
  'Get Set New Remove Add Test Invoke Update Export Import Start Stop Enable Disable Find Install Connect Copy Clear Convert'.split(
    ' ',
  );
const KNOWN =
  'azure backup report server mailbox volume printer session policy certificate user group disk network registry service event log file folder archive secret vault token key database query table index cluster node container image deployment pipeline build release test module script windows linux cloud storage virtual machine active directory exchange teams graph intune'.split(
    ' ',
  );
const SYLLABLES =
  'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu bra cle dri flo gru sta tri spo'.split(' ');
const LICENSES = ['MIT', 'MIT', 'MIT', 'Apache-2.0', 'GPL-3.0-only', 'BSD-3-Clause', 'MPL-2.0', ''];
const LEAST = ['', '2.0', '3.0', '4.0', '5.0', '5.1', '5.1', '5.1', '7.0', '7.2', '7.4'];

/** In the order of their ids. */
export function* makeSearchRecords(shape: RecordShape): Generator<SearchRecord, void> {
  const random = randomFrom(shape.seed);
  const vocabulary = makeWords(random, Math.min(12_000, 400 + shape.packages * 2));
  const tags = makeWords(random, Math.min(20_000, 60 + shape.packages * 2));
  const parameters = makeWords(random, Math.min(4_000, 60 + shape.packages)).map(capitalized);
  // Squared: the first words of a list are common, the last ones rare.
  const pick = (words: readonly string[]) => words[Math.floor(random() ** 3 * words.length)] ?? '';
  const any = (words: readonly string[]) => words[Math.floor(random() * words.length)] ?? '';
  const text = (count: number) => Array.from({ length: count }, () => pick(vocabulary)).join(' ');
  const some = (count: number, words: readonly string[]) => [
    ...new Set(Array.from({ length: count }, () => pick(words))),
  ];
  const ids = makeIds(shape.packages, random, pick, vocabulary);
  for (const [number, id] of ids.entries()) {
    const owner = `team-${Math.floor(random() ** 2 * (shape.packages / 5))}`;
    const isScript = random() < 0.12;
    const commands: SearchCommand[] = [];
    const count = isScript ? 0 : Math.floor(random() * 2 * shape.commandsPerPackage);
    const stem = capitalized(pick(vocabulary));
    for (let at = 0; at < count; at++) {
      const kind =
        random() < 0.8 ? 'function' : random() < 0.6 ? 'cmdlet' : random() < 0.5 ? 'alias' : 'dsc-resource';
      const noun = `${stem}${capitalized(pick(vocabulary))}${random() < 0.5 ? capitalized(any(KNOWN)) : ''}`;
      commands.push({
        name:
          kind === 'alias'
            ? `${any(VERBS)}${noun}`.toLowerCase().slice(0, 5)
            : kind === 'dsc-resource'
              ? noun
              : `${any(VERBS)}-${noun}`,
        kind,
        synopsis: kind === 'alias' ? '' : `${capitalized(text(6 + Math.floor(random() * 6)))}.`,
        parameters: kind === 'alias' ? [] : some(5, parameters),
      });
    }
    if (isScript)
      commands.push({ name: id, kind: 'script', synopsis: text(8), parameters: some(4, parameters) });
    const description = `${capitalized(text(8 + Math.floor(random() * 24)))}.`;
    yield {
      id,
      version: `${Math.floor(random() * 4)}.${Math.floor(random() * 20)}.${number % 10}`,
      kind: isScript ? 'script' : 'module',
      description,
      synopsis: description.slice(0, 180),
      tags: some(5, tags),
      authors: `${capitalized(pick(vocabulary))} ${capitalized(any(KNOWN))}`,
      company: random() < 0.5 ? capitalized(pick(vocabulary)) : '',
      owners: [owner],
      categories: random() < 0.5 ? [any(['backup', 'cloud', 'reports', 'security'])] : [],
      license: any(LICENSES),
      powerShell: any(LEAST),
      editions: random() < 0.4 ? [] : random() < 0.5 ? ['Core'] : ['Core', 'Desktop'],
      systems: random() < 0.5 ? [] : some(2, ['Windows', 'Linux', 'MacOS']),
      publishedOn: new Date(Date.UTC(2018, 0, 1 + Math.floor(random() * 2_900))).toISOString().slice(0, 10),
      quality: 20 + Math.floor(random() * 80),
      isPrerelease: random() < 0.1,
      isDeprecated: random() < 0.02,
      dependencies: random() < 0.3 ? [any(ids)] : [],
      commands,
      readme: text(Math.floor(shape.readmeWords * (0.5 + random()))),
      icon: '',
    };
  }
}

function makeIds(
  count: number,
  random: () => number,
  pick: (words: readonly string[]) => string,
  vocabulary: readonly string[],
): readonly string[] {
  const ids = new Map<string, string>();
  while (ids.size < count) {
    const words = Array.from({ length: 1 + Math.floor(random() * 3) }, () => capitalized(pick(vocabulary)));
    const id = words.join(random() < 0.3 ? '.' : '') + (random() < 0.3 ? String(ids.size) : '');
    if (!ids.has(id.toLowerCase())) ids.set(id.toLowerCase(), id);
    else ids.set(`${id.toLowerCase()}${ids.size}`, `${id}${ids.size}`);
  }
  return [...ids].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, id]) => id);
}

function makeWords(random: () => number, count: number): readonly string[] {
  const words = new Set(KNOWN);
  while (words.size < count) {
    let word = '';
    for (let rest = 2 + Math.floor(random() * 3); rest > 0; rest--) {
      word += SYLLABLES[Math.floor(random() * SYLLABLES.length)] ?? '';
    }
    words.add(word);
  }
  return [...words];
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
