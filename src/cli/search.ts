/** `pwshelf search`: what the search of the site finds, on the command line. */

import { GalleryError } from '../domain/gallery-error.ts';
import { searchFilesAt } from '../io/search-files.ts';
import { printableLine } from '../report/printable.ts';
import { findCommands, synopsisOf } from '../search/find-commands.ts';
import { findPackages, type PackageSort } from '../search/find-packages.ts';
import { dayText, Flag, type PackageDetails } from '../search/index-format.ts';
import { openSearchIndex, type SearchIndex, SearchIndexError } from '../search/open-index.ts';
import { parseQuery, type Query } from '../search/query.ts';
import { suggestQueries } from '../search/suggestions.ts';
import type { Terminal } from './terminal.ts';
import { type ExitCode, JSON_OPTION, UsageError, type Verb, type VerbArguments } from './verb.ts';

const SORTS: readonly PackageSort[] = ['relevance', 'name', 'recent', 'quality'];
const DEFAULT_LIMIT = 20;

export const searchVerb: Verb = {
  name: 'search',
  summary: 'search a built gallery, here or on the web',
  operands: 'QUERY…',
  operandCount: { min: 1, max: 50 },
  about: [
    'Finds what the search of the site finds, in the same order. Words, "phrases", -without, OR, wildcards\n' +
      '(Get-*Report) and fields: Tags:azure, Functions:"Get-Report", PowerShellVersion:"5.1", Updated:>=2026-01.\n' +
      'A query that begins with a hyphen stands behind --.',
  ],
  options: {
    in: {
      value: 'DIR|URL',
      help: 'where the gallery is: the folder that build wrote, or the address of its site (default: dist)',
    },
    commands: { help: 'search commands instead of packages' },
    sort: { value: 'ORDER', help: `of packages: ${SORTS.join(', ')} (default: relevance)` },
    limit: { value: 'N', help: `how many to print (default: ${DEFAULT_LIMIT})` },
    json: JSON_OPTION,
  },
  examples: [
    ['pwshelf search excel report', 'packages with both words'],
    ['pwshelf search "Functions:Get-*Report Type:module" --sort quality', 'by fields'],
    ['pwshelf search --commands "*-Vault*"', 'which package brings which command'],
    ['pwshelf search pester --in https://contoso.github.io/gallery/ --json', 'of a gallery on the web'],
  ],
  run: async (args, terminal) => {
    const limit = limitOf(args);
    const sort = sortOf(args);
    const place = args.text('in') ?? 'dist';
    try {
      const index = await openSearchIndex(searchFilesAt(place));
      const query = args.positionals.join(' ');
      return args.isSet('commands')
        ? await tellCommands(args, terminal, index, query, limit)
        : await tellPackages(args, terminal, index, query, limit, sort);
    } catch (error) {
      if (!(error instanceof SearchIndexError)) throw error;
      throw new GalleryError(
        'SEARCH_INDEX',
        `The search index of ${place} cannot be read: ${error.message}.`,
        'Name the folder that `pwshelf build` wrote, or the address of a site, with --in. A gallery that was built ' +
          'without its site has no index.',
      );
    }
  },
};

async function tellPackages(
  args: VerbArguments,
  terminal: Terminal,
  index: SearchIndex,
  text: string,
  limit: number,
  sort: PackageSort,
): Promise<ExitCode> {
  const query = parseQuery(text);
  const { matches, corrections } = await findPackages(index, query, sort);
  const shown = matches.slice(0, limit);
  const packages = await Promise.all(
    shown.map(async ({ number, isNear }) => ({ ...packageFacts(await index.details(number)), isNear })),
  );
  const notes = [
    ...query.notes,
    ...corrections.map(({ word, instead }) => `Near “${word}” there is ${instead.join(', ')}.`),
  ];
  if (args.isSet('json')) {
    json(terminal, { query: text, total: matches.length, notes, packages });
    return 0;
  }
  for (const note of notes) terminal.say(note);
  for (const { id, version, kind, quality, published, description, isNear } of packages) {
    line(
      terminal,
      `${id} ${version}  ${kind}, quality ${quality}, ${published}${isNear ? ', similar name' : ''}`,
    );
    if (description !== '') line(terminal, `    ${description}`);
  }
  terminal.say(countLine(matches.length, shown.length, 'package'));
  if (matches.length === 0) await sayWhatToTry(terminal, index, query);
  return 0;
}

async function sayWhatToTry(terminal: Terminal, index: SearchIndex, query: Query): Promise<void> {
  for (const { text, count } of await suggestQueries(index, query)) {
    terminal.say(printableLine(`  ${text}  finds ${count}`));
  }
}

async function tellCommands(
  args: VerbArguments,
  terminal: Terminal,
  index: SearchIndex,
  text: string,
  limit: number,
): Promise<ExitCode> {
  const query = parseQuery(text);
  const found = await findCommands(index, query);
  const shown = found.matches.slice(0, limit);
  const commands = await Promise.all(
    shown.map(async (match) => {
      const { id, version } = await index.details(match.package);
      return {
        name: match.name,
        kind: match.kind,
        synopsis: await synopsisOf(index, match),
        package: id,
        version,
      };
    }),
  );
  const notes = [...query.notes, ...found.notes];
  if (args.isSet('json')) {
    json(terminal, { query: text, total: found.matches.length, notes, commands });
    return 0;
  }
  for (const note of notes) terminal.say(note);
  for (const command of commands) {
    line(terminal, `${command.name}  ${command.kind} of ${command.package} ${command.version}`);
    if (command.synopsis !== '') line(terminal, `    ${command.synopsis}`);
  }
  terminal.say(countLine(found.matches.length, shown.length, 'command'));
  return 0;
}

function packageFacts({ id, version, description, commandCount, isDeprecated, facts }: PackageDetails) {
  return {
    id,
    version,
    kind: (facts.flags & Flag.script) === 0 ? 'module' : 'script',
    description: description.split('\n')[0] ?? '',
    owners: facts.owners,
    license: facts.license || undefined,
    powerShell: facts.powerShell || undefined,
    published: dayText(facts.day),
    quality: facts.quality,
    commandCount,
    isDeprecated,
  };
}

function json(terminal: Terminal, value: object): void {
  terminal.out(`${JSON.stringify(value, undefined, 2)}\n`);
}

/** Data of packages: control characters in it are shown, not sent. */
function line(terminal: Terminal, text: string): void {
  terminal.out(`${printableLine(text)}\n`);
}

function countLine(total: number, shown: number, what: string): string {
  const all = `${total} ${what}${total === 1 ? '' : 's'}`;
  return shown < total ? `${all}; the first ${shown} are here (--limit)` : all;
}

function limitOf(args: VerbArguments): number {
  const text = args.text('limit') ?? String(DEFAULT_LIMIT);
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new UsageError(`--limit ${text}: a number from 1 on is expected.`);
  return Number(text);
}

function sortOf(args: VerbArguments): PackageSort {
  const text = args.text('sort') ?? 'relevance';
  const sort = SORTS.find((one) => one === text);
  if (!sort) throw new UsageError(`--sort ${text}: one of ${SORTS.join(', ')} is expected.`);
  return sort;
}
