import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BodyLimits, readBodyBytes } from '../../../src/gateway/push/body-bytes.ts';
import { streamOf } from '../../support/push-bodies.ts';

const never = new AbortController().signal;
const limits = (fields: Partial<BodyLimits> = {}): BodyLimits => ({
  limitBytes: 100,
  declaredBytes: undefined,
  signal: never,
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
      { seed: 3, numRuns: 60 },
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
