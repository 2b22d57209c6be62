/** What a package is in V2: its properties by name, type and nullability, in the order of the PowerShell Gallery. */

export type EdmType = 'String' | 'DateTime' | 'Int32' | 'Int64' | 'Boolean';

const TABLE = [
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
] as const satisfies readonly (readonly [name: string, type: EdmType, isNullable: boolean])[];

export type V2PropertyName = (typeof TABLE)[number][0];

export interface V2Property {
  readonly name: V2PropertyName;
  readonly type: EdmType;
  readonly isNullable: boolean;
}

export const V2_PROPERTIES: readonly V2Property[] = TABLE.map(([name, type, isNullable]) => ({
  name,
  type,
  isNullable,
}));
