/**
 * What two versions of a package are compared by, as api/packages/<id>/<version>.json: the pages are made from it, and
 * a browser compares any two with it.
 */
import type { Nupkg } from './nupkg.ts';
import { summarizePackage } from './package-summary.ts';
import { authorTags, packageTags } from './package-tags.ts';
import type { VersionDocs } from './version-docs.ts';

export interface VersionFacts {
  readonly id: string;
  /** As its author wrote it. */
  readonly version: string;
  readonly commands: readonly CommandFacts[];
  /** Metadata by the words that readers see. */
  readonly metadata: Readonly<Record<string, string>>;
  /** In code point order of their paths; the nuspec, which always differs, left out. */
  readonly files: readonly FileFacts[];
}

export interface CommandFacts {
  readonly kind: string;
  readonly name: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly type: string | null;
    readonly isMandatory: boolean;
  }[];
}

export interface FileFacts {
  readonly path: string;
  /** Unpacked. */
  readonly sizeBytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

export function versionFacts(
  nupkg: Nupkg,
  { docs, hashes }: Pick<VersionDocs, 'docs' | 'hashes'>,
): VersionFacts {
  return {
    id: nupkg.nuspec.id,
    version: nupkg.nuspec.version,
    commands: docs.commands.map(({ kind, name, help }) => ({
      kind,
      name,
      parameters: (help?.parameters ?? []).map((parameter) => ({
        name: parameter.name,
        type: parameter.type ?? null,
        isMandatory: parameter.isMandatory,
      })),
    })),
    metadata: metadataOf(nupkg),
    files: nupkg.files
      .filter(({ path }) => !path.endsWith('.nuspec'))
      .map(({ path, sizeBytes }) => ({ path, sizeBytes, sha256: hashes[path] ?? '' })),
  };
}

function metadataOf(nupkg: Nupkg): Readonly<Record<string, string>> {
  const summary = summarizePackage(nupkg);
  return {
    Description: summary.description,
    Author: summary.authors,
    Company: summary.companyName ?? '',
    'Lowest PowerShell version': summary.powerShellVersion ?? '',
    Editions: summary.compatiblePSEditions.join(', '),
    Dependencies: nupkg.nuspec.dependencies.map(({ id, range }) => `${id} ${range}`.trim()).join(', '),
    Tags: authorTags(packageTags(nupkg)).join(', '),
    Licence: summary.licenseUrl ?? '',
    Project: summary.projectUrl ?? '',
    Copyright: summary.copyright ?? '',
    GUID: summary.guid ?? '',
    Kind: nupkg.content.kind,
  };
}
