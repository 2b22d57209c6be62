/** What the PSScriptInfo comment and the help block of a script say. A blank value is undefined or an empty list. */
import type { ModuleSpecification } from './module-manifest.ts';

export interface ScriptFileInfo {
  /** Path of the .ps1 inside the package. */
  readonly path: string;
  /** With its prerelease label, e.g. `1.2.0-beta`. */
  readonly version: string;
  readonly guid: string | undefined;
  readonly author: string | undefined;
  readonly companyName: string | undefined;
  readonly copyright: string | undefined;
  /** The .DESCRIPTION of the script's help block. */
  readonly description: string | undefined;
  readonly synopsis: string | undefined;
  readonly tags: readonly string[];
  readonly licenseUri: string | undefined;
  readonly projectUri: string | undefined;
  readonly iconUri: string | undefined;
  readonly externalModuleDependencies: readonly string[];
  readonly requiredScripts: readonly ModuleSpecification[];
  readonly externalScriptDependencies: readonly string[];
  readonly releaseNotes: string | undefined;
  readonly privateData: string | undefined;
  /** From `#Requires -Modules`. */
  readonly requiredModules: readonly ModuleSpecification[];
  /** From `#Requires -Version`. */
  readonly powerShellVersion: string | undefined;
  /** From `#Requires -PSEdition`. */
  readonly compatiblePSEditions: readonly string[];
  /** From `#Requires -RunAsAdministrator`. */
  readonly isElevationRequired: boolean;
  /** Names of the functions that the script defines at its top level. */
  readonly functions: readonly string[];
  /** Names of the workflows that the script defines at its top level. */
  readonly workflows: readonly string[];
}
