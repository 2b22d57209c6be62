/** A built gallery behind the static host, on a free port, as a real client would reach it. */
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { createStaticHost } from '../../src/gateway/node/static-host.ts';
import type { RequestLogEntry } from '../../src/gateway/request-log.ts';

export interface ServedGallery {
  /** With base and trailing slash: `http://127.0.0.1:40123/repo/` */
  readonly url: string;
  /** Grows while the gallery is served, in the order in which requests were finished. */
  readonly requests: readonly RequestLogEntry[];
  readonly close: () => Promise<void>;
}

/** @param dist  the built site; build it with the same `base`, since some addresses in a feed are absolute */
export async function serveGallery(
  dist: string,
  options: { readonly base?: string; readonly port?: number } = {},
): Promise<ServedGallery> {
  const base = options.base ?? '/';
  const requests: RequestLogEntry[] = [];
  const server = createStaticHost({ root: dist, base, log: (entry) => requests.push(entry) });
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${base}`,
    requests,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      // Clients keep connections open; waiting for them would hold up the test.
      server.closeAllConnections();
      await closed;
    },
  };
}

/** A port that was free a moment ago, for feeds that must know their own address before they are built. */
export async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
