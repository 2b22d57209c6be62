/** `pwshelf build`: the index → feeds and site. */
import { feedRenderer } from '../feed/render-feed.ts';
import { type BuildOutcome, type BuildProgress, buildGallery } from '../io/build-gallery.ts';
import { findingJson } from '../report/finding-json.ts';
import { countText } from '../report/terminal-text.ts';
import { cacheDirOf } from './cache-dir.ts';
import { siteBuilder } from './site-builder.ts';
import { siteUrlOption } from './site-url-option.ts';
import { tellFindings } from './tell.ts';
import type { Terminal } from './terminal.ts';
import {
  CACHE_OPTION,
  INDEX_OPTION,
  indexDirOf,
  JSON_OPTION,
  NO_CACHE_OPTION,
  UsageError,
  type Verb,
  type VerbArguments,
} from './verb.ts';

export const buildVerb: Verb = {
  name: 'build',
  summary: 'turn the index into feeds and a site',
  operands: '',
  operandCount: { min: 0, max: 0 },
  about: [
    'Reads the index, verifies every blob against its record, and writes the V2 and V3 feeds and the site into the\n' +
      'output folder. When there is an error, nothing is written. The same index gives the same bytes.',
  ],
  options: {
    index: INDEX_OPTION,
    out: { value: 'DIR', help: 'the output folder (default: dist)' },
    'site-url': { value: 'URL', help: 'where it will be served (default: siteUrl of gallery.yaml)' },
    overrides: {
      value: 'DIR',
      help: 'components that replace those of the site (default: site-overrides beside the index)',
    },
    'no-site': { help: 'the feeds only' },
    threads: { value: 'N', help: 'worker threads; 0 for none (default: as many as pay)' },
    cache: CACHE_OPTION,
    'no-cache': NO_CACHE_OPTION,
    json: JSON_OPTION,
  },
  examples: [
    ['pwshelf build', 'packages-index/ → dist/'],
    ['pwshelf build --site-url https://contoso.github.io/gallery/', 'for a project site on GitHub Pages'],
    [
      'pwshelf build --index ../gallery/packages-index --out ../public --no-site',
      'only what the clients need',
    ],
  ],
  run: async (args, terminal) => {
    const outDir = args.text('out') ?? 'dist';
    const outcome = await runBuild(args, terminal, outDir, siteUrlOption(args));
    if (args.isSet('json')) terminal.out(`${JSON.stringify(outcomeJson(outcome, outDir), undefined, 2)}\n`);
    return outcome.kind === 'refused' ? 1 : 0;
  },
};

/** Builds and tells of it; what `start` does too. */
export async function runBuild(
  args: VerbArguments,
  terminal: Terminal,
  outDir: string,
  siteUrl: string | undefined,
): Promise<BuildOutcome> {
  const cacheDir = cacheDirOf(args);
  const outcome = await buildGallery({
    indexDir: indexDirOf(args),
    outDir,
    siteUrl,
    cacheDir,
    ...threadsOption(args),
    rendererOf: feedRenderer,
    site: args.isSet('no-site') ? undefined : siteBuilder(indexDirOf(args), args.text('overrides')),
    onProgress: (progress) => showProgress(terminal, progress),
  });
  tellFindings(terminal, outcome.findings);
  terminal.say(outcomeText(outcome, outDir));
  return outcome;
}

const STAGE_TEXT: Readonly<Record<BuildProgress['stage'], string>> = {
  read: 'reading packages',
  document: 'reading documentation',
  site: 'building the site',
  feeds: 'writing the feeds',
  place: 'putting files in place',
};

function showProgress(terminal: Terminal, { stage, doneCount, totalCount }: BuildProgress): void {
  const isDone = doneCount >= totalCount;
  const count = totalCount > 1 ? ` ${doneCount}/${totalCount}` : '';
  terminal.progress(`${STAGE_TEXT[stage]}${count}${isDone ? '' : ' …'}`, isDone);
}

function outcomeText(outcome: BuildOutcome, outDir: string): string {
  const { kind, packageCount, versionCount, writtenCount, removedCount } = outcome;
  const content = `${counted(packageCount, 'package')}, ${counted(versionCount, 'version')}`;
  switch (kind) {
    case 'refused':
      return `Nothing was written to ${outDir}: ${countText(outcome.findings)}.`;
    case 'unchanged':
      return `${outDir} is up to date: ${content}.`;
    case 'built':
      return `${outDir}: ${content}; ${counted(writtenCount, 'file')} written${removedCount > 0 ? `, ${removedCount} removed` : ''}.`;
    default:
      return kind satisfies never;
  }
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function outcomeJson(outcome: BuildOutcome, outDir: string): object {
  const { findings, ...rest } = outcome;
  return { ...rest, outDir, findings: findings.map(findingJson) };
}

function threadsOption(args: VerbArguments): { readonly threads?: number } {
  const text = args.text('threads');
  if (text === undefined) return {};
  if (!/^\d{1,2}$/.test(text)) throw new UsageError(`--threads ${text} is not a number from 0 to 99.`);
  return { threads: Number(text) };
}
