/** The line of a request, also when its client tries to write into the terminal. */
import { expect, it } from 'vitest';
import { formatRequest } from '../../src/gateway/request-log.ts';

const entry = {
  method: 'GET',
  target: '/repo/v3/index.json?a=%0a',
  status: 200,
  sentBytes: 1234,
  durationMs: 2.6,
  userAgent: undefined,
};

it('says status, method, address, size and time on one line', () => {
  expect(formatRequest(entry)).toBe('200 GET /repo/v3/index.json?a=%0a 1234 bytes 3 ms');
});

it('shows control characters of a client as text', () => {
  expect(formatRequest({ ...entry, userAgent: 'x\u001b[2J\r\ny\u202e' })).toMatch(
    / "x\\u\{1b\}\[2J\\u\{d\}\\u\{a\}y\\u\{202e\}"$/,
  );
});
