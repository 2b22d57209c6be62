/**
 * Loaded before a program under test (`node --import`): names of hosts get the addresses that a test gives them, and what
 * goes to port 443 of one of these hosts comes to a server of the test instead. The program itself is as it always is.
 */
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

interface FakeNetwork {
  readonly hosts: Readonly<Record<string, readonly string[]>>;
  readonly port: number;
  /** No wait takes longer. */
  readonly timeoutMs?: number;
}

const { hosts, port, timeoutMs } = JSON.parse(process.env['FAKE_NETWORK'] ?? '') as FakeNetwork;

const lookup = (hostname: string) => {
  const addresses = hosts[hostname];
  if (!addresses)
    return Promise.reject(Object.assign(new Error(`getaddrinfo ${hostname}`), { code: 'ENOTFOUND' }));
  return Promise.resolve(addresses.map((address) => ({ address, family: net.isIP(address) })));
};
Object.assign(dns.promises, { lookup });

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]) {
  const [first] = args;
  const options = (Array.isArray(first) ? first[0] : first) as {
    host?: string;
    port?: number;
    lookup?: unknown;
  };
  if (options.host !== undefined && hosts[options.host] && Number(options.port) === 443) {
    Object.assign(options, { host: '127.0.0.1', port, lookup: undefined });
  }
  return Reflect.apply(connect, this, args) as net.Socket;
} as typeof connect;

if (timeoutMs !== undefined) {
  const timeout = AbortSignal.timeout;
  AbortSignal.timeout = (milliseconds) => timeout(Math.min(milliseconds, timeoutMs));
}
syncBuiltinESMExports();
