import { expect, it } from 'vitest';
import { outOfReach } from '../../../src/publish/keys/grant.ts';

it.each([
  ['Fabrikam.Tools', 'id-out-of-reach'],
  ['contoso.tools', 'scope-missing'],
])('says why nothing is allowed for %s: %s', (id, reason) => {
  expect(outOfReach([{ scopes: ['unlist'], ids: ['Other', 'Contoso.*'] }], id)).toBe(reason);
});
