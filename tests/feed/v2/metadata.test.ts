/** `$metadata` of the server; that of static files is in the golden galleries. */
import { expect, it } from 'vitest';
import { renderGatewayMetadata } from '../../../src/feed/v2/metadata.ts';
import { V2_PROPERTIES } from '../../../src/feed/v2/properties.ts';

const document = renderGatewayMetadata();

it('offers every operation with its parameters, semVerLevel among them', () => {
  const operations = document
    .split('<FunctionImport ')
    .slice(1)
    .map((part) =>
      [...part.matchAll(/Name="(\w+)"(?: Type="Edm\.(\w+)")?/g)].map(([, name, type]) => [name, type]),
    );
  expect(operations).toEqual([
    [
      ['Search', undefined],
      ['searchTerm', 'String'],
      ['targetFramework', 'String'],
      ['includePrerelease', 'Boolean'],
      ['semVerLevel', 'String'],
    ],
    [
      ['FindPackagesById', undefined],
      ['id', 'String'],
      ['semVerLevel', 'String'],
    ],
    [
      ['GetUpdates', undefined],
      ['packageIds', 'String'],
      ['versions', 'String'],
      ['includePrerelease', 'Boolean'],
      ['includeAllVersions', 'Boolean'],
      ['targetFrameworks', 'String'],
      ['versionConstraints', 'String'],
      ['semVerLevel', 'String'],
    ],
  ]);
});

it('lists every property of an entry in its order', () => {
  const names = [...document.matchAll(/<Property Name="(\w+)"/g)].map(([, name]) => name);
  expect(names).toEqual(V2_PROPERTIES.map(({ name }) => name));
});
