import { expect, it } from 'vitest';
import { makeSearchRecords } from '../../scripts/bench/search-records.ts';
import { findPackages } from '../../src/search/find-packages.ts';
import { parseQuery } from '../../src/search/query.ts';
import { openSearchGallery } from '../support/search-gallery.ts';
import { scanPackages } from '../support/search-reference.ts';

const STARTS = ['con', 'conf', 'configur', 'pow', 'éta'];

// Each description has words of its own that begin alike, so that many files hold them.
const records = [
  ...makeSearchRecords({ packages: 400, commandsPerPackage: 2, readmeWords: 20, seed: 13 }),
].map((record, number) => {
  const own = STARTS.flatMap((start, at) =>
    Array.from(
      { length: (number + at) % 7 },
      (_, word) => `${start}${'xyz'.charAt(word % 3)}${number}w${word}`,
    ),
  );
  return {
    ...record,
    description: `${record.description} ${own.join(' ')}`,
    readme: `${record.readme} ${own[0]}`,
  };
});
const gallery = await openSearchGallery(records);

it.each([...STARTS, 'con pow', 'configur -zzz', 'pow OR conf', 'nothing OR con'])(
  '%s, with which many words begin, finds what a scan finds',
  async (text) => {
    const query = parseQuery(text);
    const { matches } = await findPackages(gallery.index, query);
    const exact = matches.filter(({ isNear }) => !isNear);
    const wanted = scanPackages(records, query);
    expect(exact.map(({ number }) => records[number]?.id)).toEqual(wanted.map(({ id }) => id));
    for (const [at, { score }] of exact.entries()) expect(score).toBeCloseTo(wanted[at]?.score ?? -1, 6);
    expect(wanted.length).toBeGreaterThan(0);
  },
);

it('reads one file for a beginning of which many files have words', async () => {
  const { index, read } = await openSearchGallery(records);
  await findPackages(index, parseQuery('con'));
  const kinds = read.map((path) => path.split('/').at(-2));
  expect(kinds.filter((kind) => kind === 'words')).toEqual([]);
  expect(kinds.filter((kind) => kind === 'starts')).toHaveLength(1);
});
