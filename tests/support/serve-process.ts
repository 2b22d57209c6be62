/** `pwshelf serve` as a process of its own: what it prints, and how it ends. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { PROJECT_ROOT } from './clients.ts';

export interface ServeProcess {
  /** With base and trailing slash. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  readonly out: () => string;
  readonly err: () => string;
  /** What reads its output goes away, as a collector of logs may. */
  readonly stopReading: () => void;
  readonly signal: (name: NodeJS.Signals) => void;
  readonly exitCode: Promise<number | null>;
}

/** @param words  behind `serve --port 0` */
export async function serveProcess(
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<ServeProcess> {
  const served = await startServeProcess(['--port', '0', ...words], env);
  onTestFinished(served.kill);
  return served;
}

/**
 * The same for several tests: whoever starts it in beforeAll kills it in afterAll.
 * @param words  behind `serve`
 */
export async function startServeProcess(
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<ServeProcess & { readonly kill: () => Promise<void> }> {
  const args = [join(PROJECT_ROOT, 'scripts/pwshelf.ts'), 'serve', ...words];
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env } });
  const closed = once(child, 'close');
  let [out, err] = ['', ''];
  child.stdout.on('data', (text) => {
    out += text;
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr.on('data', (text) => {
      err += text;
      const found = /^ {2}Gallery +(\S+)$.*stops it/ms.exec(err);
      if (found?.[1]) resolve(found[1]);
    });
    child.once('exit', () => reject(new Error(err)));
  });
  return {
    url,
    port: Number(new URL(url).port),
    pid: child.pid ?? 0,
    out: () => out,
    err: () => err,
    stopReading: () => {
      child.stdout.destroy();
      child.stderr.destroy();
    },
    signal: (name) => void child.kill(name),
    exitCode: closed.then(([code]) => code as number | null),
    kill: async () => {
      child.kill('SIGKILL');
      await closed;
    },
  };
}
