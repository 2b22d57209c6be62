/**
 * The gate in threads of its own: a package is unpacked, searched and read without keeping a server from answering, and one
 * that brings its thread down brings down no more than that.
 */
import { Worker } from 'node:worker_threads';
import { GalleryError } from '../domain/gallery-error.ts';
import type { Reading } from '../domain/reading.ts';
import type { ArchiveLimits } from '../read/archive.ts';
import type { EnteredPackage } from './enter-package.ts';
import { inTurn } from './in-turn.ts';
import type { GateAnswer, GateQuestion } from './package-gate-thread.ts';

export interface PackageGate {
  /** @throws GalleryError GATE_BROKEN when the thread dies of it, or it takes too long */
  readonly open: (bytes: Uint8Array, file: string, limits: ArchiveLimits) => Promise<Reading<EnteredPackage>>;
  readonly close: () => Promise<void>;
}

const THREAD_LIMITS = { maxOldGenerationSizeMb: 1024 };
const PATIENCE_MS = 120_000;

/** @param width  packages at a time: each takes a core, and as much memory as it unpacks to */
export function openPackageGate(width: number, patienceMs = PATIENCE_MS): PackageGate {
  const turn = inTurn(width);
  const idle: Worker[] = [];
  return {
    open: (bytes, file, limits) =>
      turn(async () => {
        const worker = idle.pop() ?? start();
        worker.ref();
        try {
          const answer = await ask(worker, { bytes, file, limits }, patienceMs);
          // An idle thread keeps no process alive.
          worker.unref();
          idle.push(worker);
          if (answer.kind === 'failed') throw new Error(answer.message);
          const { value, findings } = answer.reading;
          return { value: value && { ...value, bytes }, findings };
        } catch (error) {
          if (!idle.includes(worker)) await worker.terminate();
          throw broken(file, error);
        }
      }),
    close: async () => {
      await Promise.all(idle.splice(0).map((worker) => worker.terminate()));
    },
  };
}

function start(): Worker {
  const url = new URL('./package-gate-thread.ts', import.meta.url);
  const worker = new Worker(url, { resourceLimits: THREAD_LIMITS });
  // Whoever waits for an answer hears of it; a thread that is given up is heard no more.
  worker.on('error', () => undefined);
  return worker;
}

function ask(worker: Worker, question: GateQuestion, patienceMs: number): Promise<GateAnswer> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(timer);
      worker.off('message', answered).off('error', failed).off('exit', ended);
      settle();
    };
    const answered = (answer: GateAnswer) => end(() => resolve(answer));
    const failed = (error: unknown) => end(() => reject(error));
    const ended = (code: number) => end(() => reject(new Error(`its thread ended with code ${code}`)));
    const timer = setTimeout(() => failed(new Error('it took too long')), patienceMs);
    worker.on('message', answered).on('error', failed).on('exit', ended);
    worker.postMessage(question);
  });
}

function broken(file: string, error: unknown): GalleryError {
  return new GalleryError(
    'GATE_BROKEN',
    `${file} could not be looked at: ${error instanceof Error ? error.message : String(error)}.`,
    'Nothing was written. See whether the machine has memory and time for a package of this size, and send it again.',
    { cause: error },
  );
}
