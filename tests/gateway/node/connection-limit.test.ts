import { EventEmitter } from 'node:events';
import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { limitConnections } from '../../../src/gateway/node/connection-limit.ts';

/** A server that hears of connections from any address; tests/gateway/node/server.test.ts has real ones. */
function makeServer(atMost: number) {
  const server = createServer();
  const refused: string[] = [];
  limitConnections(server, atMost, (address) => refused.push(address));
  const come = (remoteAddress: string | undefined) => {
    let isKept = true;
    const close = () => {
      isKept = false;
      socket.emit('close');
    };
    const socket = Object.assign(new EventEmitter(), { remoteAddress, destroy: close });
    server.emit('connection', socket);
    return { isKept: () => isKept, close };
  };
  return { come, refused };
}

const keptOf = (connections: readonly { readonly isKept: () => boolean }[]) =>
  connections.map(({ isKept }) => isKept());

it('keeps so many of one address, and those of others', () => {
  const { come, refused } = makeServer(2);
  const connections = ['192.0.2.1', '192.0.2.1', '192.0.2.1', '192.0.2.2'].map(come);
  expect(keptOf(connections)).toEqual([true, true, false, true]);
  expect(refused).toEqual(['192.0.2.1']);
});

it('counts what is open, whatever was closed or refused before', () => {
  const { come } = makeServer(1);
  const first = come('192.0.2.1');
  come('192.0.2.1');
  come('192.0.2.1');
  first.close();
  const second = come('192.0.2.1');
  expect([second.isKept(), come('192.0.2.1').isKept()]).toEqual([true, false]);
});

it('takes a network of IPv6 for one address, and IPv4 within IPv6 for what it is', () => {
  const { come, refused } = makeServer(1);
  const connections = ['2001:db8::1', '2001:db8::2', '::ffff:192.0.2.1', '192.0.2.1'].map(come);
  expect(keptOf(connections)).toEqual([true, false, true, false]);
  expect(refused).toEqual(['2001:db8:0:0::/64', '192.0.2.1']);
});

it('tells of an address once, and again when all its connections were closed', () => {
  const { come, refused } = makeServer(1);
  const first = come('192.0.2.1');
  come('192.0.2.1');
  come('192.0.2.1');
  expect(refused).toEqual(['192.0.2.1']);
  first.close();
  come('192.0.2.1');
  come('192.0.2.1');
  expect(refused).toEqual(['192.0.2.1', '192.0.2.1']);
});

it('holds back those whose address is not known, as if they had one', () => {
  const { come } = makeServer(1);
  expect(keptOf([undefined, undefined].map(come))).toEqual([true, false]);
});
