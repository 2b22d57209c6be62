/** What the nuspec of an archive says, as text: nothing is normalised here. Blank elements are undefined. */
export interface NuspecDependency {
  readonly id: string;
  /** NuGet's range as written, '' for any version. */
  readonly range: string;
}

export interface Nuspec {
  /** Path of the .nuspec inside the package. */
  readonly path: string;
  readonly id: string;
  readonly version: string;
  readonly title: string | undefined;
  readonly authors: string | undefined;
  readonly owners: string | undefined;
  readonly description: string | undefined;
  readonly summary: string | undefined;
  readonly releaseNotes: string | undefined;
  readonly copyright: string | undefined;
  readonly language: string | undefined;
  readonly tags: readonly string[];
  readonly licenseUrl: string | undefined;
  readonly projectUrl: string | undefined;
  readonly iconUrl: string | undefined;
  readonly requireLicenseAcceptance: boolean;
  readonly minClientVersion: string | undefined;
  /** Of all groups, in order; PowerShell packages have no target frameworks. */
  readonly dependencies: readonly NuspecDependency[];
}
