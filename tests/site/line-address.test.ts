import { expect, it } from 'vitest';
import { shownVersion } from '../../src/domain/gallery.ts';
import { lineAddress } from '../../src/site/line-address.ts';
import { makeGallery } from '../support/make-gallery.ts';

const LONG = `${'#'.repeat(49)}\n`.repeat(3000);
const gallery = makeGallery([
  {
    id: 'Contoso',
    versions: [{ version: '1.0.0', files: { 'Contoso.psm1': 4, 'long.ps1': LONG.length, 'a.dll': 1 } }],
  },
]);
const [owner] = gallery.packages;
const context = {
  siteUrl: 'https://contoso.example/repo/',
  readBlobEntry: async () => new TextEncoder().encode(LONG),
};

it.each([
  ['Contoso.psm1', 2, '/repo/packages/Contoso/files/Contoso.psm1/#L2'],
  ['long.ps1', 2000, '/repo/packages/Contoso/files/long.ps1/#L2000'],
  ['long.ps1', 2001, '/repo/packages/Contoso/files/long.ps1/'],
  ['a.dll', 1, undefined],
])('of %s line %i is %s', async (path, line, address) => {
  if (!owner) throw new Error('no package');
  expect(await lineAddress(shownVersion(owner), path, line, context)).toBe(address);
});
