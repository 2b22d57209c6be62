/** Who may read a private gallery: keys of keys.yaml with the scope `read`, and readers that the environment names. */

import { GalleryError } from '../domain/gallery-error.ts';
import { readerKeyId } from '../gateway/bearer-keys.ts';
import type { GatewayParts } from '../gateway/parts.ts';
import { createReaderCheck, parseReaderKeys } from '../gateway/reader-keys.ts';
import { openKeysSource } from '../io/keys-source.ts';
import type { PartsContext } from './gateway-parts.ts';
import { indexDirOf } from './verb.ts';

/** One `name=secret` a line. */
export const READERS_VARIABLE = 'PWSHELF_READERS';

type ReaderCheck = NonNullable<GatewayParts['isReader']>;

/**
 * Undefined without --private. Fails closed: a gallery that was to be private is not served to all because something was
 * forgotten.
 * @throws GalleryError when nobody could read
 */
export async function readerCheck({ args, env, say }: PartsContext): Promise<ReaderCheck | undefined> {
  if (!args.isSet('private')) return undefined;
  const named = env[READERS_VARIABLE] ?? '';
  const byName = named === '' ? undefined : await namedReaders(named);
  const byKey = keyReaders(indexDirOf(args), say);
  if (!byName && !byKey?.isThereOne) {
    throw new GalleryError(
      'READERS_ABSENT',
      `A private gallery needs readers, but there is no key with the scope read, and ${READERS_VARIABLE} is not set.`,
      'Make a key with `pwshelf keys new --kind bearer --scope read --owner LOGIN`, or put one name=secret a line into the environment.',
    );
  }
  return async (credentials, context) => {
    const found = await Promise.all([byName?.(credentials, context), byKey?.check(credentials, context)]);
    return found.includes(true);
  };
}

async function namedReaders(text: string): Promise<ReaderCheck> {
  const keys = parseReaderKeys(text);
  if (keys.ok) return createReaderCheck(keys.value);
  throw new GalleryError(
    'READERS_INVALID',
    `${READERS_VARIABLE} is of no use. ${keys.problem}`,
    'Put one name=secret a line into it.',
  );
}

interface KeyReaders {
  readonly check: ReaderCheck;
  /** At the start. A key that is made later counts as well. */
  readonly isThereOne: boolean;
}

/** Undefined when there is no index here at all. */
function keyReaders(indexDir: string, say: PartsContext['say']): KeyReaders | undefined {
  let source: ReturnType<typeof openKeysSource>;
  try {
    source = openKeysSource(indexDir, (error) => say(`${error.message} Those of before go on counting.`));
  } catch (error) {
    if (error instanceof GalleryError && error.code === 'INDEX_ABSENT') return undefined;
    throw error;
  }
  const isForReading = (key: ReturnType<typeof source.current>['keys'][number]) =>
    key.kind === 'bearer' && key.scopes.includes('read');
  return {
    check: async ({ secret }, { noteKey }) => {
      const keyId = await readerKeyId(secret, source.current(), Date.now());
      if (keyId !== undefined) noteKey(keyId);
      return keyId !== undefined;
    },
    isThereOne: source.current().keys.some(isForReading),
  };
}
