/**
 * Builds after a change, in a process of its own, since a build in the server's would keep everybody waiting. At most one runs
 * and one waits: whatever lands meanwhile is in the next. A build that fails leaves what is served as it was, and is tried
 * again: what it lacked may have been space on a disk, and what landed was promised to whoever pushed it.
 */
import { type ChildProcess, spawn } from 'node:child_process';

export interface RebuildOptions {
  /** The program and its arguments, such as node, the command line's file, `build` and its options. */
  readonly command: readonly [string, ...string[]];
  /** Default that of this process. */
  readonly cwd?: string;
  /** @param durationMs  of the build alone */
  readonly onBuilt: (durationMs: number) => void;
  /** @param message  what the build said at last, for the log */
  readonly onFailed: (message: string) => void;
  /** Until a build that failed is tried again; each time twice as long, up to half an hour. */
  readonly retryMs?: number;
}

export interface Rebuild {
  /** Never throws, and returns at once. */
  readonly schedule: () => void;
  /** Resolves when nothing runs and nothing waits but another try. */
  readonly settled: () => Promise<void>;
  /** Waits for what runs, and stops it when that takes too long; nothing is started any more. */
  readonly close: (patienceMs?: number) => Promise<void>;
}

const RETRY_MS = 30_000;
const MOST_RETRY_MS = 1_800_000;
const CLOSE_PATIENCE_MS = 10_000;
const KILL_AFTER_MS = 5_000;
const MOST_TEXT = 4_000;

export function createRebuild(options: RebuildOptions): Rebuild {
  let running: { readonly child: ChildProcess; readonly ended: Promise<void> } | undefined;
  let isWanted = false;
  let isClosed = false;
  let failures = 0;
  let retry: NodeJS.Timeout | undefined;

  const schedule = (): void => {
    isWanted = true;
    next();
  };
  const retryLater = (): void => {
    const waitMs = Math.min((options.retryMs ?? RETRY_MS) * 2 ** failures, MOST_RETRY_MS);
    failures += 1;
    retry = setTimeout(schedule, waitMs);
    retry.unref();
  };
  const next = (): void => {
    if (running || isClosed || !isWanted) return;
    isWanted = false;
    clearTimeout(retry);
    const { child, ended } = start(options);
    running = {
      child,
      ended: ended.then((isBuilt) => {
        running = undefined;
        if (isBuilt) failures = 0;
        else if (!isClosed) retryLater();
        next();
      }),
    };
  };
  const settled = async () => {
    while (running) await running.ended;
  };
  return {
    schedule,
    settled,
    close: async (patienceMs = CLOSE_PATIENCE_MS) => {
      isClosed = true;
      clearTimeout(retry);
      if (!running) return;
      const { child, ended } = running;
      const stop = setTimeout(() => child.kill('SIGTERM'), patienceMs);
      const kill = setTimeout(() => child.kill('SIGKILL'), patienceMs + KILL_AFTER_MS);
      await ended;
      clearTimeout(stop);
      clearTimeout(kill);
    },
  };
}

function start({ command, cwd, onBuilt, onFailed }: RebuildOptions): {
  readonly child: ChildProcess;
  readonly ended: Promise<boolean>;
} {
  const startedMs = performance.now();
  const [program, ...args] = command;
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    // The end of it tells why.
    said = (said + chunk.toString('utf8')).slice(-MOST_TEXT);
  });
  const ended = new Promise<boolean>((resolve) => {
    child.once('error', (error) => {
      onFailed(`The build could not be started: ${error.message}`);
      resolve(false);
    });
    child.once('close', (code, signal) => {
      if (code === 0) onBuilt(performance.now() - startedMs);
      else onFailed(`The build ended with ${signal ?? code}: ${said.trim()}`);
      resolve(code === 0);
    });
  });
  return { child, ended };
}
