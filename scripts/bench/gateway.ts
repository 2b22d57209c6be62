/**
 * `npm run bench -- gateway`: how fast the gateway answers queries of a large gallery, beside the static files of the same
 * build, in the same run: start, memory, requests a second and their times.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import type { CatalogueLine } from '../../src/feed/api/catalogue-format.ts';
import { makeBenchIndex } from './make-index.ts';
import { type MeasuredServer, startMeasuredServer } from './server-process.ts';

const { values } = parseArgs({
  options: {
    ids: { type: 'string', default: '15000' },
    'versions-per-id': { type: 'string', default: '7' },
    seconds: { type: 'string', default: '8' },
    connections: { type: 'string', default: '4' },
    port: { type: 'string', default: '8099' },
    dir: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const ids = Number(values.ids);
const versionsPerId = Number(values['versions-per-id']);
const port = Number(values.port);
const project = fileURLToPath(new URL('../..', import.meta.url));
const root = values.dir ?? join(project, '.cache', 'bench');
const dist = join(root, `dist-${ids}x${versionsPerId}`);

if (!existsSync(dist)) {
  process.stderr.write(`making ${ids} packages of ${versionsPerId} versions (once) …\n`);
  const index = makeBenchIndex(root, { packages: ids * versionsPerId, versionsPerId });
  execFileSync(
    process.execPath,
    [
      join(project, 'scripts/pwshelf.ts'),
      'build',
      '--no-site',
      ...['--index', index, '--out', dist, '--cache', join(root, 'cache')],
      ...['--site-url', `http://127.0.0.1:${port}/`],
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
}
const names = idsOf(readFileSync(join(dist, 'api/catalogue.jsonl'), 'utf8'));
// A prime step goes through all of them in no order of the disk.
const name = (at: number) => names[(at * 7919) % names.length] ?? '';

const QUERIES: Readonly<Record<string, (at: number) => string>> = {
  'FindPackagesById()': (at) => `/api/v2/FindPackagesById()?id='${name(at)}'`,
  'the latest of an id': (at) =>
    `/api/v2/FindPackagesById()?$filter=Id+eq+%27${name(at)}%27+and+IsLatestVersion+eq+true&$inlinecount=allpages&id=%27${name(at)}%27`,
  'Search(), 40 a page': (at) =>
    `/api/v2/Search()?$filter=IsLatestVersion&searchTerm=''&includePrerelease=false&$skip=${(at * 40) % 2000}&$top=40`,
  'Search() by tag': (at) =>
    `/api/v2/Search()?$filter=IsLatestVersion&searchTerm='tag:PSFunction_Get-Report${at % names.length}'&$skip=0&$top=40`,
  'V3 search': (at) => `/v3/search.json?q=${name(at)}`,
};
const FILES: Readonly<Record<string, (at: number) => string>> = {
  'V3 registration (a file)': (at) => `/v3/registration/${name(at).toLowerCase()}/index.json`,
  'a package of 20 KB (a file)': (at) => packagePath(name(at).toLowerCase()),
};

const report = {
  ids,
  versionsPerId,
  connections: Number(values.connections),
  gateway: await measure([], '/-/ready', { ...QUERIES, ...FILES }),
  static: await measure(['--static'], '/v3/index.json', FILES),
};
if (values.json) process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
else printTable();

interface Measured {
  readonly startMs: number;
  readonly idleMiB: number;
  readonly peakMiB: number;
  readonly cases: readonly Case[];
}

interface Case {
  readonly title: string;
  readonly requestsPerSecond: number;
  readonly medianMs: number;
  readonly slowMs: number;
  readonly failedCount: number;
}

async function measure(
  args: readonly string[],
  readyPath: string,
  paths: Readonly<Record<string, (at: number) => string>>,
): Promise<Measured> {
  const server = await startMeasuredServer(port, ['--dir', dist, ...args], readyPath);
  try {
    const idleMiB = server.peakMiB();
    const cases: Case[] = [];
    for (const [title, path] of Object.entries(paths)) cases.push(await load(server, title, path));
    return { startMs: server.startMs, idleMiB, peakMiB: server.peakMiB(), cases };
  } finally {
    await server.stop();
  }
}

async function load(server: MeasuredServer, title: string, path: (at: number) => string): Promise<Case> {
  process.stderr.write(`${title} …\n`);
  let at = 0;
  const result = await autocannon({
    url: server.url,
    connections: Number(values.connections),
    duration: Number(values.seconds),
    requests: [{ setupRequest: (request) => ({ ...request, path: path((at += 1)) }) }],
  });
  return {
    title,
    requestsPerSecond: Math.round(result.requests.average),
    // Whole milliseconds are all that it keeps; the mean tells of what is below.
    medianMs: result.latency.p50,
    slowMs: result.latency.p97_5,
    failedCount: result.non2xx + result.errors + result.timeouts,
  };
}

function printTable(): void {
  const row = (title: string, ...cells: readonly string[]) =>
    [title.padEnd(30), ...cells.map((cell) => cell.padStart(10))].join('  ');
  const lines = [
    `${ids} ids of ${versionsPerId} versions; ${values.connections} connections, the server on one core`,
    ...(['gateway', 'static'] as const).flatMap((kind) => {
      const { startMs, idleMiB, peakMiB, cases } = report[kind];
      return [
        '',
        `${kind}: start ${Math.round(startMs)} ms, ${Math.round(idleMiB)} MiB at first, ${Math.round(peakMiB)} MiB at most`,
        row('', 'a second', 'median', '97.5 %', 'failed'),
        ...cases.map(({ title, requestsPerSecond, medianMs, slowMs, failedCount }) =>
          row(title, String(requestsPerSecond), `${medianMs} ms`, `${slowMs} ms`, String(failedCount)),
        ),
      ];
    }),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function packagePath(key: string): string {
  return `/v3/flatcontainer/${key}/1.0.0/${key}.1.0.0.nupkg`;
}

function idsOf(catalogue: string): readonly string[] {
  const [, ...lines] = catalogue.trimEnd().split('\n');
  return lines.flatMap((line, at) => (at % 2 === 0 ? [(JSON.parse(line) as CatalogueLine).id] : []));
}
