/**
 * One way to ask a module's manifest and a script's header the same questions. Where the nuspec and the
 * manifest both answer, the nuspec counts for what publishing may override (licence, project, icon, notes).
 */
import type { ModuleSpecification } from './module-manifest.ts';
import type { Nupkg } from './nupkg.ts';

export interface PackageSummary {
  readonly description: string;
  readonly authors: string;
  readonly companyName: string | undefined;
  readonly copyright: string | undefined;
  readonly guid: string | undefined;
  readonly releaseNotes: string | undefined;
  readonly licenseUrl: string | undefined;
  readonly projectUrl: string | undefined;
  readonly iconUrl: string | undefined;
  readonly requireLicenseAcceptance: boolean;
  readonly powerShellVersion: string | undefined;
  readonly compatiblePSEditions: readonly string[];
  readonly requiredModules: readonly ModuleSpecification[];
}

export function summarizePackage(nupkg: Nupkg): PackageSummary {
  const { nuspec, content } = nupkg;
  const inner = content.kind === 'module' ? content.manifest : content.info;
  return {
    description: nuspec.description ?? inner.description ?? '',
    authors: nuspec.authors ?? inner.author ?? '',
    companyName: inner.companyName ?? nuspec.owners,
    copyright: nuspec.copyright ?? inner.copyright,
    guid: inner.guid,
    releaseNotes: nuspec.releaseNotes ?? inner.releaseNotes,
    licenseUrl: nuspec.licenseUrl ?? inner.licenseUri,
    projectUrl: nuspec.projectUrl ?? inner.projectUri,
    iconUrl: nuspec.iconUrl ?? inner.iconUri,
    requireLicenseAcceptance: nuspec.requireLicenseAcceptance,
    powerShellVersion: inner.powerShellVersion,
    compatiblePSEditions: inner.compatiblePSEditions,
    requiredModules: inner.requiredModules,
  };
}
