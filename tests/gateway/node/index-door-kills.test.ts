import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { PROJECT_ROOT } from '../../support/clients.ts';
import { makePushClone } from '../../support/push-clone.ts';
import { expectWholeClone } from '../../support/whole-clone.ts';

/** At random, in git's own work too, beside the steps that are all tried; more of them are for a look by hand. */
const KILLS = Number(process.env['PWSHELF_KILLS'] ?? 12);
const SEED = 20260310;
const CHILD = join(PROJECT_ROOT, 'tests/support/push-child.ts');

interface Answer {
  readonly ready?: boolean;
  readonly at: number;
  readonly kind: string;
  readonly codes: readonly string[];
}

it.each([
  ['clone', KILLS],
  ['remote', Math.ceil(KILLS / 3)],
] as const)(
  'keeps every push that was answered, and nothing half: in a %s, through %i kills',
  async (mode, kills) => {
    const clone = await makePushClone();
    // The other end of a push does not die with this one.
    clone.run('config', 'remote.origin.receivepack', 'setsid git-receive-pack');
    await clone.door.close();
    const random = randomOf(SEED);
    const answered = new Map<number, Answer>();
    /** Files half written before the branch moved, and files that were missing after it. */
    const points = { whole: 0, begun: 0, placing: 0 };
    let sent = 0;
    try {
      for (let kill = 0; kill < kills; kill++) {
        const child = spawn(process.execPath, [CHILD, clone.indexDir, mode], {
          detached: true,
          stdio: ['pipe', 'pipe', 'pipe'],
        });
        child.stdin.on('error', () => undefined);
        let said = '';
        child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
        const lines = createInterface({ input: child.stdout });
        const ended = once(child, 'close');
        const send = () => {
          const at = (sent += 1);
          const now = new Date(Date.parse('2026-03-10T12:00:00Z') + at * 120_000).toISOString();
          const made = { id: 'Sample.Tools', version: `2.${at}.0-k`, functions: ['Get-Sample'] };
          const asked = { at, now: now.replace('.000', ''), keyId: 'ada-ci', made };
          child.stdin.write(`${JSON.stringify(asked)}\n`);
        };
        let isDoomed = false;
        const killAfter = (waitMs: number) => {
          isDoomed = true;
          // With its own git, as a container dies, or without.
          const target = kill % 2 === 0 ? -(child.pid ?? 0) : (child.pid ?? 0);
          setTimeout(() => process.kill(target, 'SIGKILL'), waitMs);
        };
        lines.on('line', (line) => {
          const answer = JSON.parse(line) as Answer;
          if (answer.ready) {
            for (let more = 0; more < 3; more++) send();
            // One in four before anything has landed.
            if (kill % 4 === 3) killAfter(random() * 900);
          } else {
            if (!isDoomed) killAfter(random() * 150);
            answered.set(answer.at, answer);
            if (answer.kind !== 'done') said += `${line}\n`;
            send();
          }
        });
        await ended;
        // Whoever ends on their own could not start, however often they are started again.
        expect({ kill, isDoomed, said }).toMatchObject({ isDoomed: true });
        expect(
          [...answered.values()].filter(({ kind }) => kind !== 'done'),
          said,
        ).toEqual([]);
        const isPlacing = clone.run('for-each-ref', 'refs/pwshelf/placing') !== '';
        if (clone.run('status', '--porcelain') === '') points.whole += 1;
        else if (isPlacing) points.placing += 1;
        else points.begun += 1;
      }
      // The last one lives, and is asked for one more.
      const last = spawn(process.execPath, [CHILD, clone.indexDir, mode], {
        stdio: ['pipe', 'pipe', 'pipe'],
      });
      let said = '';
      last.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
      const told: Answer[] = [];
      createInterface({ input: last.stdout }).on('line', (line) => told.push(JSON.parse(line) as Answer));
      const made = { id: 'Sample.Tools', version: '9.0.0', functions: ['Get-Sample', 'Set-Sample'] };
      last.stdin.end(`${JSON.stringify({ at: 0, now: '2026-06-10T12:00:00Z', keyId: 'ada-ci', made })}\n`);
      await once(last, 'close');
      expect(
        told.at(-1),
        JSON.stringify({ told, said, code: last.exitCode, signal: last.signalCode }),
      ).toMatchObject({ at: 0, kind: 'done' });

      console.log(`kills: ${JSON.stringify(points)}; ${answered.size} of ${sent} pushes were answered`);
      expect(new Set([...answered.values()].map(({ kind, codes }) => `${kind} ${codes}`))).toEqual(
        new Set(['done ']),
      );
      expect(answered.size).toBeGreaterThanOrEqual(Math.floor((kills * 3) / 4));
      if (mode === 'remote')
        expect(clone.git('rev-parse', 'main').trim()).toBe(clone.run('rev-parse', 'HEAD'));
      const versions = await expectWholeClone(clone);
      const inHead = clone.run('ls-tree', '-r', '--name-only', 'HEAD', '--', 'packages-index/blobs/');
      for (const at of answered.keys()) {
        expect(versions.filter((item) => item === `Sample.Tools 2.${at}.0-k`)).toHaveLength(1);
        expect(inHead).toContain(`Sample.Tools.2.${at}.0-k.nupkg`);
      }
    } finally {
      await clone.close();
    }
  },
  600_000,
);

/** Mulberry32. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
