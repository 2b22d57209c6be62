/**
 * Serves a built gallery as GitHub Pages does: queries are ignored, paths are case-sensitive, `X.html` also
 * answers `X`, `dir` redirects to `dir/`. What works here works there, so the tests of real clients use it.
 */
import { realpathSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { parseByteRange } from '../byte-range.ts';
import { contentTypeOf, isCompressedType } from '../content-type.ts';
import { isStillFresh, validatorsOf } from '../freshness.ts';
import type { RequestLogEntry } from '../request-log.ts';
import { parseBase, parseStaticPath } from '../static-path.ts';
import { openStaticFile, type StaticFile } from './static-file.ts';

export interface StaticHostOptions {
  /** The folder of the built site. */
  readonly root: string;
  /** Where the site lives on the host, with slashes at both ends; `/` when absent. */
  readonly base?: string;
  readonly log?: (entry: RequestLogEntry) => void;
  /** What is sent in place of the text of a JSON file; for a site that is tried out at another address than its own. */
  readonly rewriteJson?: (text: string) => string;
}

interface Site {
  readonly realRoot: string;
  readonly base: string;
  readonly rewriteJson: StaticHostOptions['rewriteJson'];
}

/** GitHub Pages lets caches keep everything for ten minutes. */
const CACHE_SECONDS = 600;

/**
 * A server that does not listen yet: the caller chooses host and port.
 * @throws when `root` is no folder that can be read, RangeError when `base` has no slashes at its ends
 */
export function createStaticHost(options: StaticHostOptions): Server {
  const site: Site = {
    realRoot: realpathSync(options.root),
    base: parseBase(options.base ?? '/'),
    rewriteJson: options.rewriteJson,
  };
  return createServer((request, response) => {
    if (options.log) logWhenDone(request, response, options.log);
    answer(request, response, site).catch((error: unknown) => {
      // A client that went away is no failure of the server.
      if (response.destroyed) return;
      if (response.headersSent) response.destroy();
      else sendText(response, 500, `The file could not be read: ${String(error)}`);
    });
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { realRoot, base, rewriteJson }: Site,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return sendText(response, 405, 'A static host answers only GET and HEAD.');
  }
  const path = parseStaticPath(request.url ?? '/', base);
  switch (path.kind) {
    case 'malformed':
      return sendText(response, 400, 'This address cannot be decoded.');
    case 'absent':
      return sendNotFound(request, response, realRoot);
    case 'redirect':
      return sendRedirect(response, path.location);
    case 'candidates': {
      for (const candidate of path.files) {
        const file = await openStaticFile(realRoot, candidate);
        if (file && rewriteJson && /\.json$/i.test(file.path))
          return sendRewritten(request, response, file, rewriteJson);
        if (file) return sendFile(request, response, file);
      }
      const index = path.folder && (await openStaticFile(realRoot, path.folder.indexFile));
      if (!path.folder || !index) return sendNotFound(request, response, realRoot);
      await index.handle.close();
      return sendRedirect(response, path.folder.location);
    }
    default:
      return path satisfies never;
  }
}

async function sendFile(request: IncomingMessage, response: ServerResponse, file: StaticFile): Promise<void> {
  const { headers } = request;
  const validators = validatorsOf(file);
  const contentType = contentTypeOf(file.path);
  const isGzip = isCompressedType(contentType) && acceptsGzip(headers['accept-encoding']);
  response.setHeader('Cache-Control', `max-age=${CACHE_SECONDS}`);
  response.setHeader('ETag', isGzip ? `W/${validators.etag}` : validators.etag);
  response.setHeader('Last-Modified', new Date(validators.modifiedAtSeconds * 1000).toUTCString());
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Vary', 'Accept-Encoding');

  const held = {
    ifNoneMatch: headers['if-none-match'],
    ifModifiedSince: headers['if-modified-since'],
  };
  if (isStillFresh(held, validators)) {
    response.writeHead(304).end();
    return file.handle.close();
  }
  response.setHeader('Content-Type', contentType);
  if (isGzip) {
    response.writeHead(200, { 'Content-Encoding': 'gzip' });
    return sendBody(request, response, file);
  }
  const ifRange = headers['if-range'];
  const isRangeCurrent = ifRange === undefined || ifRange === validators.etag;
  const range = parseByteRange(isRangeCurrent ? headers.range : undefined, file.sizeBytes);
  response.setHeader('Accept-Ranges', 'bytes');
  switch (range.kind) {
    case 'unsatisfiable':
      response.writeHead(416, { 'Content-Range': `bytes */${file.sizeBytes}` }).end();
      return file.handle.close();
    case 'range':
      response.writeHead(206, {
        'Content-Range': `bytes ${range.start}-${range.end}/${file.sizeBytes}`,
        'Content-Length': range.end - range.start + 1,
      });
      return sendBody(request, response, file, { start: range.start, end: range.end });
    case 'whole':
      response.writeHead(200, { 'Content-Length': file.sizeBytes });
      return sendBody(request, response, file);
    default:
      return range satisfies never;
  }
}

async function sendRewritten(
  request: IncomingMessage,
  response: ServerResponse,
  file: StaticFile,
  rewrite: (text: string) => string,
): Promise<void> {
  const text = await file.handle.readFile('utf8').finally(() => file.handle.close());
  response.writeHead(200, { 'Content-Type': contentTypeOf(file.path) });
  response.end(request.method === 'HEAD' ? undefined : rewrite(text));
}

/** From disk to client without holding the file in memory. The stream closes the handle. */
async function sendBody(
  request: IncomingMessage,
  response: ServerResponse,
  file: StaticFile,
  range?: { readonly start: number; readonly end: number },
): Promise<void> {
  if (request.method === 'HEAD') {
    response.end();
    return file.handle.close();
  }
  const body = file.handle.createReadStream(range ?? {});
  if (response.getHeader('Content-Encoding') === 'gzip') await pipeline(body, createGzip(), response);
  else await pipeline(body, response);
}

async function sendNotFound(
  request: IncomingMessage,
  response: ServerResponse,
  realRoot: string,
): Promise<void> {
  const page = await openStaticFile(realRoot, '404.html');
  if (!page) return sendText(response, 404, 'There is no such file on this site.');
  response.writeHead(404, {
    'Content-Type': contentTypeOf(page.path),
    'Content-Length': page.sizeBytes,
    'Access-Control-Allow-Origin': '*',
  });
  return sendBody(request, response, page);
}

function sendRedirect(response: ServerResponse, location: string): void {
  response.setHeader('Location', location);
  sendText(response, 301, `Moved to ${location}`);
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(`${text}\n`);
}

function acceptsGzip(header: string | string[] | undefined): boolean {
  const codings = String(header ?? '')
    .toLowerCase()
    .split(',');
  return codings.some((coding) => {
    const [name, quality = 'q=1'] = coding.split(';').map((part) => part.trim());
    return name === 'gzip' && Number(quality.replace(/^q=/, '')) > 0;
  });
}

function logWhenDone(
  request: IncomingMessage,
  response: ServerResponse,
  log: (entry: RequestLogEntry) => void,
): void {
  const startedAtMs = performance.now();
  const sentBefore = request.socket.bytesWritten;
  response.once('close', () => {
    log({
      method: request.method ?? '',
      target: request.url ?? '',
      status: response.statusCode,
      sentBytes: request.socket.bytesWritten - sentBefore,
      durationMs: performance.now() - startedAtMs,
      userAgent: request.headers['user-agent'],
    });
  });
}
