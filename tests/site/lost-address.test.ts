import { expect, it } from 'vitest';
import { findLost, lostPackage, lowerCasePath } from '../../src/site/lost-address.ts';

const SHARD = { 'contoso.tools': { id: 'Contoso.Tools', versions: ['1.0.0', '2.0.0-Beta1'] } };

it.each([
  ['packages/contoso.tools', 'packages/Contoso.Tools/'],
  ['packages/CONTOSO.TOOLS/', 'packages/Contoso.Tools/'],
  ['packages/Contoso.Tools/2.0.0-beta1/', 'packages/Contoso.Tools/2.0.0-Beta1/'],
  ['packages/contoso.tools/1.0.0/Content/a.ps1', 'packages/Contoso.Tools/1.0.0/'],
  ['packages/contoso.tools/commands/Get-A/', 'packages/Contoso.Tools/'],
  ['api/v2/package/contoso.tools/1.0.0', 'packages/Contoso.Tools/1.0.0/'],
])('leads from %s to %s', (path, expected) => {
  const lost = lostPackage(path);
  expect(lost && findLost(lost, SHARD)).toEqual({ kind: 'found', path: expected });
});

it.each([['profiles/x'], [''], ['packages/'], ['packages/<script>/'], ['x/packages/a']])(
  'makes nothing of %j',
  (path) => {
    expect(lostPackage(path)).toBeUndefined();
  },
);

it('says which versions there are', () => {
  expect(findLost({ name: 'contoso.tools', version: '9.0.0' }, SHARD)).toMatchObject({
    kind: 'no-version',
    versions: ['1.0.0', '2.0.0-Beta1'],
  });
  expect(findLost({ name: 'other', version: undefined }, SHARD)).toEqual({ kind: 'unknown', name: 'other' });
});

it.each([
  ['tags/Markdown/', 'tags/markdown/'],
  ['Profiles/PwShelf', 'profiles/pwshelf/'],
  ['commands/ConvertTo/', 'commands/convertto/'],
  ['tags/markdown/', undefined],
  ['tags/a/B/', undefined],
  ['docs/Install/', undefined],
])('looks for /%s at /%s', (path, lower) => {
  expect(lowerCasePath(path)).toBe(lower);
});
