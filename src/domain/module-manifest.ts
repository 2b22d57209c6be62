/** What a module's .psd1 says of it. A blank or absent value is undefined (texts) or an empty list. */

/** One element of RequiredModules or NestedModules: a bare name or a hashtable. */
export interface ModuleSpecification {
  readonly name: string;
  /** Minimum version (`ModuleVersion`). */
  readonly moduleVersion?: string;
  readonly requiredVersion?: string;
  readonly maximumVersion?: string;
  readonly guid?: string;
}

/**
 * One of the *ToExport keys. `isExplicit` is false when the key is absent, dynamic or holds a wildcard: the
 * list is then known only from the code.
 */
export interface ExportList {
  readonly isExplicit: boolean;
  /** Names without wildcards, in the order of the manifest. */
  readonly names: readonly string[];
  /** What else may be exported: `*` where the manifest says nothing that is constant. Empty when it is explicit. */
  readonly patterns: readonly string[];
}

export interface ModuleManifest {
  /** Path of the .psd1 inside the package. */
  readonly path: string;
  readonly moduleVersion: string;
  /** The label without its leading hyphen, or undefined. */
  readonly prerelease: string | undefined;
  readonly guid: string | undefined;
  readonly author: string | undefined;
  readonly companyName: string | undefined;
  readonly copyright: string | undefined;
  readonly description: string | undefined;
  readonly rootModule: string | undefined;
  readonly powerShellVersion: string | undefined;
  readonly powerShellHostVersion: string | undefined;
  readonly dotNetFrameworkVersion: string | undefined;
  readonly clrVersion: string | undefined;
  readonly processorArchitecture: string | undefined;
  /** `Desktop`, `Core`, as written; empty when the manifest names none. */
  readonly compatiblePSEditions: readonly string[];
  readonly requiredModules: readonly ModuleSpecification[];
  readonly nestedModules: readonly ModuleSpecification[];
  readonly requiredAssemblies: readonly string[];
  readonly functionsToExport: ExportList;
  readonly cmdletsToExport: ExportList;
  readonly aliasesToExport: ExportList;
  readonly dscResourcesToExport: ExportList;
  readonly defaultCommandPrefix: string | undefined;
  readonly helpInfoUri: string | undefined;
  readonly fileList: readonly string[];
  readonly tags: readonly string[];
  readonly licenseUri: string | undefined;
  readonly projectUri: string | undefined;
  readonly iconUri: string | undefined;
  readonly releaseNotes: string | undefined;
  readonly requireLicenseAcceptance: boolean;
  readonly externalModuleDependencies: readonly string[];
}
