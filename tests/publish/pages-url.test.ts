import { expect, it } from 'vitest';
import { pagesUrl } from '../../src/publish/pages-url.ts';

it.each([
  ['contoso/gallery', 'https://contoso.github.io/gallery/'],
  ['Contoso/Gallery', 'https://contoso.github.io/Gallery/'],
  ['Contoso/contoso.github.io', 'https://contoso.github.io/'],
])('serves %s at %s', (repository, url) => {
  expect(pagesUrl(repository)).toBe(url);
});
