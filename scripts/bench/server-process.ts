/** A server of the program in a process of its own, for measuring what it takes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const PROGRAM = join(fileURLToPath(new URL('../..', import.meta.url)), 'scripts/pwshelf.ts');

export interface MeasuredServer {
  readonly url: string;
  /** From the start of the process to its first answer. */
  readonly startMs: number;
  /** At most, so far. */
  readonly peakMiB: () => number;
  readonly stop: () => Promise<void>;
}

/** @param path  that answers 200 when the server is there */
export async function startMeasuredServer(
  port: number,
  args: readonly string[],
  path: string,
): Promise<MeasuredServer> {
  const startedMs = performance.now();
  const child: ChildProcess = spawn(process.execPath, [PROGRAM, 'serve', '--port', String(port), ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString('utf8')).slice(-4_000);
  });
  const url = `http://127.0.0.1:${port}`;
  while (!(await isThere(url + path))) {
    if (child.exitCode !== null) throw new Error(`The server ended: ${said}`);
    await sleep(10);
  }
  const startMs = performance.now() - startedMs;
  return {
    url,
    startMs,
    peakMiB: () => peakOf(child.pid ?? 0),
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function isThere(url: string): Promise<boolean> {
  try {
    const response = await fetch(url);
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

/** Linux keeps the most that a process ever had; elsewhere there is no number. */
function peakOf(pid: number): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}
