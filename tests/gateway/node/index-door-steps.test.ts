import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PROJECT_ROOT } from '../../support/clients.ts';
import { makePushClone, type PushClone } from '../../support/push-clone.ts';
import { expectWholeClone } from '../../support/whole-clone.ts';

const CHILD = join(PROJECT_ROOT, 'tests/support/push-child.ts');
/** At most; steps end with the first process that lives. */
const STEPS = 200;

interface Death {
  /** From when its steps are counted. */
  readonly from: 'start' | 'ready';
  readonly step: number;
}

/** A server that is asked for one package, and dies on the way. */
function pusherOf({ indexDir, top }: PushClone, mode: string) {
  let at = 0;
  return async (death?: Death) => {
    at += 1;
    const dying = death ? [death.from, String(death.step)] : [];
    // What the first one compiled is kept: who is killed keeps nothing.
    const env = { ...process.env, NODE_COMPILE_CACHE: join(top, '../compiled') };
    const child = spawn(process.execPath, [CHILD, indexDir, mode, ...dying], { env });
    let told = '';
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (told += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    const now = new Date(Date.parse('2026-03-10T12:00:00Z') + at * 120_000).toISOString();
    const made = { id: 'Sample.Tools', version: `2.${at}.0-k`, functions: ['Get-Sample'] };
    child.stdin.on('error', () => undefined);
    child.stdin.end(`${JSON.stringify({ at, now: now.replace('.000', ''), keyId: 'ada-ci', made })}\n`);
    await once(child, 'close');
    const [ready, answer] = told.split('\n');
    return {
      version: `${made.id} ${made.version}`,
      isReady: ready === '{"ready":true}',
      isDone: answer === `{"at":${at},"kind":"done","codes":[]}`,
      isKilled: child.signalCode === 'SIGKILL',
      ...{ death, told, said },
    };
  };
}

it.each(['clone', 'remote'])('goes on in a %s after a kill at any step of a push', async (mode) => {
  const clone = await makePushClone();
  await clone.door.close();
  const push = pusherOf(clone, mode);
  try {
    const answered = [(await push()).version];
    for (let step = 0; ; step++) {
      const outcome = await push({ from: 'ready', step });
      if (outcome.isDone) answered.push(outcome.version);
      if (step < STEPS && outcome.isKilled) continue;
      // One that could not start, or could not push, would end here too.
      expect(outcome).toMatchObject({ isReady: true, isDone: true, isKilled: false });
      expect(step).toBeGreaterThan(40);
      break;
    }
    expect(await expectWholeClone(clone)).toEqual(expect.arrayContaining(answered));
  } finally {
    await clone.close();
  }
});

it('starts after a kill at any step of taking up what another kill has left', async () => {
  const clone = await makePushClone();
  await clone.door.close();
  const push = pusherOf(clone, 'clone');
  const isHalf = () =>
    clone.run('for-each-ref', 'refs/pwshelf/placing') !== '' && clone.run('status', '--porcelain') !== '';
  try {
    expect(await push()).toMatchObject({ isDone: true });
    let half = 0;
    for (; !isHalf(); half++)
      expect(await push({ from: 'ready', step: half })).toMatchObject({ isKilled: true });
    for (let step = 0; ; step++) {
      const outcome = await push({ from: 'start', step });
      if (outcome.isReady) {
        expect(step).toBeGreaterThan(20);
        break;
      }
      expect(outcome).toMatchObject({ isKilled: true });
      // It takes up what both have left, and is killed where the first one was.
      const next = await push({ from: 'ready', step: half - 1 });
      expect(next).toMatchObject({ isReady: true, isKilled: true });
      expect(isHalf()).toBe(true);
    }
    const last = await push();
    expect(last).toMatchObject({ isDone: true });
    expect(await expectWholeClone(clone)).toContain(last.version);
  } finally {
    await clone.close();
  }
});
