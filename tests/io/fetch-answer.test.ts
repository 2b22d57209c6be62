import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { answerText, fetchAnswer } from '../../src/io/fetch-answer.ts';
import { listen } from '../support/live-gallery.ts';

describe('an answer', () => {
  it('comes with its status, its type and its bytes', async () => {
    const url = await listen((_, response) =>
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not here'),
    );
    const answer = await fetchAnswer(url);
    expect(answer).toMatchObject({ kind: 'answer', status: 404, contentType: 'text/plain' });
    expect(answer.kind === 'answer' && answerText(answer)).toBe('not here');
  });

  it('is followed over some redirects', async () => {
    const url = await listen((request, response) => {
      if (request.url === '/repo/') response.writeHead(301, { location: '/there' }).end();
      else response.end('there');
    });
    expect(await fetchAnswer(url)).toMatchObject({ status: 200, body: Buffer.from('there') });
  });

  it('is read only at its beginning where that is enough', async () => {
    const url = await listen((_, response) => void response.writeHead(200).write('x'.repeat(1000)));
    const answer = await fetchAnswer(url, { headBytes: 100, timeoutMs: 5000 });
    expect(answer.kind === 'answer' && answer.body.length).toBeGreaterThanOrEqual(100);
  });
});

describe('a hostile server', () => {
  it('that sends without end is left', async () => {
    const url = await listen((_, response) => {
      const more = () => {
        while (response.write('x'.repeat(65_536)));
      };
      response.on('drain', more);
      more();
    });
    expect(await fetchAnswer(url, { maxBytes: 1_000_000 })).toMatchObject({
      kind: 'none',
      problem: 'it is longer than the 1000000 bytes that are expected at most',
    });
  });

  it('that unpacks to more than is expected is left', async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000));
    const url = await listen((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    );
    expect(await fetchAnswer(url, { maxBytes: 1_000_000 })).toMatchObject({ kind: 'none' });
  });

  it.each(['before the head', 'in the middle'])('that falls silent %s is left', async (when) => {
    const url = await listen((_, response) => {
      if (when === 'in the middle') response.writeHead(200).write('x');
    });
    expect(await fetchAnswer(url, { timeoutMs: 200 })).toEqual({
      kind: 'none',
      problem: 'not all of it came within 0.2 seconds',
    });
  });

  it.each([
    ['/repo/', 'it redirects more than 5 times'],
    ['ftp://host.example/', 'it redirects to ftp://, which is not as safe'],
    ['file:///etc/passwd', 'it redirects to file://, which is not as safe'],
    ['http://[', 'it redirects to what is no address'],
  ])('that redirects to %s is left', async (location, problem) => {
    const url = await listen((_, response) => response.writeHead(302, { location }).end());
    expect(await fetchAnswer(url)).toEqual({ kind: 'none', problem });
  });

  it('that is not there is told with the reason', async () => {
    expect(await fetchAnswer('http://127.0.0.1:9/')).toMatchObject({
      kind: 'none',
      problem: expect.stringMatching(/ECONNREFUSED|bad port/),
    });
  });
});
