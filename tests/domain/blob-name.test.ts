import { expect, it } from 'vitest';
import { blobName, blobNames } from '../../src/domain/blob-name.ts';

it.each([
  ['Contoso.Tools', '1.0.0', 'Contoso.Tools.1.0.0.nupkg'],
  ['contoso', '1.2.3-Beta', 'contoso.1.2.3-Beta.nupkg'],
  ['Contoso.Tools', '1.2.3.4', 'Contoso.Tools.1.2.3.4.nupkg'],
  // Under no other name PSResourceGet installs it from a folder.
  ['Contoso.Tools', '1.0', 'Contoso.Tools.1.0.0.nupkg'],
  ['Contoso.Tools', '1.0.0.0', 'Contoso.Tools.1.0.0.nupkg'],
  ['Contoso.Tools', '01.2.0-Beta', 'Contoso.Tools.1.2.0-Beta.nupkg'],
  ['Contoso.Tools', 'no version', 'Contoso.Tools.no version.nupkg'],
])('joins %s and %s, which clients normalize', (id, version, expected) => {
  expect(blobName(id, version)).toBe(expected);
  expect(blobNames(id, version)[0]).toBe(expected);
});

it('knows the name with the version as it is spelled, too', () => {
  expect(blobNames('Contoso.Tools', '1.0')).toEqual(['Contoso.Tools.1.0.0.nupkg', 'Contoso.Tools.1.0.nupkg']);
  expect(blobNames('Contoso.Tools', '1.0.0')).toEqual(['Contoso.Tools.1.0.0.nupkg']);
});
