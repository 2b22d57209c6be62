/** A gallery on a port of this machine whose single answers a test can replace: what a broken or hostile host sends. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { PackageHash } from '../../src/domain/package-hash.ts';
import { makeGallery } from './make-gallery.ts';
import { renderGallery } from './render-gallery.ts';
import { type StaticSite, staticSite } from './static-site.ts';

export const BLOB = Buffer.from('the bytes of a package');
const SHA512 = createHash('sha512').update(BLOB).digest('base64') as PackageHash;

export interface LiveGallery {
  /** With base and trailing slash. */
  readonly url: string;
  /** The list of versions as it is sent when it is not replaced. */
  readonly listText: string;
}

/** A text is sent with status 200; undefined is not found. */
export type Replacement = string | undefined | RequestListener;

/** @param replaced  by paths below the site, without query */
export async function serveLive(replaced: Readonly<Record<string, Replacement>> = {}): Promise<LiveGallery> {
  let site: StaticSite | undefined;
  const url = await listen((request, response) => {
    const address = new URL(request.url ?? '/', url);
    const path = decodeURIComponent(address.pathname).slice('/repo/'.length);
    if (Object.hasOwn(replaced, path)) {
      const replacement = replaced[path];
      if (typeof replacement === 'function') return replacement(request, response);
      response.writeHead(replacement === undefined ? 404 : 200).end(replacement ?? '');
      return;
    }
    if (path === '') return void response.writeHead(200).end('<!doctype html><title>Home</title>');
    const file = site?.get(`${url}${path}`);
    if (file?.kind === 'text') response.writeHead(200).end(file.text);
    else if (file?.kind === 'blob') response.writeHead(200).end(BLOB);
    else response.writeHead(404).end();
  });
  site = staticSite(renderGallery(gallery(), url), url);
  return { url, listText: site.text(`${url}api/versions.json`) };
}

/** @returns the address of the server with `/repo/`; it is stopped when the test is over */
export async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/repo/`;
}

function gallery() {
  const bytes = { sha512: SHA512, sizeBytes: BLOB.length };
  return makeGallery([
    {
      id: 'Contoso.Tools',
      versions: [
        { version: '1.0.0', ...bytes },
        { version: '1.1.0', ...bytes },
      ],
    },
    { id: 'Contoso.Script', kind: 'script' },
  ]);
}
