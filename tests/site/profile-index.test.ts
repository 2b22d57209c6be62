import { expect, it } from 'vitest';
import { profiles } from '../../src/site/profile-index.ts';
import { makeGallery } from '../support/make-gallery.ts';

it('knows owners and publishers, in whatever case they are written', () => {
  const gallery = makeGallery([
    {
      id: 'A',
      owners: ['Ada'],
      versions: [
        { version: '1.0.0', publisher: 'ada' },
        { version: '1.1.0', publisher: 'bob' },
      ],
    },
    {
      id: 'B',
      owners: ['ada', 'carl'],
      versions: [
        { version: '1.0.0', publisher: 'carl', listed: false },
        { version: '2.0.0', publisher: 'Ada' },
      ],
    },
    { id: 'C', owners: ['dora'], versions: [{ version: '1.0.0', listed: false }] },
  ]);
  const found = profiles(gallery).map(({ name, owned, published }) => [
    name,
    owned.map(({ id }) => id),
    published.map(({ id, version }) => `${id} ${version.original}`),
  ]);
  expect(found).toEqual([
    ['Ada', ['A', 'B'], ['B 2.0.0', 'A 1.0.0']],
    ['bob', [], ['A 1.1.0']],
    ['carl', ['B'], []],
  ]);
});
