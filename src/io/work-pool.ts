/** Shares work out over threads. A pool of no threads does it itself, at once. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { doWork, type Work } from './work.ts';

export interface WorkPool {
  /** How many pieces are worth having under way. */
  readonly width: number;
  /** Rejects when the work throws or its thread dies. */
  readonly run: (work: Work) => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

/** Starting a thread costs as much as this many packages. */
const PACKAGES_A_THREAD = 400;

/** How many threads pay for this many packages: 0 when the main thread had better do it alone. */
export function threadsFor(packageCount: number): number {
  const paying = Math.floor(packageCount / PACKAGES_A_THREAD);
  return Math.min(availableParallelism(), paying);
}

export function openWorkPool(threads: number): WorkPool {
  if (threads === 0) {
    return { width: 1, run: async (work) => doWork(work), close: async () => {} };
  }
  // A thread is started when there is work for it, so a build that finds everything unchanged starts none.
  const lanes: ReturnType<typeof openLane>[] = [];
  return {
    width: threads * 2,
    run: (work) => {
      const idle = lanes.find((lane) => lane.load() === 0);
      if (!idle && lanes.length < threads) lanes.push(openLane());
      const lane = idle ?? lanes.reduce((least, other) => (other.load() < least.load() ? other : least));
      return lane.run(work);
    },
    close: async () => {
      await Promise.all(lanes.map((lane) => lane.close()));
    },
  };
}

/** A thread holds one batch at a time; left to itself it would let garbage pile up to gigabytes. */
const THREAD_LIMITS = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 1024 };

interface Waiting {
  readonly resolve: (results: readonly string[]) => void;
  readonly reject: (error: unknown) => void;
}

/** One thread with its queue: answers come in the order of the questions. */
function openLane() {
  const worker = new Worker(new URL('./work-thread.ts', import.meta.url), { resourceLimits: THREAD_LIMITS });
  const queue: Waiting[] = [];
  worker.on('message', (message: { readonly results: readonly string[] } | { readonly error: unknown }) => {
    const waiting = queue.shift();
    if ('error' in message) waiting?.reject(message.error);
    else waiting?.resolve(message.results);
  });
  const fail = (error: unknown) => {
    for (const waiting of queue.splice(0)) waiting.reject(error);
  };
  worker.on('error', fail);
  worker.on('exit', (code) => fail(new Error(`a worker thread ended with code ${code}`)));
  return {
    load: () => queue.length,
    run: (work: Work) =>
      new Promise<readonly string[]>((resolve, reject) => {
        queue.push({ resolve, reject });
        worker.postMessage(work);
      }),
    close: async () => {
      await worker.terminate();
    },
  };
}
