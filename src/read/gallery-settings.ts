/** gallery.yaml → GallerySettings. */
import type { Place } from '../domain/finding.ts';
import { type GallerySettings, gallerySettingsSchema } from '../domain/gallery-settings.ts';
import type { Reading } from '../domain/reading.ts';
import { readYaml } from './yaml-document.ts';

export function readGallerySettings(text: string, place: Place): Reading<GallerySettings> {
  return readYaml(text, gallerySettingsSchema, place);
}
