/** A catalogue as a build would write it and a gateway would read it, of a gallery in memory. */
import type { Gallery } from '../../src/domain/gallery.ts';
import { renderCatalogue } from '../../src/feed/api/catalogue.ts';
import { feedUrls } from '../../src/feed/urls.ts';
import type { Catalogue } from '../../src/gateway/catalogue/catalogue.ts';
import { readCatalogue } from '../../src/gateway/catalogue/read-catalogue.ts';
import { SITE_URL } from './render-gallery.ts';

export function catalogueBytes(gallery: Gallery, siteUrl: string = SITE_URL): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(renderCatalogue(gallery, feedUrls(siteUrl)).parts.join(''));
}

export function catalogueOf(gallery: Gallery, siteUrl: string = SITE_URL): Catalogue {
  return readCatalogue(catalogueBytes(gallery, siteUrl), 'mark');
}
