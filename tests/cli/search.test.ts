import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runVerb } from '../support/run-verb.ts';
import { searchCommand, searchFiles, searchRecord } from '../support/search-gallery.ts';
import { SAMPLE_RECORDS } from '../support/search-samples.ts';
import { findFreePort, type ServedGallery, serveGallery } from '../support/serve-gallery.ts';
import { makeLastingTempDir, removeTempDir } from '../support/temp-dir.ts';

let folder: string;
let served: ServedGallery;

beforeAll(async () => {
  folder = await makeLastingTempDir();
  const hostile = searchRecord('Zz.Hostile', {
    description: 'Red \u001b[31mtext\u0007',
    synopsis: 'Red \u001b[31mtext\u0007',
    commands: [searchCommand('Get-\u001b[2JEvil')],
  });
  for (const [path, text] of searchFiles([...SAMPLE_RECORDS, hostile])) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  served = await serveGallery(folder, { base: '/repo/', port: await findFreePort() });
});
afterAll(async () => {
  await served?.close();
  await removeTempDir(folder);
});

const search = (...words: readonly string[]) => runVerb('search', ...words, '--in', folder);
const firsts = (out: string) =>
  out
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(' '))
    .map((line) => line.split(' ')[0]);

describe('search', () => {
  it('prints packages, best first', async () => {
    const { code, out, err } = await search('contoso', 'backup');
    expect(code).toBe(0);
    expect(firsts(out)).toEqual(['Contoso.Backup', 'Contoso.Backup.Reports']);
    expect(out).toContain('Contoso.Backup 1.0.0  module, quality 90, 2026-01-31\n    Backs up databases');
    expect(err).toContain('2 packages');
  });

  it('finds the same in a folder and on the web', async () => {
    const [here, there] = [await search('report'), await runVerb('search', 'report', '--in', served.url)];
    expect(there.code).toBe(0);
    expect(there.out).toBe(here.out);
  });

  it('takes fields, orders and limits', async () => {
    const { out, err } = await search('Tags:report', '--sort', 'quality', '--limit', '2');
    expect(firsts(out)).toEqual(['PesterReports', 'ExcelReport']);
    expect(err).toContain('4 packages; the first 2 are here (--limit)');
  });

  it('prints commands with their packages', async () => {
    const { out } = await search('--commands', '*-Database');
    expect(out).toContain('Backup-Database  function of Contoso.Backup 1.0.0\n    Writes a full backup.\n');
    expect(firsts(out)).toEqual(['Backup-Database', 'Restore-Database']);
  });

  it('prints JSON', async () => {
    const { out } = await search('pestre', '--json');
    expect(JSON.parse(out)).toMatchObject({
      query: 'pestre',
      notes: ['Near “pestre” there is pester.'],
      packages: [{ id: 'Pester', kind: 'module', powerShell: '3.0', isNear: true }, { id: 'PesterReports' }],
    });
    const commands = await search('bkdb', '--commands', '--json');
    expect(JSON.parse(commands.out)).toMatchObject({
      total: 1,
      commands: [
        { name: 'bkdb', kind: 'alias', synopsis: 'Alias of Backup-Database', package: 'Contoso.Backup' },
      ],
    });
  });

  it('says what it did with a query that does not fit', async () => {
    const { err } = await search('Colour:sql');
    expect(err).toContain('no field Colour:');
  });

  it('says what to try when nothing is found', async () => {
    const { out, err } = await search('pester', 'Type:script');
    expect(out).toBe('');
    expect(err).toContain('0 packages\n  Type:script  finds 1\n  pester  finds 2');
  });

  it('sends no control characters to the terminal', async () => {
    const { out } = await search('hostile');
    expect(out).toContain('Zz.Hostile');
    expect((await search('--commands', 'evil')).out + out).not.toMatch(/[\u0007\u001b]/);
  });

  it.each([
    [['x', '--in', 'nowhere'], /nowhere cannot be read: search\/index\.json: there is no such file/],
    [
      ['x', '--in', 'package.json'],
      /package\.json cannot be read: search\/index\.json: there is no such file/,
    ],
    [['x', '--in', 'http://[not'], /http:\/\/\[not cannot be read: search\/index\.json: this is no address/],
    [['x', '--in', 'nowhere'], /→ .*built without its site has no index/],
    [['x', '--in', 'http://127.0.0.1:9/'], /127\.0\.0\.1:9 does not answer/],
    [['x', '--limit', 'many'], /--limit many: a number/],
    [['x', '--sort', 'luck'], /--sort luck: one of relevance/],
    [[], /QUERY/],
  ] as const)('%j is refused', async (words, message) => {
    const { code, err } = await runVerb('search', ...words);
    expect(code).not.toBe(0);
    expect(err).toMatch(message);
  });
});
