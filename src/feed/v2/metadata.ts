/** V2's `$metadata`: the schema of the entries. Old nuget clients read it to learn which queries the feed takes. */
import type { Hosting } from '../../domain/gallery-settings.ts';
import type { TextFile } from '../../domain/output-file.ts';
import { V2_ROOT, V2_SCRIPT_ROOT } from '../urls.ts';
import { v2File } from './hosting.ts';

type EdmType = 'String' | 'DateTime' | 'Int32' | 'Int64' | 'Boolean';

/** Every property of an entry, in order: name, type, and whether it may be null. */
const PROPERTIES: readonly (readonly [name: string, type: EdmType, isNullable: boolean])[] = [
  ['Id', 'String', false],
  ['Version', 'String', false],
  ['NormalizedVersion', 'String', true],
  ['Authors', 'String', true],
  ['Copyright', 'String', true],
  ['Created', 'DateTime', false],
  ['Dependencies', 'String', true],
  ['Description', 'String', true],
  ['DownloadCount', 'Int32', false],
  ['GalleryDetailsUrl', 'String', true],
  ['IconUrl', 'String', true],
  ['IsLatestVersion', 'Boolean', false],
  ['IsAbsoluteLatestVersion', 'Boolean', false],
  ['IsPrerelease', 'Boolean', false],
  ['Language', 'String', true],
  ['LastUpdated', 'DateTime', false],
  ['Published', 'DateTime', false],
  ['PackageHash', 'String', true],
  ['PackageHashAlgorithm', 'String', true],
  ['PackageSize', 'Int64', false],
  ['ProjectUrl', 'String', true],
  ['ReportAbuseUrl', 'String', true],
  ['ReleaseNotes', 'String', true],
  ['RequireLicenseAcceptance', 'Boolean', false],
  ['Summary', 'String', true],
  ['Tags', 'String', true],
  ['Title', 'String', true],
  ['VersionDownloadCount', 'Int32', false],
  ['MinClientVersion', 'String', true],
  ['LastEdited', 'DateTime', true],
  ['LicenseUrl', 'String', true],
  ['LicenseNames', 'String', true],
  ['LicenseReportUrl', 'String', true],
  ['ItemType', 'String', true],
  ['FileList', 'String', true],
  ['GUID', 'String', true],
  ['PowerShellVersion', 'String', true],
  ['PowerShellHostVersion', 'String', true],
  ['DotNetFrameworkVersion', 'String', true],
  ['CLRVersion', 'String', true],
  ['ProcessorArchitecture', 'String', true],
  ['CompanyName', 'String', true],
  ['Owners', 'String', true],
];

/** Parameters of the service operations that clients look for before they use them. */
const OPERATIONS: readonly (readonly [name: string, parameters: readonly string[]])[] = [
  ['Search', ['searchTerm', 'targetFramework', 'includePrerelease']],
  ['FindPackagesById', ['id']],
];

export function renderV2Metadata(hosting: Hosting): readonly TextFile[] {
  const text = metadataDocument();
  return [v2File(hosting, `${V2_ROOT}$metadata`, text, [`${V2_SCRIPT_ROOT}$metadata`])];
}

function metadataDocument(): string {
  const properties = PROPERTIES.map(
    ([name, type, isNullable]) =>
      `        <Property Name="${name}" Type="Edm.${type}"${isNullable ? '' : ' Nullable="false"'}/>\n`,
  ).join('');
  const operations = OPERATIONS.map(
    ([name, parameters]) =>
      `          <FunctionImport Name="${name}" ReturnType="Collection(NuGetGallery.OData.V2FeedPackage)" EntitySet="Packages" m:HttpMethod="GET">\n` +
      parameters
        .map(
          (parameter) =>
            `            <Parameter Name="${parameter}" Type="Edm.${parameter === 'includePrerelease' ? 'Boolean' : 'String'}"/>\n`,
        )
        .join('') +
      '          </FunctionImport>\n',
  ).join('');
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
    `${operations}      </EntityContainer>\n    </Schema>\n` +
    '  </edmx:DataServices>\n</edmx:Edmx>\n'
  );
}
