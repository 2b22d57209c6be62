/** Where a verb keeps what it read, as its options say. */
import { fileURLToPath } from 'node:url';
import type { VerbArguments } from './verb.ts';

/** Undefined with --no-cache. */
export function cacheDirOf(args: VerbArguments): string | undefined {
  if (args.isSet('no-cache')) return undefined;
  return args.text('cache') ?? fileURLToPath(new URL('../../.cache/pwshelf', import.meta.url));
}
