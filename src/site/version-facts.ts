/**
 * What two versions of a package are compared by, as api/packages/<id>/<version>.json: the pages are made from it, and
 * a browser compares any two with it.
 */
import type { PackageVersion } from '../domain/gallery.ts';
import { summarizePackage } from '../domain/package-summary.ts';
import type { VersionDocs } from '../domain/version-docs.ts';
import { authorTags } from './package-view.ts';

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

export function versionFacts(item: PackageVersion, { docs, hashes }: VersionDocs): VersionFacts {
  return {
    id: item.id,
    version: item.version.original,
    commands: docs.commands.map(({ kind, name, help }) => ({
      kind,
      name,
      parameters: (help?.parameters ?? []).map((parameter) => ({
        name: parameter.name,
        type: parameter.type ?? null,
        isMandatory: parameter.isMandatory,
      })),
    })),
    metadata: metadataOf(item),
    files: item.nupkg.files
      .filter(({ path }) => !path.endsWith('.nuspec'))
      .map(({ path, sizeBytes }) => ({ path, sizeBytes, sha256: hashes[path] ?? '' })),
  };
}

function metadataOf(item: PackageVersion): Readonly<Record<string, string>> {
  const summary = summarizePackage(item.nupkg);
  return {
    Description: summary.description,
    Author: summary.authors,
    Company: summary.companyName ?? '',
    'Lowest PowerShell version': summary.powerShellVersion ?? '',
    Editions: summary.compatiblePSEditions.join(', '),
    Dependencies: item.nupkg.nuspec.dependencies.map(({ id, range }) => `${id} ${range}`.trim()).join(', '),
    Tags: authorTags(item).join(', '),
    Licence: summary.licenseUrl ?? '',
    Project: summary.projectUrl ?? '',
    Copyright: summary.copyright ?? '',
    GUID: summary.guid ?? '',
    Kind: item.kind,
  };
}
