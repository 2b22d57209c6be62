/**
 * `node scripts/site-url.ts INDEX`, a step of a workflow: the output `url` is where the gallery is served, from siteUrl of
 * its gallery.yaml or, when that is absent, from the name of the repository.
 */
import { appendFileSync } from 'node:fs';
import { loadRecords } from '../src/io/load-records.ts';
import { pagesUrl } from '../src/publish/pages-url.ts';

const { settings, findings } = loadRecords(process.argv[2] ?? 'packages-index');
const repository = process.env['GITHUB_REPOSITORY'];
const text = settings?.siteUrl ?? (repository && settings ? pagesUrl(repository) : undefined);
if (text === undefined) {
  console.error('site-url: gallery.yaml cannot be read.', findings[0]?.code ?? '');
  process.exitCode = 2;
} else {
  const { href } = new URL(text);
  const url = href.endsWith('/') ? href : `${href}/`;
  const output = process.env['GITHUB_OUTPUT'];
  if (output) appendFileSync(output, `url=${url}\n`);
  console.log(url);
}
