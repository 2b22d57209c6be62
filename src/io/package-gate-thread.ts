/** The entry of a thread that looks at packages, one after another. */
import { enableCompileCache } from 'node:module';
import { parentPort } from 'node:worker_threads';
import type { Reading } from '../domain/reading.ts';
import type { ArchiveLimits } from '../read/archive.ts';
import type { EnteredPackage } from './enter-package.ts';

export interface GateQuestion {
  readonly bytes: Uint8Array;
  readonly file: string;
  readonly limits: ArchiveLimits;
}

export type GateAnswer =
  /** Without the bytes: whoever asked has them. */
  | { readonly kind: 'read'; readonly reading: Reading<Omit<EnteredPackage, 'bytes'>> }
  | { readonly kind: 'failed'; readonly message: string };

enableCompileCache();
const { openPackage } = await import('./enter-package.ts');

parentPort?.on('message', (question: GateQuestion) => {
  void answerTo(question).then((answer) => parentPort?.postMessage(answer));
});

async function answerTo({ bytes, file, limits }: GateQuestion): Promise<GateAnswer> {
  try {
    const { value, findings } = await openPackage(bytes, file, limits);
    const entered = value && { file: value.file, nupkg: value.nupkg, docs: value.docs };
    return { kind: 'read', reading: { value: entered, findings } };
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}
