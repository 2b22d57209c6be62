import { expect, it } from 'vitest';
import { nameShards, shardName } from '../../src/site/name-index.ts';
import { makeGallery } from '../support/make-gallery.ts';

it.each([
  ['Pester', 'pe'],
  ['A', 'a_'],
  ['_x', '_x'],
  ['7Zip', '7z'],
])('puts %s into the piece %s', (name, shard) => {
  expect(shardName(name)).toBe(shard);
});

it('holds every package by its key, with the versions that lists show', () => {
  const shards = nameShards(
    makeGallery([
      { id: 'Pester', versions: ['5.0.0', { version: '5.1.0', listed: false }] },
      { id: 'Persian', versions: [{ version: '1.0.0', listed: false }] },
      { id: 'Other' },
    ]),
  );
  expect(shards.get('pe')).toEqual({
    pester: { id: 'Pester', versions: ['5.0.0'] },
    persian: { id: 'Persian', versions: ['1.0.0'] },
  });
  expect([...shards.keys()].toSorted()).toEqual(['ot', 'pe']);
});
