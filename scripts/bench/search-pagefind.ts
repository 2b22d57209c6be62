/** Writes Pagefind's index of the same made-up packages, for comparison, and prints its use of the machine as JSON. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import * as pagefind from 'pagefind';
import { BENCH_SHAPE, makeSearchRecords } from './search-records.ts';
import { usageSinceStart } from './usage.ts';

const [outDir = '', packages = ''] = process.argv.slice(2);
const { index } = await pagefind.createIndex({ forceLanguage: 'en' });
if (!index) throw new Error('Pagefind does not run');
let peakMiB = 0;
for (const record of makeSearchRecords({ ...BENCH_SHAPE, packages: Number(packages) })) {
  const names = record.commands.flatMap(({ name, synopsis }) => [
    name,
    name.replace(/[-.]|(?<=[a-z])(?=[A-Z])/g, ' '),
    synopsis,
  ]);
  const content = [
    record.id,
    ...names,
    record.description,
    ...record.tags,
    record.authors,
    record.readme,
  ].join('\n');
  const meta = { title: record.id, version: record.version, description: record.synopsis };
  await index.addCustomRecord({ url: `/packages/${record.id}/`, language: 'en', content, meta });
}
await index.writeFiles({ outputPath: join(outDir, 'pagefind') });
// Its work is done by a process of its own.
for (const line of execFileSync('ps', ['-eo', 'comm,rss'], { encoding: 'utf8' }).split('\n')) {
  const rss = /^pagefind\S*\s+(\d+)$/.exec(line.trim())?.[1];
  if (rss) peakMiB = Math.max(peakMiB, Number(rss) / 1024);
}
const { wallMs } = usageSinceStart();
await pagefind.close();
process.stdout.write(JSON.stringify({ wallMs, peakMiB }));
