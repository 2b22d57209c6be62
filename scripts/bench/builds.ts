/**
 * `npm run bench -- builds`: how long a build takes, cold, warm, and after one package changed, beside the least that any build
 * must do, measured in the same run: the machine is shared, so only ratios count.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { makeBenchIndex } from './make-index.ts';
import type { Usage } from './usage.ts';

interface BuildUsage extends Usage {
  readonly kind: string;
  readonly loaded: Usage;
  readonly ends: Readonly<Record<string, Usage>>;
}

const { values } = parseArgs({
  options: {
    packages: { type: 'string', default: '10000' },
    'versions-per-id': { type: 'string', default: '1' },
    runs: { type: 'string', default: '3' },
    dir: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const shape = { packages: Number(values.packages), versionsPerId: Number(values['versions-per-id']) };
const runs = Number(values.runs);
// A file system in memory (--dir /dev/shm/bench) tells more of the program and less of the disk.
const root = values.dir ?? join(fileURLToPath(new URL('../..', import.meta.url)), '.cache', 'bench');

process.stderr.write(`making ${shape.packages} packages (once) …\n`);
const index = makeBenchIndex(root, shape);
const out = join(root, 'out');
const cache = join(root, 'cache');

const floors: Usage[] = [];
const colds: BuildUsage[] = [];
const warms: BuildUsage[] = [];
const touched: BuildUsage[] = [];
for (let run = 0; run < runs; run++) {
  process.stderr.write(`run ${run + 1} of ${runs} …\n`);
  for (const folder of [out, cache]) rmSync(folder, { recursive: true, force: true });
  floors.push(child<Usage>('floor.ts', index));
  colds.push(child<BuildUsage>('build-once.ts', index, out, cache));
  warms.push(child<BuildUsage>('build-once.ts', index, out, cache));
  touchSettings();
  touched.push(child<BuildUsage>('build-once.ts', index, out, cache));
}
const report = {
  ...shape,
  floor: best(floors),
  cold: best(colds),
  warm: best(warms),
  touched: best(touched),
};
if (values.json) process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
else printTable();

/** A change that leaves every package as it is. */
function touchSettings(): void {
  const path = join(index, 'gallery.yaml');
  const text = readFileSync(path);
  writeFileSync(path, text);
}

function child<T>(script: string, ...args: readonly string[]): T {
  const path = fileURLToPath(new URL(`./${script}`, import.meta.url));
  return JSON.parse(execFileSync(process.execPath, [path, ...args], { encoding: 'utf8' })) as T;
}

/** The run that other programs disturbed least. */
function best<T extends Usage>(usages: readonly T[]): T {
  const [first, ...rest] = usages;
  if (!first) throw new Error('there must be at least one run');
  return rest.reduce((least, usage) => (usage.cpuMs < least.cpuMs ? usage : least), first);
}

function printTable(): void {
  const row = (name: string, usage: Usage) =>
    [
      name.padEnd(28),
      `${(usage.wallMs / 1000).toFixed(2)} s`.padStart(9),
      `${(usage.cpuMs / 1000).toFixed(2)} s`.padStart(9),
      `${(usage.cpuMs / report.floor.cpuMs).toFixed(2)} ×`.padStart(8),
      `${Math.round(usage.peakMiB)} MiB`.padStart(9),
    ].join('  ');
  const stages = Object.entries(report.cold.ends).map(([stage, end], position, all) => {
    const before = all[position - 1]?.[1] ?? report.cold.loaded;
    const usage = {
      wallMs: end.wallMs - before.wallMs,
      cpuMs: end.cpuMs - before.cpuMs,
      peakMiB: end.peakMiB,
    };
    return row(`  ${stage}`, usage);
  });
  const lines = [
    `${shape.packages} packages, ${shape.versionsPerId} version(s) an id; the best of ${runs} runs`,
    `${''.padEnd(28)}  ${'wall'.padStart(9)}  ${'CPU'.padStart(9)}  ${'÷ floor'.padStart(8)}  ${'memory'.padStart(9)}`,
    row('floor: read, hash, nuspec', report.floor),
    row('build --no-site, cold', report.cold),
    row('  start of the program', report.cold.loaded),
    ...stages,
    row('again, nothing changed', report.warm),
    row('again, gallery.yaml touched', report.touched),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
