/** The gateway over a gallery in memory, as the replays of clients ask it. */
import { createGateway } from '../../src/gateway/gateway.ts';
import { createScanTurns } from '../../src/gateway/scan-turns.ts';
import { v2Answers } from '../../src/gateway/v2/v2-answers.ts';
import { v3Answers } from '../../src/gateway/v3/v3-answers.ts';
import type { ClientFetch } from './client-fetch.ts';
import { catalogueOf } from './gateway-catalogue.ts';
import { makeGallery } from './make-gallery.ts';
import { memoryAssets } from './memory-assets.ts';
import { renderGallery, SITE_URL } from './render-gallery.ts';

export interface GatewayGallery {
  /** Ends in `/`; V2 is at `api/v2` below it. */
  readonly siteUrl: string;
  /** Answers downloads of packages too, with any bytes, for the packages have none. */
  readonly fetch: ClientFetch;
}

export function gatewayFetch(packages: Parameters<typeof makeGallery>[0]): GatewayGallery {
  const gallery = makeGallery(packages);
  const catalogue = catalogueOf(gallery);
  const files = renderGallery(gallery).map((file): [string, string] => [
    file.path,
    file.kind === 'text' ? file.text : 'the bytes of a package',
  ]);
  const assets = memoryAssets(Object.fromEntries(files));
  const current = () => Promise.resolve(catalogue);
  const turns = createScanTurns(() => 0);
  const gateway = createGateway({
    assets,
    base: new URL(SITE_URL).pathname,
    v2: v2Answers({ catalogue: current, assets, turns }),
    v3: v3Answers({ catalogue: current, assets, takesPushes: true, turns }),
    isReady: () => ({ ready: true }),
    now: () => 0,
    newRequestId: () => 'request',
  });
  return { siteUrl: SITE_URL, fetch: (url, init) => gateway.fetch(new Request(url, init)) };
}
