/**
 * The gateway on a port. The adapter between node:http and the Web's Request and Response is our own: @hono/node-server drops
 * the reason phrase, which is all that NuGet's clients show of a refusal, tells clients the messages of errors, and leaves
 * what a client is still sending to chance.
 */
import {
  createServer as createHttpServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttpsServer, type Server as HttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Gateway, SentAnswer } from '../parts.ts';
import { clientAddress, clientOrigin } from './client-address.ts';
import { compressAnswers } from './compress-answers.ts';
import { limitConnections } from './connection-limit.ts';
import { toRequest } from './incoming-request.ts';
import { sendResponse } from './send-response.ts';
import { SERVER_LIMITS, type ServerLimits } from './server-limits.ts';
import { readTlsFiles, type TlsFiles } from './tls-files.ts';

const DISCARD_CHECK_MS = 200;
const IDLE_CHECK_MS = 50;
/** These are answered at once, so that nobody need know whether their client is still there. */
const READING = ['GET', 'HEAD'];

export interface GatewayServerOptions {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly tls?: TlsFiles;
  /** The server stands behind one proxy that sets X-Forwarded-For, -Proto and -Host itself. */
  readonly trustsProxy?: boolean;
  readonly limits?: Partial<ServerLimits>;
  /** Told of an answer that broke off because its source failed; that its client left is no failure. */
  readonly reportFailure?: (error: unknown) => void;
  /** Told of an address that has as many connections as one may have, when it wants more. */
  readonly reportCrowd?: (address: string, connections: number) => void;
}

export interface RunningServer {
  readonly port: number;
  /** Takes certificate and key from their files again. @throws GalleryError, and goes on with the old ones */
  readonly reloadTls: () => void;
  /** Takes no more connections and resolves when all requests are answered, or cut after the time for it. */
  readonly stop: () => Promise<void>;
  /** Cuts what goes on. */
  readonly stopNow: () => void;
}

/** @throws the error of listening, such as EADDRINUSE; GalleryError for the files of TLS */
export async function startServer(gateway: Gateway, options: GatewayServerOptions): Promise<RunningServer> {
  const limits = { ...SERVER_LIMITS, ...options.limits };
  const server = createServer(options.tls, limits);
  if (!options.trustsProxy) {
    const { maxConnectionsEach } = limits;
    limitConnections(server, maxConnectionsEach, (address) =>
      options.reportCrowd?.(address, maxConnectionsEach),
    );
  }
  let isStopping = false;
  const serving: Serving = {
    gateway: compressAnswers(gateway),
    trustsProxy: options.trustsProxy ?? false,
    limits,
    isStopping: () => isStopping,
    reportFailure: options.reportFailure ?? (() => {}),
  };
  server.on('request', (incoming, outgoing) => answer(incoming, outgoing, serving, () => {}));
  server.on('checkContinue', (incoming, outgoing) => {
    // Whoever asks first is told to go on when somebody wants the body, and keeps it when it is refused.
    outgoing.shouldKeepAlive = false;
    answer(incoming, outgoing, serving, () => outgoing.writeContinue());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return {
    port: (server.address() as AddressInfo).port,
    reloadTls: () => {
      if (options.tls) (server as HttpsServer).setSecureContext(readTlsFiles(options.tls));
    },
    stop: async () => {
      isStopping = true;
      const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
      server.closeIdleConnections();
      // A connection whose answer began before the stop becomes idle after it, and nobody else would close it.
      const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS);
      const timer = setTimeout(() => server.closeAllConnections(), limits.stopMs);
      await closed;
      clearInterval(idle);
      clearTimeout(timer);
    },
    stopNow: () => server.closeAllConnections(),
  };
}

function createServer(tls: TlsFiles | undefined, limits: ServerLimits): Server | HttpsServer {
  const options = {
    headersTimeout: limits.headersTimeoutMs,
    requestTimeout: limits.requestTimeoutMs,
    keepAliveTimeout: limits.keepAliveTimeoutMs,
    connectionsCheckingInterval: limits.checkIntervalMs,
    maxHeaderSize: limits.maxHeaderBytes,
    noDelay: true,
  };
  const server = tls
    ? createHttpsServer({
        ...options,
        ...readTlsFiles(tls),
        minVersion: 'TLSv1.2',
        handshakeTimeout: limits.headersTimeoutMs,
      })
    : createHttpServer(options);
  server.setTimeout(limits.idleTimeoutMs);
  server.maxConnections = limits.maxConnections;
  return server;
}

interface Serving {
  readonly gateway: Gateway;
  readonly trustsProxy: boolean;
  readonly limits: ServerLimits;
  readonly isStopping: () => boolean;
  readonly reportFailure: (error: unknown) => void;
}

function answer(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  serving: Serving,
  onFirstRead: () => void,
): void {
  limitDiscarded(incoming, outgoing, serving.limits);
  const timer = setTimeout(() => outgoing.destroy(), serving.limits.answerTimeoutMs);
  outgoing.once('close', () => clearTimeout(timer));
  respond(incoming, outgoing, serving, onFirstRead).catch((error: unknown) => {
    outgoing.destroy();
    serving.reportFailure(error);
  });
}

async function respond(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { gateway, trustsProxy, isStopping }: Serving,
  onFirstRead: () => void,
): Promise<void> {
  const left = READING.includes(incoming.method ?? 'GET') ? undefined : whenLeft(outgoing);
  const request = toRequest(incoming, clientOrigin(incoming, trustsProxy), onFirstRead, left);
  if (!request) {
    outgoing.writeHead(405, { Allow: 'GET, HEAD, OPTIONS', Connection: 'close' }).end();
    return;
  }
  const sent = whenSent(incoming, outgoing);
  const response = await gateway.fetch(request, { address: clientAddress(incoming, trustsProxy), sent });
  if (isStopping()) outgoing.setHeader('Connection', 'close');
  await sendResponse(response, outgoing);
}

function whenLeft(outgoing: ServerResponse): AbortSignal {
  const left = new AbortController();
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) left.abort();
  });
  return left.signal;
}

function whenSent({ socket }: IncomingMessage, outgoing: ServerResponse): Promise<SentAnswer> {
  const before = socket.bytesWritten;
  return new Promise((resolve) => {
    outgoing.once('close', () => {
      resolve({ bytes: socket.bytesWritten - before, isWhole: outgoing.writableFinished });
    });
  });
}

/**
 * node:http throws away the rest of a body after the answer, without end. A client that is refused should be able to finish
 * sending, or it never reads why; but not for ever.
 */
function limitDiscarded(incoming: IncomingMessage, outgoing: ServerResponse, limits: ServerLimits): void {
  const { socket } = incoming;
  outgoing.once('finish', () => {
    if (incoming.complete) return;
    const [readBefore, startedAtMs] = [socket.bytesRead, performance.now()];
    const timer = setInterval(() => {
      const isTooMuch = socket.bytesRead - readBefore > limits.discardedBytes;
      const isTooLong = performance.now() - startedAtMs > limits.discardedMs;
      if (isTooMuch || isTooLong) socket.destroy();
      if (incoming.complete || socket.destroyed) clearInterval(timer);
    }, DISCARD_CHECK_MS);
    timer.unref();
  });
}
