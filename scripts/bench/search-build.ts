/** Writes a search index of made-up packages in a process of its own, and prints its use of the machine as JSON. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

await import('../../src/cli/modest-heap.ts');
const { buildSearchIndex } = await import('../../src/search/build-index.ts');
const { BENCH_SHAPE, makeSearchRecords } = await import('./search-records.ts');
const { usageSinceStart } = await import('./usage.ts');

const [outDir = '', packages = ''] = process.argv.slice(2);
const shape = { ...BENCH_SHAPE, packages: Number(packages) };
rmSync(join(outDir, 'search'), { recursive: true, force: true });
const before = usageSinceStart();
let commandCount = 0;
for (const record of makeSearchRecords(shape)) commandCount += record.commands.length;
const made = usageSinceStart();
const folders = new Set<string>();
let [fileCount, bytes] = [0, 0];
for (const { path, text } of buildSearchIndex(makeSearchRecords(shape), { categories: {} })) {
  const target = join(outDir, path);
  if (!folders.has(dirname(target))) mkdirSync(dirname(target), { recursive: true });
  folders.add(dirname(target));
  writeFileSync(target, text);
  fileCount++;
  bytes += text.length;
}
const all = usageSinceStart();
// The records are made a second time on the way: that is not the work of the index, as little as clearing the folder.
const cpuMs = all.cpuMs - made.cpuMs - (made.cpuMs - before.cpuMs);
const wallMs = all.wallMs - made.wallMs - (made.wallMs - before.wallMs);
process.stdout.write(JSON.stringify({ cpuMs, wallMs, peakMiB: all.peakMiB, commandCount, fileCount, bytes }));
