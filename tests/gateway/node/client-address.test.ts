/** Who asks, and where from: what a proxy says counts only when it is trusted. */
import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { clientAddress, clientOrigin } from '../../../src/gateway/node/client-address.ts';

function incoming(headers: Record<string, string>, socket: Record<string, unknown> = {}): IncomingMessage {
  return { headers, socket: { remoteAddress: '::ffff:192.0.2.1', ...socket } } as unknown as IncomingMessage;
}

it.each([
  ['203.0.113.9', false, '192.0.2.1'],
  ['203.0.113.9', true, '203.0.113.9'],
  ['10.0.0.1, 203.0.113.9', true, '203.0.113.9'],
  ['spoofed, 203.0.113.9:4711', true, '203.0.113.9'],
  ['2001:db8::1', true, '2001:db8::1'],
  ['[2001:db8::1]:443', true, '2001:db8::1'],
  ['nonsense', true, '192.0.2.1'],
  ['', true, '192.0.2.1'],
  ['203.0.113.9,', true, '192.0.2.1'],
])('with X-Forwarded-For %j and trust %s it is %s', (header, trust, address) => {
  expect(clientAddress(incoming({ 'x-forwarded-for': header }), trust)).toBe(address);
});

it.each([
  [{ host: 'gallery.example:8080' }, false, 'http://gallery.example:8080'],
  [{ host: '[::1]:8080' }, false, 'http://[::1]:8080'],
  [{ host: 'a/../b' }, false, 'http://localhost'],
  [{ host: 'user@evil.example' }, false, 'http://localhost'],
  [{ host: '999.999.999.999' }, false, 'http://localhost'],
  [{}, false, 'http://localhost'],
  [{ host: 'a', 'x-forwarded-proto': 'https', 'x-forwarded-host': 'b' }, false, 'http://a'],
  [{ host: 'a', 'x-forwarded-proto': 'https', 'x-forwarded-host': 'b' }, true, 'https://b'],
  [{ host: 'a', 'x-forwarded-proto': 'javascript', 'x-forwarded-host': 'b/c' }, true, 'http://a'],
])('with the headers %j and trust %s the origin is %s', (headers, trust, origin) => {
  expect(clientOrigin(incoming(headers as Record<string, string>), trust)).toBe(origin);
});

it('sees that a connection is encrypted', () => {
  expect(clientOrigin(incoming({ host: 'a' }, { encrypted: true }), false)).toBe('https://a');
});
