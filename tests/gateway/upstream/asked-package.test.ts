import { describe, expect, it } from 'vitest';
import { parsePackageId } from '../../../src/domain/package-id.ts';
import { askedPackage, wishOf } from '../../../src/gateway/upstream/asked-package.ts';
import { formatWish } from '../../../src/gateway/upstream/version-wish.ts';
import fc from '../../support/laws.ts';

function ask(address: string) {
  const url = new URL(`https://gallery.example/${address}`);
  return askedPackage(decodeURIComponent(url.pathname).slice(1), url.searchParams);
}

describe('a question about one package', () => {
  it.each([
    ["api/v2/FindPackagesById()?id='Pester'&$skip=0&$top=40", 'v2-versions', 'Pester', '(, )'],
    [
      'api/v2/FindPackagesById()?$filter=Id+eq+%27X%27+and+IsLatestVersion+eq+true&$inlinecount=allpages&id=%27X%27',
      'v2-versions',
      'X',
      '(, )',
    ],
    [
      'api/v2/FindPackagesById()?%24filter=Id+eq+%27X%27+and+NormalizedVersion+eq+%271.2.0%27&id=%27X%27',
      'v2-versions',
      'X',
      '1.2.0',
    ],
    [
      "api/v2/FindPackagesById()?$filter=NormalizedVersion+ge+'1.0.0'+and+NormalizedVersion+lt+'2.0.0'+and+Id+eq+'X'&id='X'",
      'v2-versions',
      'X',
      '[1.0.0, 2.0.0)',
    ],
    ["api/v2/items/psscript/findpackagesbyid()?ID='Do-It'", 'v2-versions', 'Do-It', '(, )'],
    ["api/v2/Packages(Id='X',Version='1.0')", 'v2-entry', 'X', '1.0.0'],
    ["api/v2/Packages(Version='1.0-b',Id='X')?$select=Id", 'v2-entry', 'X', '1.0.0-b'],
    ['api/v2/package/X/1.0.0.0', 'v2-package', 'X', '1.0.0'],
    ['api/v2/package/X', 'v2-package', 'X', '(, )'],
    ['api/v2/items/psscript/package/X/1.0', 'v2-package', 'X', '1.0.0'],
    ['v3/registration/x.y/index.json', 'v3-registration', 'x.y', '(, )'],
    ['v3/registration-exact/X.y/index.json', 'v3-registration', 'X.y', '(, )'],
    ['v3/registration/x/1.0.0-beta.json', 'v3-leaf', 'x', '1.0.0-beta'],
    ['v3/flatcontainer/x/index.json', 'v3-versions', 'x', '(, )'],
    ['v3/flatcontainer/X/1.0/x.1.0.0.nupkg', 'v3-package', 'X', '1.0.0'],
    ['v3/flatcontainer/x/1.0.0/x.nuspec', 'v3-nuspec', 'x', '1.0.0'],
  ])('is %s', (address, kind, id, wish) => {
    const asked = ask(address);
    expect(asked).toMatchObject({ kind, id });
    expect(asked && formatWish(wishOf(asked))).toBe(wish);
  });

  it.each([
    '',
    'api/v2',
    'api/v2/$metadata',
    'api/v2/Packages()',
    "api/v2/Packages()?$filter=Id eq 'X'",
    "api/v2/Search()?searchTerm='X'&$filter=IsLatestVersion",
    "api/v2/GetUpdates()?packageIds='X'&versions='1.0'",
    'api/v2/FindPackagesById()',
    "api/v2/FindPackagesById()?id=''",
    'api/v2/FindPackagesById()?id=X',
    "api/v2/FindPackagesById()?id='Az*'",
    "api/v2/FindPackagesById()?id='X'&id='Y'",
    "api/v2/FindPackagesById()?id='X''Y'",
    "api/v2/FindPackagesById()/$count?id='X'",
    "api/v2/Packages(Id='X',Version='latest')",
    'api/v2/package/X/newest',
    'api/v2/package/X/1.0.0/more',
    'api/v2/package-ids?partialId=X',
    'v3/index.json',
    'v3/search.json?q=X',
    'v3/autocomplete.json?id=X',
    'v3/registration/x',
    'v3/registration//index.json',
    'v3/registration/x/page/1.0.0/2.0.0.json',
    'v3/registration/x*/index.json',
    'v3/flatcontainer/x/1.0.0/y.1.0.0.nupkg',
    'v3/flatcontainer/x/1.0.0/x.1.0.1.nupkg',
    'v3/flatcontainer/x/1.0.0/readme',
    'v3/flatcontainer/x/1.0.0/x.1.0.0.nupkg/more',
    'v3/flatcontainer/%2e%2e%2fx/index.json',
    'packages/X/',
    'api/packages/x.json',
  ])('is not %s', (address) => {
    expect(ask(address)).toBeUndefined();
  });
});

describe('any path and query', () => {
  const pieces = fc.constantFrom(
    ...[
      'api/v2/',
      'items/psscript/',
      'FindPackagesById()',
      'Packages(Id=',
      "'",
      ',Version=',
      ')',
      'package/',
    ],
    ...[
      'v3/flatcontainer/',
      'v3/registration/',
      'v3/registration-exact/',
      'index.json',
      '/',
      '.nupkg',
      '.json',
    ],
    ...['X', 'x', '1.0.0', '..', '%', '*', '\0', 'ſ', '\u212A', '\n', '?'],
  );
  const paths = fc
    .array(fc.oneof(pieces, fc.string({ maxLength: 6 })), { maxLength: 8 })
    .map((all) => all.join(''));
  const names = fc.constantFrom('id', 'ID', '$filter', '$Filter', 'q');
  const values = fc.oneof(
    fc.constantFrom("'X'", "'X", "''", "'X''Y'", "NormalizedVersion eq '1.0'", "Version ge '9'", 'x or y'),
    fc.string({ maxLength: 12 }),
  );
  const queries = fc.array(fc.tuple(names, values), { maxLength: 4 });

  it('is read without a throw, and gives ids by their grammar only', () => {
    fc.assert(
      fc.property(paths, queries, (path, query) => {
        const asked = askedPackage(path, new URLSearchParams(query.map(([name, value]) => [name, value])));
        if (!asked) return;
        expect(parsePackageId(asked.id).ok).toBe(true);
        expect(formatWish(wishOf(asked))).not.toBe('');
      }),
      { numRuns: 2_000 },
    );
  });
});
