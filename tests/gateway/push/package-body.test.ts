import { describe, expect, it } from 'vitest';
import { readPackageBody } from '../../../src/gateway/push/package-body.ts';
import { findingText } from '../../../src/report/finding-text.ts';
import {
  byDotnet,
  byOldNuget,
  CLIENTS,
  PACKAGE,
  raw,
  samplePush,
  streamOf,
} from '../../support/push-samples.ts';

const terms = { maxPackageBytes: 1000, lingerBytes: 0, deadline: () => new AbortController().signal };
const ENVELOPE_BYTES = 16 * 1024;

async function problemOf(request: Request, given = terms): Promise<string> {
  const read = await readPackageBody(request, given);
  if (read.ok) throw new Error('a package was found');
  return `${read.problem.status} ${findingText(read.problem.finding).message}`;
}

/** Of a body that would never end. */
function endless(): { readonly stream: ReadableStream<Uint8Array>; readonly pulledBytes: () => number } {
  let pulled = 0;
  const stream = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        pulled += 65_536;
        if (pulled > 1_000_000_000) controller.close();
        else controller.enqueue(new Uint8Array(65_536));
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, pulledBytes: () => pulled };
}

describe('the package in a push', () => {
  it.each(CLIENTS)('of %s is taken out byte for byte', async (_, make) => {
    const read = await readPackageBody(samplePush(make(PACKAGE)), terms);
    expect(read.ok && Buffer.from(read.value)).toEqual(Buffer.from(PACKAGE));
  });

  it.each(CLIENTS)('of %s is taken out of single bytes', async (_, make) => {
    const body = make(PACKAGE);
    const chunks = Array.from(body.bytes, (byte) => Uint8Array.of(byte));
    const read = await readPackageBody(samplePush(body, {}, { body: streamOf(chunks) } as object), terms);
    expect(read.ok && Buffer.from(read.value)).toEqual(Buffer.from(PACKAGE));
  });

  it.each(CLIENTS)('of %s may be as large as the gallery takes, and no larger', async (_, make) => {
    const whole = new Uint8Array(1000).fill(7);
    const read = await readPackageBody(samplePush(make(whole)), terms);
    expect(read.ok && read.value.length).toBe(1000);
    const message = await problemOf(samplePush(make(new Uint8Array(1001).fill(7))));
    expect(message).toMatch(/^413 The file has (?:at least )?1001 bytes; this gallery accepts at most 1000 /);
  });

  it.each(CLIENTS)('of %s must not be empty', async (_, make) => {
    expect(await problemOf(samplePush(make(new Uint8Array())))).toMatch(/^400 .* is empty\.$/);
  });

  it.each<[string, Record<string, string>, string]>([
    ['no type', { 'content-type': '' }, 'neither'],
    ['text', { 'content-type': 'text/plain' }, 'neither'],
    ['another form', { 'content-type': 'application/x-www-form-urlencoded' }, 'neither'],
    ['a form without a boundary', { 'content-type': 'multipart/form-data' }, 'no boundary'],
    ['a form of another boundary', { 'content-type': 'multipart/form-data; boundary=x' }, 'begin'],
    ['a length that is none', { 'content-length': '12x' }, 'no number'],
    ['a length below zero', { 'content-length': '-1' }, 'no number'],
    ['a length that is too short', { 'content-length': '10' }, 'says 10'],
    ['a length that is too long', { 'content-length': '900' }, 'says 900'],
    ['a compression', { 'content-encoding': 'gzip' }, 'compressed'],
  ])('is refused with %s', async (_, headers, problem) => {
    const message = await problemOf(samplePush(byDotnet(PACKAGE), headers));
    expect(message).toMatch(/^400 The body of the request cannot be taken: /);
    expect(message).toContain(problem);
  });

  it('is missing in a request without a body', async () => {
    const request = new Request('https://gallery.example/', {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
    });
    expect(await problemOf(request)).toMatch(/^400 .* it is empty/);
  });

  it('is not read when its length says that it is too large', async () => {
    const { stream, pulledBytes } = endless();
    const length = String(terms.maxPackageBytes + ENVELOPE_BYTES + 1);
    const body = { body: stream } as object;
    const message = await problemOf(samplePush(byOldNuget(PACKAGE), { 'content-length': length }, body));
    expect(message).toMatch(/^413 The file has at least 1001 bytes/);
    expect(pulledBytes()).toBe(0);
  });

  it.each([
    ['as a form', byDotnet(PACKAGE), ENVELOPE_BYTES],
    ['as itself', { ...raw(PACKAGE), hasLength: false }, 0],
  ])('is read to the limit and no further when it comes %s without end', async (_, body, more) => {
    const { stream, pulledBytes } = endless();
    const request = samplePush(body, {}, { body: stream } as object);
    expect(await problemOf(request, { ...terms, maxPackageBytes: 1_000_000 })).toMatch(/^413 /);
    // The chunk that went over, and one that the stream of the request may have asked for meanwhile.
    expect(pulledBytes()).toBeLessThanOrEqual(1_000_000 + more + 2 * 65_536);
  });

  it('is given up when it comes too slowly', async () => {
    const controller = new AbortController();
    const stream = new ReadableStream({ pull: () => new Promise(() => {}) });
    const request = samplePush(byDotnet(PACKAGE), {}, { body: stream } as object);
    const reading = problemOf(request, { ...terms, deadline: () => controller.signal });
    controller.abort();
    expect(await reading).toBe('408 The body of the request cannot be taken: it came too slowly.');
  });

  it('is given up when its client goes away', async () => {
    const stream = new ReadableStream({ pull: (inside) => inside.error(new Error('reset')) });
    expect(await problemOf(samplePush(byDotnet(PACKAGE), {}, { body: stream } as object))).toBe(
      '400 The body of the request cannot be taken: it was cut off.',
    );
  });
});
