import { describe, expect, it } from 'vitest';
import { type BodyLimits, discardBody, readBodyBytes } from '../../../src/gateway/push/body-bytes.ts';
import fc from '../../support/laws.ts';
import { streamOf } from '../../support/push-samples.ts';

const never = new AbortController().signal;
const limits = (fields: Partial<BodyLimits> = {}): BodyLimits => ({
  limitBytes: 100,
  declaredBytes: undefined,
  signal: never,
  lingerBytes: 0,
  ...fields,
});

describe('the bytes of a body', () => {
  it('are those that were sent, however they were cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ maxLength: 50_000 }), { maxLength: 6 }),
        fc.option(fc.nat(400_000), { nil: undefined }),
        async (chunks, declaredBytes) => {
          const whole = Buffer.concat(chunks);
          const read = await readBodyBytes(
            streamOf(chunks),
            limits({ limitBytes: whole.length, declaredBytes }),
          );
          expect(read.ok && Buffer.compare(read.value, whole)).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are too many with one more than the limit, and the client is told to stop', async () => {
    let cancelled = false;
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new Uint8Array(101)),
      cancel: () => {
        cancelled = true;
      },
    });
    expect(await readBodyBytes(stream, limits())).toEqual({ ok: false, problem: 'too-large' });
    expect(cancelled).toBe(true);
  });

  it('are not waited for when the signal comes', async () => {
    const controller = new AbortController();
    const silent = new ReadableStream<Uint8Array>({ pull: () => new Promise(() => {}) });
    const reading = readBodyBytes(silent, limits({ signal: controller.signal }));
    controller.abort();
    expect(await reading).toEqual({ ok: false, problem: 'too-slow' });
  });

  it('are not asked for when the signal came before', async () => {
    expect(await readBodyBytes(streamOf([]), limits({ signal: AbortSignal.abort() }))).toEqual({
      ok: false,
      problem: 'too-slow',
    });
  });

  it('are not taken in part when the client goes away', async () => {
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.error(new Error('aborted')),
    });
    expect(await readBodyBytes(stream, limits())).toEqual({ ok: false, problem: 'cut-off' });
  });
});

describe('what is read and forgotten', () => {
  const chunks = (count: number) => Array.from({ length: count }, () => new Uint8Array(100));
  /** A stream, and how much was taken from it. */
  function counted(count: number) {
    let pulled = 0;
    const left = chunks(count);
    const stream = new ReadableStream<Uint8Array>(
      {
        pull: (controller) => {
          const chunk = left.pop();
          if (!chunk) return controller.close();
          pulled += chunk.length;
          controller.enqueue(chunk);
        },
      },
      { highWaterMark: 0 },
    );
    return { stream, pulledBytes: () => pulled };
  }

  it.each([
    [0, 200],
    [150, 400],
    [10_000, 1000],
  ])('of a body over the limit is %i bytes more: %i in all', async (lingerBytes, all) => {
    const { stream, pulledBytes } = counted(10);
    expect((await readBodyBytes(stream, limits({ lingerBytes }))).ok).toBe(false);
    expect(pulledBytes()).toBe(all);
  });

  it.each([
    [0, 0],
    [150, 200],
    [10_000, 1000],
  ])('of a body that nobody wants is, with %i bytes, %i', async (lingerBytes, all) => {
    const { stream, pulledBytes } = counted(10);
    await discardBody(stream, { lingerBytes, signal: never });
    expect(pulledBytes()).toBe(all);
  });

  it('is given up with the signal, or with its sender', async () => {
    const controller = new AbortController();
    const silent = new ReadableStream<Uint8Array>({ pull: () => new Promise(() => {}) });
    const discarding = discardBody(silent, { lingerBytes: 100, signal: controller.signal });
    controller.abort();
    await discarding;
    const broken = new ReadableStream<Uint8Array>({ pull: (inside) => inside.error(new Error('reset')) });
    expect(await discardBody(broken, { lingerBytes: 100, signal: never })).toBeUndefined();
  });
});
