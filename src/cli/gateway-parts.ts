/**
 * What the gateway of this machine is put together from: the one place where files, queries, keys and the index meet. Secrets
 * come from the environment, since everybody on a machine sees the words of a command line.
 */
import { GalleryError } from '../domain/gallery-error.ts';
import { openCatalogueSource } from '../gateway/node/catalogue-source.ts';
import { createDiskAssets } from '../gateway/node/disk-assets.ts';
import type { GatewayParts } from '../gateway/parts.ts';
import { createReaderCheck, parseReaderKeys } from '../gateway/reader-keys.ts';
import { v2Answers } from '../gateway/v2/v2-answers.ts';
import { v3Answers } from '../gateway/v3/v3-answers.ts';

/** One `name=secret` a line. */
export const READERS_VARIABLE = 'PWSHELF_READERS';

export interface AskedGateway {
  /** The folder that build wrote. */
  readonly dir: string;
  readonly base: string;
  readonly isPrivate: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** For whoever looks after the server. */
  readonly say: (line: string) => void;
}

export type AnsweringParts = Pick<
  GatewayParts,
  'assets' | 'base' | 'v2' | 'v3' | 'push' | 'isReader' | 'throttle' | 'upstream' | 'canonicalId'
>;

export interface PreparedGateway {
  readonly parts: AnsweringParts;
  /** False until queries can be answered. */
  readonly isLoaded: () => boolean;
  /** Finishes what goes on behind the gateway, after the last request was answered. */
  readonly stop: () => Promise<void>;
}

/** @throws GalleryError when something that was asked for cannot be had */
export async function prepareGateway(asked: AskedGateway): Promise<PreparedGateway> {
  const { dir, base, say } = asked;
  const assets = createDiskAssets(dir);
  const source = openCatalogueSource({
    root: dir,
    now: () => performance.now(),
    onFailure: (error) => say(`pwshelf: ${String(error)} What was there before goes on being served.`),
  });
  // Now, so that a gallery which cannot be served is told of at the start.
  await source.current();
  const catalogue = source.current;
  return {
    parts: {
      assets,
      base,
      v2: v2Answers({ catalogue, assets, now: () => performance.now() }),
      v3: v3Answers({ catalogue, assets, takesPushes: false }),
      canonicalId: async (id) => (await catalogue()).byKey.get(id.toLowerCase())?.id,
      ...(asked.isPrivate && { isReader: await readerCheck(asked.env) }),
    },
    isLoaded: source.isLoaded,
    stop: async () => {},
  };
}

/** Fails closed: a gallery that was to be private is not served to all because a variable was forgotten. */
async function readerCheck(env: AskedGateway['env']): Promise<NonNullable<GatewayParts['isReader']>> {
  const keys = parseReaderKeys(env[READERS_VARIABLE] ?? '');
  if (keys.ok) return createReaderCheck(keys.value);
  throw new GalleryError(
    'READERS_ABSENT',
    `A private gallery needs readers, but ${READERS_VARIABLE} is of no use. ${keys.problem}`,
    `Put one name=secret a line into the environment variable ${READERS_VARIABLE}.`,
  );
}
