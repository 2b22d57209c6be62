/** Kills this process at a step of its own, so that every state in which a kill can leave the disk is seen once. */
import childProcess, { type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** Functions of any kind, which are put in the place of their like. */
type Replaceable = Record<string, (...args: never[]) => unknown>;

const CHANGES = ['renameSync', 'linkSync', 'rmSync', 'mkdirSync', 'copyFileSync', 'fsyncSync'] as const;

/**
 * Steps are: before each change of the disk, before each file that is written, with nothing and with half of it written, before
 * each git, and beside each git that goes on alone.
 * @param atStep  counted from 0, from this call on
 */
export function dieAt(atStep: number): void {
  let steps = 0;
  const isLast = () => steps++ === atStep;
  for (const name of CHANGES) {
    const real = (fs as unknown as Replaceable)[name] as (...args: unknown[]) => unknown;
    replace(fs, name, (...args: unknown[]) => {
      const isNothing = name === 'rmSync' && !fs.existsSync(String(args[0]));
      if (!isNothing && isLast()) die();
      return real(...args);
    });
  }
  const { writeFileSync } = fs;
  replace(fs, 'writeFileSync', (path: string, content: string | Uint8Array, options: fs.WriteFileOptions) => {
    if (isLast()) die();
    for (const share of [0, 0.5]) {
      if (!isLast()) continue;
      writeFileSync(path, content.slice(0, content.length * share), options);
      die();
    }
    writeFileSync(path, content, options);
  });
  const { spawn } = childProcess;
  replace(childProcess, 'spawn', (...args: Parameters<typeof spawn>): ChildProcess => {
    if (isLast()) die();
    const child = spawn(...args);
    const { stdin } = child;
    if (!isLast() || !stdin) return child;
    // It still gets all that it is to read.
    const end = stdin.end.bind(stdin);
    replace(stdin, 'end', (input: string | Uint8Array) => end(input, die));
    return child;
  });
  syncBuiltinESMExports();
}

function replace(owner: object, name: string, by: (...args: never[]) => unknown): void {
  (owner as Replaceable)[name] = by;
}

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('A process that was killed goes on.');
}
