/**
 * The picture of a package: its own icon file, decoded and encoded anew so that nothing hides in it, or a tile with its
 * letter in a colour that its name gives.
 */
import sharp from 'sharp';
import type { PackageVersion } from '../domain/gallery.ts';
import { rootFile } from '../domain/package-files.ts';
import type { SiteContext } from './gallery-context.ts';

const ICON_NAMES = ['icon.png', 'icon.jpg', 'icon.jpeg'];
const MAX_ICON_BYTES = 1024 * 1024;
const SIZE = 128;

/** PNG of 128 × 128, or undefined when the package has none that can be shown. */
export async function packageIcon(
  item: PackageVersion,
  context: SiteContext,
): Promise<Uint8Array | undefined> {
  const path = iconPath(item);
  if (path === undefined) return undefined;
  const bytes = await context.readBlobEntry(item.blobName, path);
  if (!isPngOrJpeg(bytes)) return undefined;
  try {
    return await sharp(bytes, { limitInputPixels: 4096 * 4096 })
      .resize(SIZE, SIZE, { fit: 'contain', background: { r: 0, g: 0, b: 0, alpha: 0 } })
      .png({ compressionLevel: 9 })
      .toBuffer();
  } catch {
    // Damaged: shown as if it had none.
    return undefined;
  }
}

/** Path of the icon inside the package. */
export function iconPath({ nupkg }: PackageVersion): string | undefined {
  const path = rootFile(nupkg, ICON_NAMES);
  const file = nupkg.files.find((other) => other.path === path);
  return file && file.sizeBytes <= MAX_ICON_BYTES ? path : undefined;
}

function isPngOrJpeg(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  return (a === 0x89 && b === 0x50 && c === 0x4e && d === 0x47) || (a === 0xff && b === 0xd8 && c === 0xff);
}
