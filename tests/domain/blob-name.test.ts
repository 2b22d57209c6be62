import { expect, it } from 'vitest';
import { blobName } from '../../src/domain/blob-name.ts';

it.each([
  ['Contoso.Tools', '1.0', 'Contoso.Tools.1.0.nupkg'],
  ['contoso', '1.2.3-Beta', 'contoso.1.2.3-Beta.nupkg'],
])('joins %s and %s as they are spelled', (id, version, expected) => {
  expect(blobName(id, version)).toBe(expected);
});
