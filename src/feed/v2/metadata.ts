/** V2's `$metadata`: the schema of the entries. Old nuget clients read it to learn which queries the feed takes. */
import type { Hosting } from '../../domain/gallery-settings.ts';
import type { TextFile } from '../../domain/output-file.ts';
import { V2_ROOT, V2_SCRIPT_ROOT } from '../urls.ts';
import { v2File } from './hosting.ts';
import { type EdmType, V2_PROPERTIES } from './properties.ts';

/** A service operation, which clients look for here before they use it. */
interface Operation {
  readonly name: string;
  readonly parameters: readonly (readonly [name: string, type: EdmType])[];
}

const STATIC_OPERATIONS: readonly Operation[] = [
  {
    name: 'Search',
    parameters: [
      ['searchTerm', 'String'],
      ['targetFramework', 'String'],
      ['includePrerelease', 'Boolean'],
    ],
  },
  { name: 'FindPackagesById', parameters: [['id', 'String']] },
];

const GET_UPDATES: Operation = {
  name: 'GetUpdates',
  parameters: [
    ['packageIds', 'String'],
    ['versions', 'String'],
    ['includePrerelease', 'Boolean'],
    ['includeAllVersions', 'Boolean'],
    ['targetFrameworks', 'String'],
    ['versionConstraints', 'String'],
  ],
};

/** A server also reads `semVerLevel`, and answers GetUpdates, which no set of files can. */
const GATEWAY_OPERATIONS: readonly Operation[] = [...STATIC_OPERATIONS, GET_UPDATES].map(
  ({ name, parameters }) => ({ name, parameters: [...parameters, ['semVerLevel', 'String']] }),
);

export function renderV2Metadata(hosting: Hosting): readonly TextFile[] {
  const text = metadataDocument(STATIC_OPERATIONS);
  return [v2File(hosting, `${V2_ROOT}$metadata`, text, [`${V2_SCRIPT_ROOT}$metadata`])];
}

/** The document of a server that answers every operation. */
export function renderGatewayMetadata(): string {
  return metadataDocument(GATEWAY_OPERATIONS);
}

function metadataDocument(operations: readonly Operation[]): string {
  const properties = V2_PROPERTIES.map(
    ({ name, type, isNullable }) =>
      `        <Property Name="${name}" Type="Edm.${type}"${isNullable ? '' : ' Nullable="false"'}/>\n`,
  ).join('');
  const imports = operations
    .map(
      ({ name, parameters }) =>
        `          <FunctionImport Name="${name}" ReturnType="Collection(NuGetGallery.OData.V2FeedPackage)" EntitySet="Packages" m:HttpMethod="GET">\n` +
        parameters
          .map(([parameter, type]) => `            <Parameter Name="${parameter}" Type="Edm.${type}"/>\n`)
          .join('') +
        '          </FunctionImport>\n',
    )
    .join('');
  return (
    '<?xml version="1.0" encoding="utf-8"?>\n' +
    '<edmx:Edmx Version="1.0" xmlns:edmx="http://schemas.microsoft.com/ado/2007/06/edmx">\n' +
    '  <edmx:DataServices m:DataServiceVersion="2.0" m:MaxDataServiceVersion="2.0" xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata">\n' +
    '    <Schema Namespace="NuGetGallery.OData" xmlns="http://schemas.microsoft.com/ado/2006/04/edm">\n' +
    '      <EntityType Name="V2FeedPackage" m:HasStream="true">\n' +
    '        <Key><PropertyRef Name="Id"/><PropertyRef Name="Version"/></Key>\n' +
    `${properties}      </EntityType>\n    </Schema>\n` +
    '    <Schema Namespace="NuGetGallery" xmlns="http://schemas.microsoft.com/ado/2006/04/edm">\n' +
    '      <EntityContainer Name="V2FeedContext" m:IsDefaultEntityContainer="true">\n' +
    '          <EntitySet Name="Packages" EntityType="NuGetGallery.OData.V2FeedPackage"/>\n' +
    `${imports}      </EntityContainer>\n    </Schema>\n` +
    '  </edmx:DataServices>\n</edmx:Edmx>\n'
  );
}
