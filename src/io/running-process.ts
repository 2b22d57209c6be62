/** Tells a lock whose owner is at work from one that was left behind. */
import { readFileSync } from 'node:fs';

export interface LockOwner {
  readonly pid: number;
  /** When it was started, in ticks since this machine was, where Linux tells it: the number alone comes again. */
  readonly started: string | undefined;
}

/** This process, as a line for a lock. */
export function ownerLine(): string {
  const started = startOf(process.pid);
  return started === undefined ? String(process.pid) : `${process.pid} ${started}`;
}

/** Undefined for what names no process. */
export function readOwner(line: string): LockOwner | undefined {
  const [, pid, started] = /^(\d+)(?: (\d+))?\s*$/.exec(line) ?? [];
  return pid === undefined ? undefined : { pid: Number(pid), started };
}

/** Whether this process, and no other one of its number, runs on this machine. */
export function isRunning({ pid, started }: LockOwner): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  const actual = startOf(pid);
  return started === undefined || actual === undefined || started === actual;
}

function startOf(pid: number): string | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The second field is the name of its program in parentheses, which may hold anything; this is the 22nd.
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}
