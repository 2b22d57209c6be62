/** Which files of a package have a page of their own: text that people read, of the version that is shown. */
import type { PackageVersion } from '../domain/gallery.ts';
import type { NupkgFile } from '../domain/nupkg.ts';

const TEXT =
  /(?:^|\/)[^/]*\.(?:ps1|psm1|psd1|ps1xml|psrc|pssc|cdxml|mof|md|txt|json|xml|xaml|ya?ml|cs|csv|ini|config|html?|css|js|ts|sh|bat|cmd|sql|toml|editorconfig|nuspec|svg)$|(?:^|\/)(?:licen[sc]e|readme|changelog|copying|notice)$/i;
const MAX_BYTES = 256 * 1024;
/** Of one package, so that a module of two thousand files stays a module and not a web site of its own. */
const MAX_PAGES = 400;
/** Characters that are awkward in addresses or in names of folders somewhere. */
const PLAIN_PATH = /^[\p{L}\p{N}_.@ ()+,\-/]+$/u;

const known = new WeakMap<PackageVersion, ReadonlyMap<string, NupkgFile>>();

export function filesWithPages(item: PackageVersion): readonly NupkgFile[] {
  return [...pagesOf(item).values()];
}

/** A module of a thousand files has a page for their list. */
const MOST_ON_PACKAGE_PAGE = 200;

export function hasFilesPage({ nupkg }: PackageVersion): boolean {
  return nupkg.files.length > MOST_ON_PACKAGE_PAGE;
}

export function filePage(item: PackageVersion, path: string): NupkgFile | undefined {
  return pagesOf(item).get(path);
}

/** Asked for on every page of a package. */
function pagesOf(item: PackageVersion): ReadonlyMap<string, NupkgFile> {
  const found = known.get(item);
  if (found) return found;
  const files = item.nupkg.files
    .filter(
      ({ path, sizeBytes }) =>
        TEXT.test(path) && PLAIN_PATH.test(path) && sizeBytes > 0 && sizeBytes <= MAX_BYTES,
    )
    .slice(0, MAX_PAGES);
  const made = new Map(files.map((file) => [file.path, file]));
  known.set(item, made);
  return made;
}

/** What a file is that is not shown. */
export function binaryKind(path: string): string | undefined {
  switch (path.slice(path.lastIndexOf('.') + 1).toLowerCase()) {
    case 'dll':
      return '.NET assembly or native library';
    case 'exe':
      return 'program';
    case 'png':
    case 'jpg':
    case 'jpeg':
    case 'gif':
    case 'ico':
    case 'bmp':
    case 'webp':
      return 'picture';
    case 'zip':
    case 'gz':
    case '7z':
    case 'cab':
    case 'nupkg':
      return 'archive';
    case 'pdb':
      return 'debug symbols';
    case 'cat':
      return 'signed catalogue';
    case 'snk':
    case 'pfx':
    case 'cer':
      return 'key or certificate';
    case 'so':
    case 'dylib':
      return 'native library';
    default:
      return undefined;
  }
}
