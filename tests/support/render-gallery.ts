/** All files of a gallery's feed, as a build would write them. */
import type { Gallery } from '../../src/domain/gallery.ts';
import type { OutputFile } from '../../src/domain/output-file.ts';
import { feedRenderer } from '../../src/feed/render-feed.ts';
import { type StaticSite, staticSite } from './static-site.ts';

export const SITE_URL = 'https://host.example/repo/';

export function renderGallery(gallery: Gallery, siteUrl: string = SITE_URL): readonly OutputFile[] {
  const renderer = feedRenderer(gallery, siteUrl);
  const files = [...renderer.shared(), ...gallery.packages.flatMap((owner) => renderer.ofPackage(owner))];
  // How a listing is cut into parts is nobody's business but the writer's.
  return files.map((file) =>
    file.kind === 'listing' ? { ...file, kind: 'text', text: file.parts.join('') } : file,
  );
}

export function serveInMemory(gallery: Gallery, siteUrl: string = SITE_URL): StaticSite {
  return staticSite(renderGallery(gallery, siteUrl), siteUrl);
}
