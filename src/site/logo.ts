/** The picture that stands before the gallery's name: a file beside gallery.yaml. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GalleryError } from '../domain/gallery-error.ts';

const MAX_BYTES = 64 * 1024;

/** In an SVG that is opened by itself, these would run in the name of the site. */
const ACTIVE =
  /<\s*(?:script|foreignObject|iframe|embed|object|handler)\b|\son\w+\s*=|javascript:|<!DOCTYPE|<!ENTITY/i;

/**
 * @param name  that of gallery.yaml's `site.logo`: a file name without folders
 * @throws GalleryError when it is not there, is larger than 64 KiB, or holds more than a picture
 */
export async function readLogo(indexDir: string, name: string): Promise<Uint8Array> {
  const path = join(indexDir, name);
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes) {
    throw new GalleryError(
      'LOGO_ABSENT',
      `gallery.yaml names the logo ${name}, and ${path} is not there.`,
      'Put the file beside gallery.yaml, or leave out site.logo.',
    );
  }
  if (bytes.length > MAX_BYTES) {
    throw new GalleryError(
      'LOGO_LARGE',
      `${path} is of ${bytes.length} bytes; a logo may be of ${MAX_BYTES}, since every page shows it.`,
      'Make it smaller: it is shown some 28 pixels high.',
    );
  }
  const isSvg = name.endsWith('.svg');
  const isPicture = isSvg
    ? /<svg\b/.test(bytes.toString('utf8')) && !ACTIVE.test(bytes.toString('utf8'))
    : bytes.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47]));
  if (!isPicture) {
    throw new GalleryError(
      'LOGO_NOT_A_PICTURE',
      isSvg
        ? `${path} is no SVG, or holds scripts, event handlers, foreign content or a DOCTYPE.`
        : `${path} is no PNG.`,
      isSvg ? 'Export it as plain SVG, without scripts.' : 'Export it as PNG.',
    );
  }
  return bytes;
}
