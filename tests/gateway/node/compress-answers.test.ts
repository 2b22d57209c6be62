/** What is compressed of the answers of other parts, whole or as it flows. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { compressAnswers } from '../../../src/gateway/node/compress-answers.ts';

const XML = { 'Content-Type': 'application/atom+xml' };
const TEXT = '<entry/>'.repeat(1000);

function ask(response: Response, coding = 'gzip'): Promise<Response> {
  const request = new Request('http://gallery.example/', { headers: { 'accept-encoding': coding } });
  return compressAnswers({ fetch: async () => response }).fetch(request);
}

function flowing(chunks: number, onCancel = () => {}, failsAt = Number.POSITIVE_INFINITY): ReadableStream {
  let count = 0;
  return new ReadableStream({
    pull: (controller) => {
      if (count === failsAt) controller.error(new Error('broken'));
      else if (count++ < chunks) controller.enqueue(new TextEncoder().encode(TEXT));
      else controller.close();
    },
    cancel: onCancel,
  });
}

it.each([
  ['gzip', 1, gunzipSync],
  ['br', 1, brotliDecompressSync],
  ['gzip', 200, gunzipSync],
  ['br', 200, brotliDecompressSync],
] as const)('sends with %s an answer of %i pieces', async (coding, pieces, undo) => {
  const response = await ask(new Response(flowing(pieces), { headers: { ...XML, ETag: '"a"' } }), coding);
  expect([response.headers.get('content-encoding'), response.headers.get('etag')]).toEqual([coding, 'W/"a"']);
  expect(undo(Buffer.from(await response.arrayBuffer())).toString()).toBe(TEXT.repeat(pieces));
});

it.each([
  ['small', new Response('<feed/>', { headers: XML })],
  ['of bytes', new Response(TEXT, { headers: { 'Content-Type': 'application/octet-stream' } })],
  ['compressed', new Response(TEXT, { headers: { ...XML, 'Content-Encoding': 'identity' } })],
  ['a file', new Response(TEXT, { headers: { ...XML, 'Accept-Ranges': 'bytes' } })],
  ['a part', new Response(TEXT, { status: 206, headers: XML })],
  ['nothing', new Response(null, { status: 304, headers: XML })],
])('leaves an answer that is %s as it is', async (_, response) => {
  const expected = await response.clone().text();
  const answer = await ask(response);
  expect(['gzip', 'br']).not.toContain(answer.headers.get('content-encoding'));
  expect(await answer.text()).toBe(expected);
});

it('keeps status, reason phrase and headers', async () => {
  const headers = { ...XML, 'X-Request-Id': 'id' };
  const answer = await ask(new Response(TEXT, { status: 400, statusText: 'Why', headers }));
  expect([answer.status, answer.statusText, answer.headers.get('x-request-id')]).toEqual([400, 'Why', 'id']);
});

it('ends the source when its client leaves, and fails when the source does', async () => {
  let isCancelled = false;
  const endless = flowing(Number.POSITIVE_INFINITY, () => {
    isCancelled = true;
  });
  const reader = (await ask(new Response(endless, { headers: XML }))).body?.getReader();
  await reader?.read();
  await reader?.cancel();
  await expect.poll(() => isCancelled).toBe(true);
  const broken = await ask(
    new Response(
      flowing(200, () => {}, 100),
      { headers: XML },
    ),
  );
  await expect(broken.arrayBuffer()).rejects.toThrow();
});
