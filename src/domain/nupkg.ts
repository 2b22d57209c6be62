/** One opened archive: what its nuspec and its manifest or script header say, and what files it holds. */
import type { ModuleManifest } from './module-manifest.ts';
import type { Nuspec } from './nuspec.ts';
import type { PackageCommand } from './package-commands.ts';
import type { PackageHash } from './package-hash.ts';
import type { ScriptFileInfo } from './script-file-info.ts';

export type PackageContent =
  | { readonly kind: 'module'; readonly manifest: ModuleManifest }
  | { readonly kind: 'script'; readonly info: ScriptFileInfo };

export type PackageKind = PackageContent['kind'];

/** A file of the package itself: the parts that only the container format needs ([Content_Types].xml, _rels/, package/) are left out. */
export interface NupkgFile {
  /** With `/` between folders, unescaped. */
  readonly path: string;
  /** Unpacked. */
  readonly sizeBytes: number;
}

export interface Nupkg {
  readonly sha512: PackageHash;
  /** Of the whole archive as stored. */
  readonly sizeBytes: number;
  readonly nuspec: Nuspec;
  /** The nuspec as it stands in the archive: the flat container serves it verbatim. */
  readonly nuspecText: string;
  readonly content: PackageContent;
  /** In code point order of their paths. */
  readonly files: readonly NupkgFile[];
  /** In the order of the manifest, then of the code. */
  readonly commands: readonly PackageCommand[];
}
