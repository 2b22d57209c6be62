/**
 * What the gateway of this machine is put together from: the one place where files, queries, keys and the index meet. Secrets
 * come from the environment, since everybody on a machine sees the words of a command line.
 */
import { openCatalogueSource } from '../gateway/node/catalogue-source.ts';
import { createDiskAssets } from '../gateway/node/disk-assets.ts';
import type { GatewayParts } from '../gateway/parts.ts';
import { createKeyThrottle } from '../gateway/push/key-throttle.ts';
import { createScanTurns } from '../gateway/scan-turns.ts';
import { v2Answers } from '../gateway/v2/v2-answers.ts';
import { v3Answers } from '../gateway/v3/v3-answers.ts';
import { printable } from '../report/printable.ts';
import { pushParts } from './push-parts.ts';
import { readerCheck } from './reader-parts.ts';
import type { Terminal } from './terminal.ts';
import { upstreamParts } from './upstream-parts.ts';
import type { VerbArguments } from './verb.ts';

export interface GatewayPlace {
  /** The folder that build wrote. */
  readonly dir: string;
  readonly base: string;
  /** Whether it was built from the index a moment ago. */
  readonly isJustBuilt: boolean;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** What the parts are made of. */
export interface PartsContext {
  readonly args: VerbArguments;
  readonly env: Environment;
  readonly place: GatewayPlace;
  /** For whoever looks after the server. */
  readonly say: (line: string) => void;
}

export interface PreparedGateway {
  readonly parts: Pick<
    GatewayParts,
    | 'assets'
    | 'base'
    | 'v2'
    | 'v3'
    | 'push'
    | 'pushAdvice'
    | 'isReader'
    | 'throttle'
    | 'upstream'
    | 'canonicalId'
  >;
  /** Which the feeds name. */
  readonly siteUrl: string;
  /** False until queries can be answered. */
  readonly isLoaded: () => boolean;
  /** Finishes what goes on behind the gateway, after the last request was answered. */
  readonly stop: () => Promise<void>;
}

const PUSH_ADVICE =
  'This gallery takes no packages at this address. Whoever runs it can let it, with `pwshelf serve --push`.';

/** @throws GalleryError when something that was asked for cannot be had, UsageError when it cannot be together */
export async function prepareGateway(
  args: VerbArguments,
  terminal: Terminal,
  place: GatewayPlace,
  env: Environment,
): Promise<PreparedGateway> {
  const say = (line: string) => terminal.say(printable(`pwshelf: ${line}`));
  const context: PartsContext = { args, env, place, say };
  const throttle = createKeyThrottle();
  const isReader = await readerCheck(context);
  const assets = createDiskAssets(place.dir);
  const source = openCatalogueSource({
    root: place.dir,
    now: () => performance.now(),
    onFailure: (error) => say(`${String(error)} What was there before goes on being served.`),
  });
  // Now, so that a gallery which cannot be served is told of at the start.
  const { urls } = await source.current();
  const catalogue = source.current;
  const pushing = await pushParts(context, urls.site, throttle);
  const upstream = upstreamParts(context, catalogue, pushing?.door);
  const turns = createScanTurns(() => performance.now());
  const v2 = v2Answers({ catalogue, assets, turns });
  return {
    parts: {
      assets,
      base: place.base,
      v2: async (request, path) => (await upstream?.v2(request, path)) ?? v2(request, path),
      v3: v3Answers({ catalogue, assets, takesPushes: pushing !== undefined, turns }),
      canonicalId: async (id) => (await catalogue()).byKey.get(id.toLowerCase())?.id,
      ...(isReader && {
        isReader,
        throttle: {
          waitSeconds: (address) => throttle.waitSeconds(address, Date.now()),
          noteFailure: (address) => throttle.note(address, Date.now()),
        },
      }),
      ...(pushing ? { push: pushing.push } : { pushAdvice: PUSH_ADVICE }),
      ...(upstream && { upstream: upstream.read }),
    },
    siteUrl: urls.site,
    isLoaded: source.isLoaded,
    stop: async () => pushing?.door.close(),
  };
}
