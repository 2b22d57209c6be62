import { describe, expect, it } from 'vitest';
import { makeSearchRecords } from '../../scripts/bench/search-records.ts';
import { findPackages } from '../../src/search/find-packages.ts';
import { openSearchIndex, SearchIndexError } from '../../src/search/open-index.ts';
import { parseQuery } from '../../src/search/query.ts';
import { openSearchGallery, searchFiles } from '../support/search-gallery.ts';
import { SAMPLE_RECORDS } from '../support/search-samples.ts';

const files = searchFiles(SAMPLE_RECORDS);

/** Opens what is left after a change. */
async function openChanged(change: (files: Map<string, string>) => void) {
  const changed = new Map(files);
  change(changed);
  const load = async (path: string) => {
    const text = changed.get(path);
    if (text === undefined) throw new Error('the host answers 404');
    return JSON.parse(text) as unknown;
  };
  return { index: await openSearchIndex(load), changed };
}

const find = async (...args: Parameters<typeof findPackages>) => (await findPackages(...args)).matches.length;

describe('an index', () => {
  it('is the same for the same packages, in files that JSON reads', () => {
    expect(searchFiles(SAMPLE_RECORDS)).toEqual(files);
    expect([...files.keys()].filter((path) => !/^search\/[\w/-]+\.json$/.test(path))).toEqual([]);
  });

  it('changes its name with what is in it', async () => {
    const [first, ...others] = SAMPLE_RECORDS;
    const other = searchFiles([{ ...(first as (typeof SAMPLE_RECORDS)[number]), quality: 71 }, ...others]);
    expect([...other.keys()].filter((path) => files.has(path))).toEqual(['search/index.json']);
  });

  it('of a small gallery has one file for each list', () => {
    const few = searchFiles(SAMPLE_RECORDS.slice(0, 8));
    const names = [...few.keys()].map((path) => path.split('/').slice(2).join('/')).filter(Boolean);
    expect(names.toSorted()).toEqual([
      'authors.json',
      'catalogue.json',
      'commands/0.json',
      'depends/0.json',
      'details/0.json',
      'ids.json',
      'ids/0.json',
      'parameters/0.json',
      'reversed/0.json',
      'starts/0.json',
      'synopses/0.json',
      'tags/0.json',
      'turned/0.json',
      'versions.json',
      'words/0.json',
    ]);
  });

  it('of no packages opens, and finds nothing', async () => {
    const { index } = await openSearchGallery([]);
    expect(await find(index, parseQuery('anything Type:module'))).toBe(0);
  });

  it('keeps its first file small and asks for fences when they are many', async () => {
    const { files: many, index } = await openSearchGallery(
      makeSearchRecords({ packages: 1_500, commandsPerPackage: 20, readmeWords: 20, seed: 2 }),
    );
    expect((many.get('search/index.json') ?? '').length).toBeLessThan(6_000);
    expect([...many.keys()].some((path) => path.endsWith('/fences.json'))).toBe(true);
    expect(await find(index, parseQuery('Commands:Get-*'))).toBeGreaterThan(500);
  });
});

describe('a part that cannot be read', () => {
  const lost = (name: string) => (all: Map<string, string>) => {
    for (const path of all.keys()) if (path.endsWith(name)) all.delete(path);
  };

  it('is named, not taken for nothing found', async () => {
    const { index } = await openChanged(lost('/words/0.json'));
    await expect(find(index, parseQuery('pester'))).rejects.toThrow(/words\/0\.json: the host answers 404/);
  });

  it('is asked for again', async () => {
    const { index, changed } = await openChanged(lost('/words/0.json'));
    await expect(find(index, parseQuery('pester'))).rejects.toThrow(SearchIndexError);
    for (const [path, text] of files) changed.set(path, text);
    expect(await find(index, parseQuery('pester'))).toBe(2);
  });

  it('of another build is refused', async () => {
    const { index } = await openChanged((all) => {
      for (const [path, text] of all)
        if (path.endsWith('/details/0.json')) all.set(path, text.replace(/"of":"\w+"/, '"of":"another"'));
    });
    await expect(find(index, parseQuery('pester'))).rejects.toThrow(/belongs to another build/);
  });

  it('may be the first', async () => {
    await expect(openChanged((all) => all.delete('search/index.json'))).rejects.toThrow(
      /index\.json: the host answers 404/,
    );
    await expect(openChanged((all) => all.set('search/index.json', '{"format":99}'))).rejects.toThrow(
      /another version/,
    );
    await expect(openChanged((all) => all.set('search/index.json', '1'))).rejects.toThrow(
      /no file of the index/,
    );
  });
});
