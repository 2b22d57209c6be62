/** The gateway over a gallery in memory, as the replays of clients ask it. */
import type { ClientFetch } from './client-fetch.ts';
import type { makeGallery } from './make-gallery.ts';

export interface GatewayGallery {
  /** Ends in `/`; V2 is at `api/v2` below it. */
  readonly siteUrl: string;
  /** Answers downloads of packages too, with any bytes, for the packages have none. */
  readonly fetch: ClientFetch;
}

export function gatewayFetch(_packages: Parameters<typeof makeGallery>[0]): GatewayGallery {
  throw new Error('not there yet');
}
