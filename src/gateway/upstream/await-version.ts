/** Waits until the gallery answers with a version that was just put into the index; the build takes a moment. */
import type { Catalogue } from '../catalogue/catalogue.ts';
import { findVersion } from '../v2/candidates.ts';

export interface AwaitParts {
  readonly catalogue: () => Promise<Catalogue>;
  readonly pause: (forMs: number) => Promise<void>;
  readonly timeoutMs?: number;
}

export type AwaitVersion = (id: string, version: string) => Promise<boolean>;

const TIMEOUT_MS = 20_000;
const EACH_MS = 200;

/** @returns what says false when the version is not there in time */
export function awaitVersion({ catalogue, pause, timeoutMs = TIMEOUT_MS }: AwaitParts): AwaitVersion {
  return async (id, version) => {
    for (let waitedMs = 0; ; waitedMs += EACH_MS) {
      if (findVersion(await catalogue(), id, version)) return true;
      if (waitedMs >= timeoutMs) return false;
      await pause(EACH_MS);
    }
  };
}
