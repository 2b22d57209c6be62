import { setImmediate as others } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { ok } from '../../src/domain/result.ts';
import { createScanTurns, type ScanTerms } from '../../src/gateway/scan-turns.ts';

const TERMS: ScanTerms = { turnMs: 10, mostMs: 100, mostWaiting: 3, holdAtOnce: 1 };

/** Work that takes so much time of a clock that only work moves. */
function workshop(terms: Partial<ScanTerms> = {}) {
  let nowMs = 0;
  const done: string[] = [];
  const turns = createScanTurns(() => nowMs, { ...TERMS, ...terms });
  const work = (name: string, count: number, eachMs: number) =>
    turns.begin().each(Array(count).keys(), () => {
      nowMs += eachMs;
      done.push(name);
      return false;
    });
  return { work, done };
}

describe('createScanTurns', () => {
  it('looks at everything, or at what is enough', async () => {
    const { begin } = createScanTurns(() => 0);
    const seen: number[] = [];
    expect(await begin().each([1, 2, 3], (one) => seen.push(one) === 0)).toBeUndefined();
    expect(seen).toEqual([1, 2, 3]);
    expect(await begin().each([4, 5, 6], (one) => seen.push(one) === 5)).toBeUndefined();
    expect(seen).toEqual([1, 2, 3, 4, 5]);
  });

  it('ends what takes too long, counted over all that one request goes through', async () => {
    expect(await workshop().work('a', 150, 1)).toMatchObject({ status: 400 });
    let nowMs = 0;
    const scan = createScanTurns(() => (nowMs += 15), { ...TERMS, mostMs: 60 }).begin();
    expect(await scan.each(Array(96).keys(), () => false)).toBeUndefined();
    expect(await scan.each(Array(96).keys(), () => false)).toMatchObject({ status: 400 });
  });

  it('does not count the turns of others', async () => {
    const { work } = workshop();
    const problems = await Promise.all(['a', 'b', 'c'].map((name) => work(name, 90, 1)));
    expect(problems).toEqual([undefined, undefined, undefined]);
  });

  it('gives each its turn, one at a time', async () => {
    const { work, done } = workshop();
    await Promise.all(['a', 'b', 'c'].map((name) => work(name, 63, 1)));
    const runs = done
      .join('')
      .match(/a+|b+|c+/g)
      ?.map((run) => run[0]);
    expect(runs?.join('')).toBe('abcabc');
  });

  it('lets the server do something else between two turns, however many wait', async () => {
    const { work, done } = workshop();
    const all = Promise.all(['a', 'b', 'c'].map((name) => work(name, 96, 1)));
    const longest = { turns: 0 };
    for (let before = done.length; done.length < 3 * 96; before = done.length) {
      await others();
      longest.turns = Math.max(longest.turns, (done.length - before) / 32);
    }
    await all;
    expect(longest.turns).toBeLessThanOrEqual(1);
  });

  it('turns away whoever comes when too many wait, but not what is short', async () => {
    const { work } = workshop({ mostWaiting: 2 });
    const waiting = [work('a', 64, 1), work('b', 64, 1)];
    expect(await work('c', 64, 1)).toMatchObject({ status: 503 });
    expect(await work('d', 31, 1)).toBeUndefined();
    expect(await Promise.all(waiting)).toEqual([undefined, undefined]);
    expect(await work('e', 64, 1)).toBeUndefined();
  });

  it('lets those that hold much wait until others have done, and turns away what is too many', async () => {
    const { begin } = createScanTurns(() => 0, { ...TERMS, mostWaiting: 1 });
    const first = Promise.withResolvers<void>();
    const begun: string[] = [];
    const hold = (name: string, until = Promise.resolve()) =>
      begin().holding(async () => {
        begun.push(name);
        await until;
        return ok(name);
      });
    const [a, b, c] = [hold('a', first.promise), hold('b'), hold('c')];
    expect(await c).toMatchObject({ ok: false, problem: { status: 503 } });
    expect(begun).toEqual(['a']);
    first.resolve();
    expect(await Promise.all([a, b])).toEqual([ok('a'), ok('b')]);
  });
});
