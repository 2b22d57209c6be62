/** Whether the nuspec, and the manifest or script beside it, speak of one and the same version. */
import type { Finding } from '../domain/finding.ts';
import {
  compareNuGetVersions,
  isPrerelease,
  type NuGetVersion,
  parseNuGetVersion,
} from '../domain/nuget-version.ts';
import type { PackageContent } from '../domain/nupkg.ts';
import type { Nuspec } from '../domain/nuspec.ts';
import { findingOf } from '../domain/rule.ts';
import { idMismatch } from '../rules/id-mismatch.ts';
import { versionGrammar } from '../rules/version-grammar.ts';
import { versionMismatch } from '../rules/version-mismatch.ts';
import { versionPrerelease } from '../rules/version-prerelease.ts';

export function checkContentVersion(
  nuspec: Nuspec,
  content: PackageContent,
  file: string,
): readonly Finding[] {
  const findings: Finding[] = [];
  const path = content.kind === 'module' ? content.manifest.path : content.info.path;
  const inner = content.kind === 'module' ? manifestVersion(content.manifest) : content.info.version;
  const stem = path.replace(/\.[^.]+$/, '');
  if (stem !== nuspec.id) {
    findings.push(findingOf(idMismatch, { file, entry: path }, { nuspec: nuspec.id, found: path }));
  }
  const place = { file, entry: nuspec.path };
  const outer = parseNuGetVersion(nuspec.version);
  if (!outer.ok) {
    return [...findings, findingOf(versionGrammar, place, { version: nuspec.version })];
  }
  // Of the nuspec alone: clients install by it what they would refuse to publish of the manifest.
  if (isPrerelease(outer.value) && !isPowerShellPrerelease(outer.value)) {
    findings.push(findingOf(versionPrerelease, place, { version: nuspec.version }));
  }
  const other = parseNuGetVersion(inner);
  // Publish-PSResource normalises the version, so 1.0 in the manifest may be 1.0.0 in the nuspec.
  if (!other.ok || compareNuGetVersions(outer.value, other.value) !== 0) {
    findings.push(findingOf(versionMismatch, { file, entry: path }, { nuspec: nuspec.version, inner, path }));
  }
  return findings;
}

/** ModuleVersion and the label of PSData.Prerelease, as Publish-Module joins them. */
export function manifestVersion(manifest: {
  readonly moduleVersion: string;
  readonly prerelease: string | undefined;
}): string {
  return manifest.prerelease === undefined
    ? manifest.moduleVersion
    : `${manifest.moduleVersion}-${manifest.prerelease}`;
}

/**
 * Three parts, and letters and digits only, without +metadata: the one form that both PowerShell clients take. A label that
 * is a number with a zero before it is none to SemVer, and PSResourceGet asks for the version without it.
 */
function isPowerShellPrerelease({ partCount, original }: NuGetVersion): boolean {
  return partCount === 3 && /^[^-]*-(?!0\d+$)[0-9A-Za-z]+$/.test(original);
}
