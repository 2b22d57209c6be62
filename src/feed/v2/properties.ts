/** The properties of an entry, in the order in which feeds have them: the schema of V2, and all that a query can name. */
export type EdmType = 'String' | 'DateTime' | 'Int32' | 'Int64' | 'Boolean';

export interface V2Property {
  readonly name: string;
  readonly type: EdmType;
  readonly isNullable: boolean;
}

export const V2_PROPERTIES = [
  { name: 'Id', type: 'String', isNullable: false },
  { name: 'Version', type: 'String', isNullable: false },
  { name: 'NormalizedVersion', type: 'String', isNullable: true },
  { name: 'Authors', type: 'String', isNullable: true },
  { name: 'Copyright', type: 'String', isNullable: true },
  { name: 'Created', type: 'DateTime', isNullable: false },
  { name: 'Dependencies', type: 'String', isNullable: true },
  { name: 'Description', type: 'String', isNullable: true },
  { name: 'DownloadCount', type: 'Int32', isNullable: false },
  { name: 'GalleryDetailsUrl', type: 'String', isNullable: true },
  { name: 'IconUrl', type: 'String', isNullable: true },
  { name: 'IsLatestVersion', type: 'Boolean', isNullable: false },
  { name: 'IsAbsoluteLatestVersion', type: 'Boolean', isNullable: false },
  { name: 'IsPrerelease', type: 'Boolean', isNullable: false },
  { name: 'Language', type: 'String', isNullable: true },
  { name: 'LastUpdated', type: 'DateTime', isNullable: false },
  { name: 'Published', type: 'DateTime', isNullable: false },
  { name: 'PackageHash', type: 'String', isNullable: true },
  { name: 'PackageHashAlgorithm', type: 'String', isNullable: true },
  { name: 'PackageSize', type: 'Int64', isNullable: false },
  { name: 'ProjectUrl', type: 'String', isNullable: true },
  { name: 'ReportAbuseUrl', type: 'String', isNullable: true },
  { name: 'ReleaseNotes', type: 'String', isNullable: true },
  { name: 'RequireLicenseAcceptance', type: 'Boolean', isNullable: false },
  { name: 'Summary', type: 'String', isNullable: true },
  { name: 'Tags', type: 'String', isNullable: true },
  { name: 'Title', type: 'String', isNullable: true },
  { name: 'VersionDownloadCount', type: 'Int32', isNullable: false },
  { name: 'MinClientVersion', type: 'String', isNullable: true },
  { name: 'LastEdited', type: 'DateTime', isNullable: true },
  { name: 'LicenseUrl', type: 'String', isNullable: true },
  { name: 'LicenseNames', type: 'String', isNullable: true },
  { name: 'LicenseReportUrl', type: 'String', isNullable: true },
  { name: 'ItemType', type: 'String', isNullable: true },
  { name: 'FileList', type: 'String', isNullable: true },
  { name: 'GUID', type: 'String', isNullable: true },
  { name: 'PowerShellVersion', type: 'String', isNullable: true },
  { name: 'PowerShellHostVersion', type: 'String', isNullable: true },
  { name: 'DotNetFrameworkVersion', type: 'String', isNullable: true },
  { name: 'CLRVersion', type: 'String', isNullable: true },
  { name: 'ProcessorArchitecture', type: 'String', isNullable: true },
  { name: 'CompanyName', type: 'String', isNullable: true },
  { name: 'Owners', type: 'String', isNullable: true },
] as const satisfies readonly V2Property[];

export type V2PropertyName = (typeof V2_PROPERTIES)[number]['name'];
