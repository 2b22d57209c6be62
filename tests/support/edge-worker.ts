/**
 * The edge worker as it is deployed: bundled into one script and run by workerd, with the platform's own worker for assets before
 * a folder. Nothing of it asks the network.
 */
import { resolve } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { Log, LogLevel, Miniflare, type MiniflareOptions } from 'miniflare';
import { readWorkerConfig, WORKER_CONFIG_DIR } from './worker-config.ts';

const CONFIG = readWorkerConfig();

export interface WorkerBundle {
  readonly script: string;
  /** Which file brought which along. */
  readonly inputs: Metafile['inputs'];
}

/** As the platform's own tool does without flags for Node: nothing of Node can be resolved. */
export async function bundleWorker(): Promise<WorkerBundle> {
  const { outputFiles, metafile } = await build({
    entryPoints: [resolve(WORKER_CONFIG_DIR, CONFIG.main)],
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2024',
    external: ['cloudflare:*'],
    logLevel: 'silent',
  });
  return { script: outputFiles[0]?.text ?? '', inputs: metafile.inputs };
}

/** Whoever answers in place of the platform's assets. */
export type AssetStandIn = (request: Request) => Promise<Response>;

export interface EdgeWorker {
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
  /** What the worker wrote into its log, in the order of lines. */
  readonly lines: readonly string[];
  /** Starts it anew, as a deployment does. */
  readonly redeploy: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface EdgeWorkerOptions {
  /** A folder that build wrote, or who answers in its place. */
  readonly assets: string | AssetStandIn;
  readonly vars?: Readonly<Record<string, string>>;
  readonly origin: string;
}

export async function startEdgeWorker(
  { script }: WorkerBundle,
  { assets, vars = {}, origin }: EdgeWorkerOptions,
): Promise<EdgeWorker> {
  const lines: string[] = [];
  const { binding, html_handling, not_found_handling, run_worker_first } = CONFIG.assets;
  const options: MiniflareOptions = {
    name: CONFIG.name,
    modules: true,
    script,
    compatibilityDate: CONFIG.compatibility_date,
    bindings: { ...CONFIG.vars, ...vars },
    host: '127.0.0.1',
    port: 0,
    // Else it would ask its maker where on earth it runs.
    cf: false,
    log: new Log(LogLevel.NONE),
    // It must return nothing at all.
    handleStructuredLogs: ({ message }: { readonly message: string }) => {
      lines.push(...message.split('\n'));
    },
    ...(typeof assets === 'string'
      ? {
          assets: {
            directory: assets,
            binding,
            routerConfig: { has_user_worker: true, invoke_user_worker_ahead_of_assets: run_worker_first },
            assetConfig: { html_handling, not_found_handling },
          },
        }
      : { serviceBindings: { [binding]: assets as never } }),
  };
  const miniflare = new Miniflare(options);
  await miniflare.ready;
  return {
    fetch: async (path, init) =>
      (await miniflare.dispatchFetch(new URL(path, origin).href, {
        redirect: 'manual',
        ...(init as object),
      })) as unknown as Response,
    lines,
    redeploy: () => miniflare.setOptions(options),
    close: () => miniflare.dispose(),
  };
}
