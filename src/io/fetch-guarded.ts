/**
 * One GET of an address that a stranger chose: https only, only from hosts that the caller allows, never from a private
 * address, at every redirect anew. The address that was checked is the one that is connected to, so a name that answers
 * differently the second time gains nothing. Bounded in time and size; what goes wrong is a value.
 */
import { lookup } from 'node:dns/promises';
import type { IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Answer, FetchBounds } from './fetch-answer.ts';
import { isPublicAddress } from './public-address.ts';

/** The network, for tests to put another in its place. */
export interface GuardedNetwork {
  /** All addresses of a host. */
  readonly resolve: (hostname: string) => Promise<readonly string[]>;
  readonly request: typeof httpsRequest;
}

const NETWORK: GuardedNetwork = {
  resolve: async (hostname) => (await lookup(hostname, { all: true })).map(({ address }) => address),
  request: httpsRequest,
};

export interface GuardedBounds extends FetchBounds {
  /** Of the address and of each that it redirects to: what is false is not asked. */
  readonly isAllowed?: (url: URL) => boolean;
}

/** Fetches what a stranger points to. */
export type FetchFile = (url: string, bounds?: GuardedBounds) => Promise<Answer>;

const TIMEOUT_MS = 30_000;
const MAX_BYTES = 64 * 1024 * 1024;
const MAX_REDIRECTS = 5;

export async function fetchGuarded(
  url: string,
  bounds: GuardedBounds = {},
  network: GuardedNetwork = NETWORK,
): Promise<Answer> {
  const timeoutMs = bounds.timeoutMs ?? TIMEOUT_MS;
  const startedAtMs = performance.now();
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await followed(url, bounds, signal, network);
    if (typeof response === 'string') return { kind: 'none', problem: response };
    const body = await bodyOf(response, bounds.maxBytes ?? MAX_BYTES, signal);
    if (!Buffer.isBuffer(body)) return body;
    return {
      kind: 'answer',
      status: response.statusCode ?? 0,
      contentType: response.headers['content-type'] ?? '',
      body,
      durationMs: Math.round(performance.now() - startedAtMs),
    };
  } catch (error) {
    if (signal.aborted)
      return { kind: 'none', problem: `not all of it came within ${timeoutMs / 1000} seconds` };
    return { kind: 'none', problem: causeText(error) };
  }
}

async function followed(
  url: string,
  { isAllowed = () => true }: GuardedBounds,
  signal: AbortSignal,
  network: GuardedNetwork,
): Promise<IncomingMessage | string> {
  if (!URL.canParse(url)) return 'it is no address';
  let at = new URL(url);
  for (let count = 0; count <= MAX_REDIRECTS; count++) {
    const address = await checkedAddress(at, isAllowed, signal, network);
    if (typeof address === 'string') return count === 0 ? address : `it redirects to where ${address}`;
    const response = await get(at, address.address, signal, network);
    const { statusCode = 0, headers } = response;
    const { location } = headers;
    if (statusCode < 300 || statusCode > 399 || location === undefined) return response;
    response.destroy();
    if (!URL.canParse(location, at.href)) return 'it redirects to what is no address';
    at = new URL(location, at);
  }
  return `it redirects more than ${MAX_REDIRECTS} times`;
}

/** @returns a clause when it may not be asked */
async function checkedAddress(
  at: URL,
  isAllowed: (url: URL) => boolean,
  signal: AbortSignal,
  network: GuardedNetwork,
): Promise<{ readonly address: string } | string> {
  const { protocol, hostname, username, password, port, origin } = at;
  if (protocol !== 'https:') return `${protocol}// is used, and only https:// is fetched`;
  if (username !== '' || password !== '') return 'the address holds a name or a password';
  if (port !== '') return `the port is ${port}, and only that of https is fetched from`;
  const literal = hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) !== 0 && !isPublicAddress(literal)) return `${literal} is a private address`;
  if (!isAllowed(at)) return `${origin} is not among the hosts that this gallery fetches files from`;
  const addresses = await Promise.race([network.resolve(literal), aborted(signal)]);
  const foreign = addresses.find((address) => !isPublicAddress(address));
  if (foreign !== undefined) return `${hostname} is at ${foreign}, which is a private address`;
  const [address] = addresses;
  return address === undefined ? `${hostname} has no address` : { address };
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

function get(
  at: URL,
  address: string,
  signal: AbortSignal,
  { request }: GuardedNetwork,
): Promise<IncomingMessage> {
  const family = isIP(address);
  const pinned: LookupFunction = (_, options, answer) => {
    if (options.all) answer(null, [{ address, family }]);
    else answer(null, address, family);
  };
  const headers = { 'user-agent': 'pwshelf', 'accept-encoding': 'identity', 'cache-control': 'no-cache' };
  return new Promise((resolve, reject) => {
    const sent = request(at, { headers, signal, lookup: pinned, agent: false }, resolve);
    sent.on('error', reject);
    sent.end();
  });
}

async function bodyOf(
  response: IncomingMessage,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Buffer | Extract<Answer, { kind: 'none' }>> {
  const tooLong = (sizeBytes: number) => {
    response.destroy();
    const problem = `it is longer than the ${maxBytes} bytes that are expected at most`;
    return { kind: 'none', problem, sizeBytes } as const;
  };
  const told = Number(response.headers['content-length']);
  if (told > maxBytes) return tooLong(told);
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    signal.throwIfAborted();
    chunks.push(chunk);
    length += chunk.length;
    if (length > maxBytes) return tooLong(length);
  }
  return Buffer.concat(chunks);
}

function causeText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? `${String(error.code)} ${error.message}`.trim() : error.message;
}
