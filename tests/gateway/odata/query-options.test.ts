/** Query strings as clients send them, and what is told of those that cannot be answered. */

import { expect, it } from 'vitest';
import { type QueryOptions, readQueryOptions } from '../../../src/gateway/odata/query-options.ts';
import fc from '../../support/laws.ts';

function options(query: string): QueryOptions {
  const result = readQueryOptions(new URLSearchParams(query));
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}

const isLatest = { kind: 'property', type: 'Boolean', name: 'IsLatestVersion' };

it.each<[string, object]>([
  // PowerShellGet 2
  [
    "$filter=IsLatestVersion&searchTerm='Az*%20tag:PSModule'&targetFramework=''&includePrerelease=false&$skip=0&$top=40",
    {
      filter: isLatest,
      searchTerm: 'Az* tag:PSModule',
      targetFramework: '',
      includePrerelease: false,
      skip: 0,
      top: 40,
    },
  ],
  [
    "$orderby=DownloadCount%20desc,Id&searchTerm=''&targetFramework=''&includePrerelease=true&$skip=40&$top=40",
    {
      searchTerm: '',
      skip: 40,
      orderBy: [{ isDescending: true }, { isDescending: false }],
      includePrerelease: true,
    },
  ],
  ["id='Az.Accounts'&$skip=0&$top=40", { id: 'Az.Accounts', top: 40, filter: undefined, orderBy: [] }],
  // PSResourceGet, which encodes a blank as a plus
  [
    '%24filter=IsLatestVersion&%24inlinecount=allpages&%24skip=0&%24top=6000&%24orderby=Id+desc',
    { inlineCount: 'allpages', top: 6000, filter: isLatest, orderBy: [{ isDescending: true }] },
  ],
  [
    '%24filter=Id+eq+%27it%27%27s%2B%27&%24inlinecount=allpages&id=%27Az%27',
    { id: 'Az', filter: { right: { value: "it's+" } } },
  ],
  ['searchTerm=%27tag%3aPSCommand_Get-It%27', { searchTerm: 'tag:PSCommand_Get-It' }],
  ["searchTerm=''az''", { searchTerm: 'az' }],
  ['searchTerm=az', { searchTerm: 'az' }],
  ["searchTerm='it''s'", { searchTerm: "it's" }],
  // nuget
  [
    "$orderby=concat(Title,Id),Id&$skip=0&$top=30&searchTerm=''&targetFramework='net45%7Cnet46'&includePrerelease=false&semVerLevel=2.0.0",
    { targetFramework: 'net45|net46', semVerLevel: 2, top: 30 },
  ],
  [
    "packageIds='Az%7CPester'&versions='1.0%7C2.0-beta+5'&includePrerelease=true&includeAllVersions=FALSE&targetFrameworks=''&versionConstraints='%7C[1.0,2.0)'",
    {
      packageIds: ['Az', 'Pester'],
      versions: ['1.0', '2.0-beta+5'],
      versionConstraints: ['', '[1.0,2.0)'],
      includeAllVersions: false,
      targetFramework: '',
    },
  ],
  ["id='Az'&version='1.0.0+build'", { version: '1.0.0+build' }],
  ["ID=Az&SemVerLevel=1.0.0&INCLUDEPRERELEASE='True'", { id: 'Az', semVerLevel: 1, includePrerelease: true }],
  ['$select=id,+Version&$format=json;odata=verbose', { select: new Set(['Id', 'Version']), format: 'json' }],
  ['$select=Id,*&$format=ATOM', { select: undefined, format: 'atom' }],
  ["$skiptoken='Az','1.0.0'&$inlineCount=None", { skipToken: "'Az','1.0.0'", inlineCount: 'none' }],
  [
    '$filter=&$orderby=+&$top=&includePrerelease=',
    { filter: undefined, orderBy: [], top: undefined, includePrerelease: undefined },
  ],
  ['$top=5&$top=5&unknown=1&callback=x', { top: 5 }],
  [
    '',
    { skip: 0, top: undefined, inlineCount: 'none', semVerLevel: 1, select: undefined, skipToken: undefined },
  ],
])('%s is read', (query, expected) => {
  expect(options(query)).toMatchObject(expected);
});

it.each([
  ['$top=-1', '$top', '$top: `-1` is no whole number from 0 to 2147483647.'],
  ['$SKIP=1.5', '$skip', '$skip: `1.5` is no whole number from 0 to 2147483647.'],
  ['$skip=2147483648', '$skip', '$skip: `2147483648` is no whole number from 0 to 2147483647.'],
  ['$top=1&$top=2', '$top', '$top is given twice, with two values. Give it once.'],
  ['$expand=Owners', '$expand', '$expand is refused: a package has nothing that could be expanded.'],
  [
    '$apply=x',
    '$apply',
    'There is no option `$apply` here. Known are $filter, $orderby, $skip, $top, $select, $inlinecount, $skiptoken, $format.',
  ],
  [
    '$filter=Foo eq 1',
    '$filter',
    '$filter: There is no property `Foo` (at character 1). $metadata lists those of a package.',
  ],
  [
    '$orderby=Id,Foo',
    '$orderby',
    '$orderby: There is no property `Foo` (at character 4). $metadata lists those of a package.',
  ],
  [
    '$select=Id, Foo',
    '$select',
    '$select: There is no property `Foo` (at character 5). $metadata lists those of a package.',
  ],
  [
    '$select=Id,,Title',
    '$select',
    '$select: The name of a property is missing (at character 4). $metadata lists those of a package.',
  ],
  ['$inlinecount=some', '$inlinecount', '$inlinecount: `some` is neither allpages nor none.'],
  ['$format=yaml', '$format', '$format: There is no format `yaml`. Known are atom and json.'],
  ['includePrerelease=maybe', 'includePrerelease', 'includePrerelease: `maybe` is neither true nor false.'],
  [`id=${'a'.repeat(16_001)}`, 'id', 'id has 16001 characters; at most 16000 are read.'],
])('%s is a problem of %s: %s', (query, option, message) => {
  expect(readQueryOptions(new URLSearchParams(query))).toEqual({ ok: false, problem: { option, message } });
});

it('reads any query string without an error', () => {
  const name = fc.oneof(
    fc.constantFrom(
      '$filter',
      '$orderby',
      '$top',
      '$select',
      'id',
      'searchTerm',
      'versions',
      'semVerLevel',
      '$x',
    ),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(name, fc.string({ unit: 'binary' }))), (pairs) => {
      const result = readQueryOptions(new URLSearchParams(pairs));
      if (!result.ok) expect(result.problem.message).toMatch(/^\S.*\.$/su);
    }),
  );
});
