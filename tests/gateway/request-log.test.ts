/** The line of a request, also when its client tries to write into the terminal. */
import { expect, it } from 'vitest';
import { formatRequest, formatRequestJson } from '../../src/gateway/request-log.ts';

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

const gatewayEntry = {
  ...entry,
  atMs: Date.UTC(2026, 0, 31, 9, 30),
  requestId: 'id-1',
  address: '192.0.2.7',
  keyId: undefined,
  isWhole: true,
};

it('writes one line of JSON for collectors of logs, without what is not known', () => {
  expect(formatRequestJson(gatewayEntry)).toBe(
    '{"time":"2026-01-31T09:30:00.000Z","id":"id-1","method":"GET","path":"/repo/v3/index.json?a=%0a","status":200,"bytes":1234,"ms":2.6,"address":"192.0.2.7"}',
  );
});

it('names the key, the client and that it left early', () => {
  const line = formatRequestJson({ ...gatewayEntry, keyId: 'ci-1', userAgent: 'a\n"b', isWhole: false });
  expect(JSON.parse(line)).toMatchObject({ key: 'ci-1', agent: 'a\n"b', aborted: true });
  expect(line).not.toContain('\n');
});

it('holds no control characters, but tells them', () => {
  const userAgent = '\u001b[2J\u007f\u009b31m';
  const line = formatRequestJson({ ...gatewayEntry, userAgent });
  expect(line).not.toMatch(/\p{Cc}/u);
  expect(JSON.parse(line)).toMatchObject({ agent: userAgent });
});
