/**
 * The gateway as an edge worker puts it together: files and catalogue from the assets that were deployed, settings from
 * variables. It only answers, since there is no repository beside it that could take a package.
 */
import { createGateway } from '../gateway.ts';
import { withoutKeys } from '../logged-target.ts';
import type { Gateway } from '../parts.ts';
import { createDigestCheck } from '../reader-keys.ts';
import { formatRequestJson } from '../request-log.ts';
import { createScanTurns } from '../scan-turns.ts';
import { textAnswer } from '../text-answer.ts';
import { v2Answers } from '../v2/v2-answers.ts';
import { v3Answers } from '../v3/v3-answers.ts';
import type { AssetBinding } from './asset-binding.ts';
import { createBindingAssets } from './binding-assets.ts';
import { openCatalogueSource } from './catalogue-source.ts';
import { parseWorkerSettings, type WorkerSettings, type WorkerVariables } from './worker-settings.ts';

export interface EdgeVariables extends WorkerVariables {
  readonly ASSETS?: AssetBinding;
}

/** What of the platform is no variable. */
export interface EdgePlatform {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newRequestId: () => string;
  readonly keepAlive: (work: Promise<unknown>) => void;
  /** Into the log of the worker. */
  readonly print: (line: string) => void;
  readonly printError: (line: string) => void;
}

/** Of a worker whose settings are wrong, one that answers every request with 500 and tells the log why. */
export function openEdgeGateway(variables: EdgeVariables, platform: EdgePlatform): Gateway {
  const settings = parseWorkerSettings(variables);
  if (!settings.ok) return refuseAll(settings.problem, platform);
  if (!variables.ASSETS)
    return refuseAll('There is no binding ASSETS to the files of the gallery.', platform);
  return gatewayOf(variables.ASSETS, settings.value, platform);
}

function gatewayOf(binding: AssetBinding, settings: WorkerSettings, platform: EdgePlatform): Gateway {
  const { now, newRequestId, keepAlive, print, printError } = platform;
  const { base, readerDigests, isLogWanted, pushUrl } = settings;
  const assets = createBindingAssets(binding);
  const { current: catalogue } = openCatalogueSource({
    binding,
    now,
    keepAlive,
    onFailure: (error) => printError(failureLine('the new catalogue', error)),
  });
  return createGateway({
    assets,
    base,
    // Turns of its own for each request: on this platform none may wait for what another one does.
    v2: (request, path) => v2Answers({ catalogue, assets, turns: createScanTurns(now) })(request, path),
    v3: (request, path) =>
      v3Answers({ catalogue, assets, takesPushes: false, turns: createScanTurns(now) })(request, path),
    canonicalId: async (id) => (await catalogue()).byKey.get(id.toLowerCase())?.id,
    pushAdvice: pushAdvice(pushUrl),
    // The platform starts a worker for the request that it is to answer.
    isReady: () => ({ ready: true }),
    now,
    newRequestId,
    reportFailure: (error, requestId) => printError(failureLine(`request ${requestId}`, error)),
    ...(readerDigests && { isReader: createDigestCheck(numbered(readerDigests)) }),
    ...(isLogWanted && { log: (entry) => print(formatRequestJson(entry)) }),
  });
}

/** The names are for the log: nothing of a digest, since that of a weak key could be guessed. */
function numbered(digests: readonly Uint8Array[]) {
  return digests.map((digest, at) => ({ name: `reader-${at + 1}`, digest }));
}

function pushAdvice(pushUrl: string | undefined): string {
  if (pushUrl !== undefined) return `This gallery takes no packages at this address; push them to ${pushUrl}`;
  return 'This gallery takes no packages at this address. Publish them by a request in its repository, or push them to the gateway that keeps it.';
}

function refuseAll(problem: string, { printError, newRequestId }: EdgePlatform): Gateway {
  return {
    fetch: async () => {
      const requestId = newRequestId();
      printError(
        JSON.stringify({ error: `The settings of the gateway are of no use. ${problem}`, id: requestId }),
      );
      return textAnswer(500, `The gallery failed to answer. The id of this request is ${requestId}.`, {
        'Cache-Control': 'no-store',
        'X-Request-Id': requestId,
      });
    },
  };
}

function failureLine(what: string, error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return JSON.stringify({ error: withoutKeys(`${what} failed: ${text}`) });
}
