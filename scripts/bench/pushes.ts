/**
 * `npm run bench -- pushes`: a thousand packages pushed by eight clients at once into a gateway that builds after them. Every
 * answer is counted, and at the end, and now and then on the way, the index is held to be whole.
 */
import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadGallery } from '../../src/io/load-gallery.ts';
import { formatNuspec } from '../../src/pack/nuspec-text.ts';
import { writeNupkg } from '../../src/pack/package-archive.ts';
import { formatKeyText } from '../../src/publish/keys/key-text.ts';
import { startMeasuredServer } from './server-process.ts';

const { values } = parseArgs({
  options: {
    pushes: { type: 'string', default: '1000' },
    clients: { type: 'string', default: '8' },
    port: { type: 'string', default: '8098' },
    json: { type: 'boolean', default: false },
  },
});
const pushCount = Number(values.pushes);
const port = Number(values.port);
/** Versions of one owner: below the burst that the gallery lets pass. */
const OWN_PUSHES = 25;
/** Each so manyth is pushed twice, at once: one of the two is to be refused. */
const TWICE_EVERY = 20;
const CHECKS = 5;

const root = join(fileURLToPath(new URL('../..', import.meta.url)), '.cache', 'bench-pushes');
const index = join(root, 'packages-index');
const keys = makeClone();
execFileSync(
  process.execPath,
  [
    join(fileURLToPath(new URL('../..', import.meta.url)), 'scripts/pwshelf.ts'),
    'build',
    '--no-site',
    ...[
      '--index',
      index,
      '--out',
      join(root, 'dist'),
      '--site-url',
      `http://127.0.0.1:${port}/`,
      '--no-cache',
    ],
  ],
  { stdio: 'ignore' },
);
const server = await startMeasuredServer(
  port,
  ['--dir', join(root, 'dist'), '--index', index, '--cache', join(root, 'cache'), '--push'],
  '/-/ready',
);

const startedMs = performance.now();
const durationsMs: number[] = [];
const statuses = new Map<number, number>();
const landed = new Set<string>();
let next = 0;
let checkAt = Math.ceil(pushCount / CHECKS);
const faults: string[] = [];
await Promise.all(Array.from({ length: Number(values.clients) }, client));
const wallMs = performance.now() - startedMs;
await checkIndex();
const peakMiB = server.peakMiB();
await server.stop();
const status = git('status', '--porcelain', '--', 'packages-index');
if (status.trim() !== '') faults.push(`not as committed: ${status}`);
git('fsck', '--strict');

const sorted = durationsMs.toSorted((a, b) => a - b);
const report = {
  pushCount,
  clients: Number(values.clients),
  statuses: Object.fromEntries([...statuses].sort()),
  landedCount: landed.size,
  wallSeconds: Math.round(wallMs / 1000),
  medianMs: Math.round(sorted[sorted.length >> 1] ?? 0),
  slowMs: Math.round(sorted[Math.floor(sorted.length * 0.975)] ?? 0),
  peakMiB: Math.round(peakMiB),
  faults: faults.slice(0, 20),
};
process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
if (faults.length > 0) process.exitCode = 1;

async function client(): Promise<void> {
  while (next < pushCount) {
    const at = next++;
    if (at >= checkAt) {
      checkAt += Math.ceil(pushCount / CHECKS);
      await checkIndex();
    }
    const pushes = at % TWICE_EVERY === 0 ? [push(at), push(at)] : [push(at)];
    const answers = await Promise.all(pushes);
    const created = answers.filter((answer) => answer === 201).length;
    if (created !== 1) faults.push(`push ${at} was answered ${answers.join(' and ')}`);
    if (created > 0) landed.add(nameOf(at).join(' '));
  }
}

async function push(at: number): Promise<number> {
  const [id, version] = nameOf(at);
  const bytes = packageOf(id, version);
  const sentMs = performance.now();
  const response = await fetch(`${server.url}/api/v2/package/`, {
    method: 'PUT',
    headers: {
      'X-NuGet-ApiKey': keys[Math.floor(at / OWN_PUSHES)] ?? '',
      'Content-Type': 'application/octet-stream',
    },
    body: bytes,
  });
  const text = await response.text();
  durationsMs.push(performance.now() - sentMs);
  statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
  if (response.status !== 201 && response.status !== 409)
    faults.push(`${id} ${version}: ${response.status} ${text}`);
  return response.status;
}

/** What was answered with 201 is in the commit, and the whole of it can be read without a fault. */
async function checkIndex(): Promise<void> {
  const answered = [...landed];
  const aside = join(root, 'aside');
  rmSync(aside, { recursive: true, force: true });
  git('worktree', 'prune');
  git('worktree', 'add', '--quiet', '--detach', aside, 'HEAD');
  const { value, findings } = await loadGallery({
    indexDir: join(aside, 'packages-index'),
    cacheDir: undefined,
  });
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (!value || errors.length > 0) faults.push(`the index has faults: ${JSON.stringify(errors)}`);
  const there = new Set(
    value?.packages.flatMap(({ id, versions }) => versions.map(({ version }) => `${id} ${version.original}`)),
  );
  for (const one of answered) if (!there.has(one)) faults.push(`${one} was lost`);
  process.stderr.write(`${answered.length} landed, all there\n`);
}

/** Each owner has one package, of which each push is a version. */
function nameOf(at: number): readonly [id: string, version: string] {
  // No name is like another's: that would be for a maintainer.
  const name = createHash('sha256')
    .update(`owner ${Math.floor(at / OWN_PUSHES)}`)
    .digest('hex')
    .slice(0, 16);
  return [`Bench.P${name}`, `1.${at % OWN_PUSHES}.0`];
}

function packageOf(id: string, version: string): Uint8Array<ArrayBuffer> {
  const functionName = `Get-${id.replace('.', '')}`;
  const nuspec = formatNuspec({
    id,
    version,
    authors: 'Bench',
    owners: 'Bench',
    description: `Pushed for measuring, as version ${version}.`,
    releaseNotes: undefined,
    requireLicenseAcceptance: false,
    copyright: '(c) Bench',
    tags: ['Bench', 'PSModule'],
    licenseUrl: 'https://example.org/license',
    projectUrl: undefined,
    iconUrl: undefined,
    dependencies: [],
  });
  const manifest = `@{ RootModule = '${id}.psm1'; ModuleVersion = '${version}'; GUID = '${guidOf(id)}'; Author = 'Bench'; Description = 'Pushed for measuring.'; FunctionsToExport = @('${functionName}'); CmdletsToExport = @(); VariablesToExport = @(); AliasesToExport = @(); PrivateData = @{ PSData = @{ LicenseUri = 'https://example.org/license' } } }`;
  const text = new TextEncoder();
  return Uint8Array.from(
    writeNupkg(id, nuspec, [
      { path: `${id}.psd1`, bytes: text.encode(manifest) },
      { path: `${id}.psm1`, bytes: text.encode(`function ${functionName} { '${version}' }\n`) },
    ]),
  );
}

function guidOf(id: string): string {
  const hex = createHash('sha256').update(id).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}

/** A clone of a gallery of its own, with a key for each owner. @returns the keys */
function makeClone(): readonly string[] {
  rmSync(root, { recursive: true, force: true });
  for (const folder of ['packages', 'blobs']) mkdirSync(join(index, folder), { recursive: true });
  cpSync(fileURLToPath(new URL('../../packages-index/schemas', import.meta.url)), join(index, 'schemas'), {
    recursive: true,
  });
  writeFileSync(
    join(index, 'gallery.yaml'),
    'title: Bench\ndescription: Made for measuring.\nowners:\n  - bench\npolicy:\n  newPublisherWaitHours: 0\n',
  );
  const owners = Array.from({ length: Math.ceil(pushCount / OWN_PUSHES) }, (_, at) => `owner${at}`);
  const texts = owners.map(() => formatKeyText({ kind: 'hmac', bytes: randomBytes(32) }));
  const [created, expires] = [-1, 30].map((days) =>
    new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 19),
  );
  writeFileSync(
    join(index, 'keys.yaml'),
    `keys:\n${owners
      .map(
        (owner, at) =>
          `  - id: ${owner}\n    owner: ${owner}\n    kind: bearer\n    sha256: ${createHash('sha256')
            .update(texts[at] ?? '')
            .digest(
              'hex',
            )}\n    scopes: [push-new, push-version]\n    ids: ['Bench.*']\n    created: ${created}Z\n    expires: ${expires}Z\n`,
      )
      .join('')}`,
  );
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('-c', 'user.name=Bench', '-c', 'user.email=bench@example.org', 'commit', '--quiet', '--message=Begin');
  return texts;
}

function git(...args: readonly string[]): string {
  return execFileSync('git', ['-C', root, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
