/** Where a verb keeps what it read, as its options say. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { VerbArguments } from './verb.ts';

/** Absolute: the current folder is another one while Astro renders. Undefined with --no-cache. */
export function cacheDirOf(args: VerbArguments): string | undefined {
  if (args.isSet('no-cache')) return undefined;
  return resolve(args.text('cache') ?? fileURLToPath(new URL('../../.cache/pwshelf', import.meta.url)));
}
