/** What is said of an index: its parts as makeIndexParts gives them, with one thing changed. */
import type { Finding } from '../../src/domain/finding.ts';
import type { GallerySettingsInput } from '../../src/domain/gallery-settings.ts';
import { type IndexParts, readGallery } from '../../src/read/gallery.ts';
import { makeIndexParts, type PackageSpec } from './make-gallery.ts';

export function indexFindings(
  packages: readonly PackageSpec[],
  change: (parts: IndexParts) => Partial<IndexParts> = () => ({}),
  settings: Partial<GallerySettingsInput> = {},
): readonly Finding[] {
  const parts = makeIndexParts(packages, settings);
  return readGallery({ ...parts, ...change(parts) }).findings;
}
