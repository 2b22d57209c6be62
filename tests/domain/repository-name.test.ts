import { expect, it } from 'vitest';
import { repositoryName } from '../../src/domain/repository-name.ts';

it.each([
  ['Contoso gallery', 'ContosoGallery'],
  ['pwshelf: the best!', 'PwshelfTheBest'],
  ['日本', 'Gallery'],
])('registers %s as %s', (title, name) => {
  expect(repositoryName(title)).toBe(name);
});
