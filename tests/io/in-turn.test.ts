import { expect, it } from 'vitest';
import { inTurn } from '../../src/io/in-turn.ts';

/** Work that ends when the test says so. */
function works() {
  const begun: number[] = [];
  const ends = new Map<number, () => void>();
  const work = (at: number) => async () => {
    begun.push(at);
    await new Promise<void>((resolve) => ends.set(at, resolve));
    return at;
  };
  return { begun, work, end: (at: number) => ends.get(at)?.() };
}

const tick = () => new Promise((resolve) => setImmediate(resolve));

it('lets so many run at once, and the others in the order in which they came', async () => {
  const turn = inTurn(2);
  const { begun, work, end } = works();
  const all = [1, 2, 3, 4].map((at) => turn(work(at)));
  await tick();
  expect(begun).toEqual([1, 2]);
  end(2);
  await tick();
  expect(begun).toEqual([1, 2, 3]);
  const late = turn(work(5));
  for (const at of [1, 3]) {
    end(at);
    await tick();
  }
  expect(begun).toEqual([1, 2, 3, 4, 5]);
  end(4);
  end(5);
  expect(await Promise.all([...all, late])).toEqual([1, 2, 3, 4, 5]);
});

it('goes on after one that fails', async () => {
  const turn = inTurn(1);
  const failing = turn(() => Promise.reject(new Error('broken')));
  const next = turn(async () => 'done');
  await expect(failing).rejects.toThrow('broken');
  expect(await next).toBe('done');
  expect(await turn(async () => 'again')).toBe('again');
});
