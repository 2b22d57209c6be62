/** The issue form of the gallery's repository: where people who own packages, or look after the gallery, are reached. */
import type { GallerySettings } from '../domain/gallery-settings.ts';

/** @returns undefined for a gallery that names no repository */
export function issueForm(settings: GallerySettings, title: string): string | undefined {
  const { repository } = settings;
  if (repository === undefined) return undefined;
  return `https://github.com/${repository}/issues/new?title=${encodeURIComponent(title)}`;
}
