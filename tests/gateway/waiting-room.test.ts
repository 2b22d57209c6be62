import { expect, it } from 'vitest';
import { openWaitingRoom } from '../../src/gateway/waiting-room.ts';

it('lets a few work at once, the others in their order, and turns away who finds no seat', async () => {
  const room = openWaitingRoom(2, 2);
  const events: string[] = [];
  const ends: (() => void)[] = [];
  const work = (name: string) =>
    room.run(async () => {
      events.push(name);
      await new Promise<void>((resolve) => ends.push(resolve));
      return name;
    });
  const all = ['a', 'b', 'c', 'd', 'e'].map(work);
  expect(await all[4]).toBeUndefined();
  expect(events).toEqual(['a', 'b']);
  for (let at = 0; at < 4; at++) {
    ends[at]?.();
    await all[at];
  }
  expect(events).toEqual(['a', 'b', 'c', 'd']);
  expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd', undefined]);
});

it('gives a place on when the work fails', async () => {
  const room = openWaitingRoom(1, 5);
  const failed = room.run(async () => {
    throw new Error('broken');
  });
  const next = room.run(async () => 'next');
  await expect(failed).rejects.toThrow('broken');
  expect(await next).toBe('next');
  expect(await room.run(async () => 'later')).toBe('later');
});
