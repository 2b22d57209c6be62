import { expect, it } from 'vitest';
import { parseV2Path } from '../../../src/gateway/v2/v2-path.ts';
import fc from '../../support/laws.ts';

const list = (operation: string, isCount = false) => ({ kind: 'list', operation, isCount });

it.each([
  ['api/v2', 'all', { kind: 'service' }],
  ['api/v2/', 'all', { kind: 'service' }],
  ['api/v2/items/psscript', 'scripts', { kind: 'service' }],
  ['api/v2/items/psscript/', 'scripts', { kind: 'service' }],
  ['api/v2/$metadata', 'all', { kind: 'metadata' }],
  ['api/v2/Packages', 'all', list('Packages')],
  ['api/v2/Packages()', 'all', list('Packages')],
  ['api/v2/packages()/', 'all', list('Packages')],
  ['api/v2/Packages/$count', 'all', list('Packages', true)],
  ['api/v2/Search()', 'all', list('Search')],
  ['api/v2/Search', 'all', list('Search')],
  ['api/v2/Search()/$count', 'all', list('Search', true)],
  ['api/v2//FindPackagesById()', 'all', list('FindPackagesById')],
  ['api/v2/items/psscript/FindPackagesById()', 'scripts', list('FindPackagesById')],
  ['api/v2/GetUpdates()', 'all', list('GetUpdates')],
  ["api/v2/Packages(Id='A.B',Version='1.0')", 'all', { kind: 'entry', id: 'A.B', version: '1.0' }],
  ["api/v2/Packages(Version='1.0', Id='A')", 'all', { kind: 'entry', id: 'A', version: '1.0' }],
  ['api/v2/package/A.B/1.0', 'all', { kind: 'package', id: 'A.B', version: '1.0' }],
  ['api/v2/package/A.B', 'all', { kind: 'package', id: 'A.B', version: undefined }],
  ['api/v2/package-ids', 'all', { kind: 'package-ids' }],
  ['api/v2/package-versions/A', 'all', { kind: 'package-versions', id: 'A' }],
])('reads %s', (path, source, resource) => {
  expect(parseV2Path(path)).toEqual({ source, resource });
});

it.each([
  'api/v3/',
  'api/v22/Search()',
  'api/v2/Nothing()',
  'api/v2/Search()/x',
  'api/v2/package',
  'api/v2/package/a/b/c',
  "api/v2/Packages(Id='A')",
  "api/v2/Packages(Id='A',Id='B')",
  'api/v2/toString',
  'api/v2/package-ids/x',
  'api/v2/package-versions',
])('finds nothing at %s', (path) => {
  expect(parseV2Path(path)).toBeUndefined();
});

it('takes every text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      parseV2Path(`api/v2/${text}`);
    }),
  );
});
