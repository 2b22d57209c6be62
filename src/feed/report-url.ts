/** Where a reader reports a package: the form of the gallery's repository, else the package's page. */
import type { Gallery } from '../domain/gallery.ts';
import { type FeedUrls, packagePagePath } from './urls.ts';

export function reportUrl(gallery: Gallery, urls: FeedUrls, id: string): string {
  const { repository } = gallery.settings;
  return repository === undefined
    ? urls.absolute(packagePagePath(id))
    : `https://github.com/${repository}/issues/new?template=report.yml&title=${encodeURIComponent(`Report: ${id}`)}&package-id=${encodeURIComponent(id)}`;
}
