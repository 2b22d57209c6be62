import { describe, expect, it } from 'vitest';
import { createBodySlots, type SlotTerms } from '../../../src/gateway/push/body-slots.ts';
import fc from '../../support/laws.ts';

const here = new AbortController().signal;
/** As if there were no limits for one publisher. */
const shared = (atOnce: number, waiting: number): SlotTerms => ({
  atOnce,
  waiting,
  atOnceEach: atOnce,
  waitingEach: waiting,
});

/** Takes places, and writes down who was let in. */
function makeHall(terms: SlotTerms) {
  const slots = createBodySlots(terms);
  const letIn: string[] = [];
  const releases = new Map<string, () => void>();
  const take = async (publisher: string, name: string, signal = here) => {
    const release = await slots.take(publisher, signal);
    if (!release) return false;
    letIn.push(name);
    releases.set(name, release);
    return true;
  };
  return { letIn, take, leave: (name: string) => releases.get(name)?.() };
}

/** Until whoever was let in has noticed it. */
const soon = () => new Promise((resolve) => setImmediate(resolve));

describe('places for bodies', () => {
  it('are given to so many at once, and then in the order of coming', async () => {
    const { letIn, take, leave } = makeHall(shared(2, 2));
    await take('ada', 'first');
    await take('ada', 'second');
    const [third, fourth] = [take('ada', 'third'), take('ada', 'fourth')];
    expect(await take('ada', 'fifth')).toBe(false);
    leave('second');
    await third;
    expect(letIn).toEqual(['first', 'second', 'third']);
    leave('first');
    await fourth;
    expect(letIn).toEqual(['first', 'second', 'third', 'fourth']);
  });

  it('are given back once, however often that is said', async () => {
    const { take, leave } = makeHall(shared(1, 0));
    await take('ada', 'first');
    leave('first');
    expect(await take('ada', 'second')).toBe(true);
    leave('first');
    expect(await take('ada', 'third')).toBe(false);
  });

  it('are not kept for those who went away', async () => {
    const { take, leave } = makeHall(shared(1, 1));
    await take('ada', 'first');
    const client = new AbortController();
    const waiting = take('ada', 'gone', client.signal);
    client.abort();
    expect(await waiting).toBe(false);
    const other = take('ada', 'other');
    leave('first');
    expect(await other).toBe(true);
    expect(await take('ada', 'late', AbortSignal.abort())).toBe(false);
  });

  it('are never all of one publisher', async () => {
    const { letIn, take } = makeHall({ atOnce: 3, atOnceEach: 2, waiting: 9, waitingEach: 9 });
    for (const name of ['ada 1', 'ada 2', 'ada 3', 'bob 1']) void take(name.slice(0, 3), name);
    await soon();
    expect(letIn).toEqual(['ada 1', 'ada 2', 'bob 1']);
  });

  it('go around among publishers', async () => {
    const { letIn, take, leave } = makeHall(shared(1, 9));
    for (const name of ['ada 1', 'ada 2', 'ada 3', 'bob 1', 'cyd 1']) void take(name.slice(0, 3), name);
    for (let at = 0; at < 5; at++) {
      await soon();
      leave(letIn[at] ?? '');
    }
    expect(letIn).toEqual(['ada 1', 'bob 1', 'cyd 1', 'ada 2', 'ada 3']);
  });

  it('are waited for by so many of one publisher, and by others still', async () => {
    const { take } = makeHall({ ...shared(1, 3), waitingEach: 2 });
    await take('ada', 'first');
    void take('ada', 'second');
    void take('ada', 'third');
    expect(await take('ada', 'fourth')).toBe(false);
    const bob = take('bob', 'fifth');
    expect(await Promise.race([bob, soon().then(() => 'waits')])).toBe('waits');
    expect(await take('cyd', 'sixth')).toBe(false);
  });

  it('are neither lost nor given twice, whoever comes, leaves and goes away', async () => {
    const step = fc.record({
      act: fc.constantFrom('come', 'leave', 'vanish'),
      publisher: fc.constantFrom('ada', 'bob', 'cyd'),
      pick: fc.nat(),
    });
    const terms = { atOnce: 3, atOnceEach: 2, waiting: 5, waitingEach: 3 };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const slots = createBodySlots(terms);
        const holding: { publisher: string; release: () => void }[] = [];
        const waiting = new Map<AbortController, string>();
        for (const { act, publisher, pick } of steps) {
          if (act === 'come') {
            const client = new AbortController();
            waiting.set(client, publisher);
            void slots.take(publisher, client.signal).then((release) => {
              waiting.delete(client);
              if (release) holding.push({ publisher, release });
            });
          } else if (act === 'leave') {
            const [left] = holding.splice(pick % Math.max(1, holding.length), 1);
            left?.release();
          } else {
            [...waiting.keys()][pick % Math.max(1, waiting.size)]?.abort();
          }
          await soon();
          const heldBy = (name: string) => holding.filter((one) => one.publisher === name).length;
          expect(holding.length).toBeLessThanOrEqual(terms.atOnce);
          for (const name of ['ada', 'bob', 'cyd'])
            expect(heldBy(name)).toBeLessThanOrEqual(terms.atOnceEach);
          // Nobody waits who could be let in.
          const couldEnter = [...waiting.values()].filter((name) => heldBy(name) < terms.atOnceEach);
          if (holding.length < terms.atOnce) expect(couldEnter).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });
});
