/** The entry of a worker thread: does one piece of work after another as they arrive. */
import { enableCompileCache } from 'node:module';
import { parentPort } from 'node:worker_threads';
import type { Work } from './work.ts';

enableCompileCache();
const { doWork } = await import('./work.ts');

let previous: Promise<void> = Promise.resolve();

parentPort?.on('message', (work: Work) => {
  // Answers must come in the order of the questions.
  previous = previous.then(async () => {
    try {
      parentPort?.postMessage({ results: await doWork(work) });
    } catch (error) {
      // The thread lives on: the failure is the caller's to tell.
      parentPort?.postMessage({ error });
    }
  });
});
