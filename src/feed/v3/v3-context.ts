/** What every V3 document is made from. */
import type { Gallery } from '../../domain/gallery.ts';
import type { FeedUrls } from '../urls.ts';

export interface V3Context {
  readonly gallery: Gallery;
  readonly urls: FeedUrls;
}
