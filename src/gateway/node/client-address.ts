/** Who asks: the address at the other end, or what a proxy says of it, when it is one that we were told to trust. */
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/** @param trustsProxy  the server stands behind exactly one proxy that sets the headers X-Forwarded-* itself */
export function clientAddress(incoming: IncomingMessage, trustsProxy: boolean): string {
  const peer = plainAddress(incoming.socket.remoteAddress ?? 'unknown');
  if (!trustsProxy) return peer;
  // What stands before the last entry was sent by the client itself and may say anything.
  const told = plainAddress(lastEntry(incoming.headers['x-forwarded-for']) ?? '');
  return isIP(told) === 0 ? peer : told;
}

/** The part of an address before its path, as the client wrote it: `https://gallery.example:8443`. */
export function clientOrigin(incoming: IncomingMessage, trustsProxy: boolean): string {
  const isTls = 'encrypted' in incoming.socket && incoming.socket.encrypted === true;
  const told = trustsProxy ? lastEntry(incoming.headers['x-forwarded-proto']) : undefined;
  const scheme = told === 'http' || told === 'https' ? told : isTls ? 'https' : 'http';
  const forwarded = trustsProxy ? lastEntry(incoming.headers['x-forwarded-host']) : undefined;
  const host = [forwarded, incoming.headers.host].find((text) => text !== undefined && isHost(text));
  return `${scheme}://${host ?? 'localhost'}`;
}

function isHost(text: string): boolean {
  return (
    text.length <= 261 &&
    /^(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?$/.test(text) &&
    URL.canParse(`http://${text}/`)
  );
}

/** IPv4 inside IPv6 is written as what it is; a port after the address is left out. */
function plainAddress(text: string): string {
  const bare = text.trim().replace(/^\[(.*)\](?::\d+)?$/, '$1');
  const withoutPort = /^\d+\.\d+\.\d+\.\d+:\d+$/.test(bare) ? bare.replace(/:\d+$/, '') : bare;
  return withoutPort.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');
}

function lastEntry(header: string | string[] | undefined): string | undefined {
  const entries = [header ?? []].flat().join(',').split(',');
  const last = entries.at(-1)?.trim();
  return last === '' ? undefined : last;
}
