import { describe, expect, it } from 'vitest';
import { createBodySlots } from '../../../src/gateway/push/body-slots.ts';

const here = new AbortController().signal;

describe('places for bodies', () => {
  it('are given to so many at once, and then in the order of coming', async () => {
    const slots = createBodySlots({ atOnce: 2, waiting: 2 });
    const order: string[] = [];
    const [first, second] = [await slots.take(here), await slots.take(here)];
    const take = async (name: string) => {
      const release = await slots.take(here);
      order.push(name);
      return release;
    };
    const [third, fourth] = [take('third'), take('fourth')];
    expect(await slots.take(here)).toBeUndefined();
    second?.();
    const release = await third;
    expect(order).toEqual(['third']);
    first?.();
    await fourth;
    expect(order).toEqual(['third', 'fourth']);
    expect(release).toBeTypeOf('function');
  });

  it('are given back once, however often that is said', async () => {
    const slots = createBodySlots({ atOnce: 1, waiting: 0 });
    const release = await slots.take(here);
    release?.();
    const next = await slots.take(here);
    release?.();
    expect(next).toBeDefined();
    expect(await slots.take(here)).toBeUndefined();
  });

  it('are not kept for those who went away', async () => {
    const slots = createBodySlots({ atOnce: 1, waiting: 1 });
    const release = await slots.take(here);
    const client = new AbortController();
    const waiting = slots.take(client.signal);
    client.abort();
    expect(await waiting).toBeUndefined();
    const other = slots.take(here);
    release?.();
    expect(await other).toBeDefined();
    expect(await slots.take(AbortSignal.abort())).toBeUndefined();
  });
});
