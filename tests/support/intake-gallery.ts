/** A gallery in memory that takes packages in: its door keeps what it is given, and the next question finds it. */
import type { Finding } from '../../src/domain/finding.ts';
import { createGateway } from '../../src/gateway/gateway.ts';
import { packageIdentity } from '../../src/gateway/node/upstream-intake.ts';
import type { PushOutcome } from '../../src/gateway/push-door.ts';
import type { AskedIntake, IntakeParts } from '../../src/gateway/upstream/intake.ts';
import { createUpstream, type UpstreamOptions } from '../../src/gateway/upstream/upstream.ts';
import type { UpstreamEvent } from '../../src/gateway/upstream/upstream-event.ts';
import { type FetchUpstream, webFetch } from '../../src/gateway/upstream/upstream-fetch.ts';
import { parseUpstreamSource } from '../../src/gateway/upstream/upstream-source.ts';
import { catalogueOf } from './gateway-catalogue.ts';
import { makeGallery, type PackageSpec } from './make-gallery.ts';
import { memoryAssets } from './memory-assets.ts';

export interface IntakeGalleryOptions {
  readonly upstreams: readonly string[];
  /** Without it the gallery redirects. */
  readonly take?: readonly string[];
  readonly packages?: readonly PackageSpec[];
  readonly publish?: (asked: AskedIntake) => Promise<PushOutcome>;
  readonly fetch?: FetchUpstream;
  readonly intake?: Partial<IntakeParts>;
}

export function intakeGallery(options: IntakeGalleryOptions) {
  const state = { nowMs: 0, published: [] as AskedIntake[], told: [] as UpstreamEvent[] };
  const packages: PackageSpec[] = [...(options.packages ?? [])];
  const files: Record<string, string> = {};
  const keep = async (asked: AskedIntake): Promise<PushOutcome> => {
    const found = packageIdentity(asked.bytes);
    if (!found) throw new Error('not looked at');
    packages.push({ id: found.id, versions: [found.version] });
    files[`v3/flatcontainer/${found.id.toLowerCase()}/index.json`] = `{"versions":["${found.version}"]}`;
    return { kind: 'done', findings: [], id: found.id, version: found.version, commit: 'c0ffee' };
  };
  const settings = { prefixes: [{ pattern: 'Contoso.*', owners: ['contoso'] }] };
  const catalogue = async () => catalogueOf(makeGallery(packages, settings));
  const intake: IntakeParts = {
    take: options.take ?? [],
    door: {
      maxPackageBytes: async () => 100_000,
      publish: async (asked) => {
        state.published.push(asked);
        return (options.publish ?? keep)(asked);
      },
    },
    identify: packageIdentity,
    awaitVersion: async () => true,
    ...options.intake,
  };
  const upstreamOptions: UpstreamOptions = {
    sources: options.upstreams.map(sourceOf),
    catalogue,
    fetch: options.fetch ?? webFetch(fetch),
    now: () => state.nowMs,
    log: (event) => state.told.push(event),
    ...(options.take && { intake }),
  };
  const upstream = createUpstream(upstreamOptions);
  const gateway = createGateway({
    assets: memoryAssets(files),
    base: '/',
    isReady: () => ({ ready: true }),
    now: () => 0,
    newRequestId: () => 'id',
    // In place of the gallery's own V2: it tells which packages there are.
    v2: async (request, path) =>
      (await upstream.v2(request, path)) ?? new Response(packages.map(({ id }) => id).join(' ')),
    upstream: upstream.read,
  });
  const ask = (path: string, init?: RequestInit) =>
    gateway.fetch(new Request(`http://gallery.example/${path}`, init));
  return { state, ask, add: (spec: PackageSpec) => void packages.push(spec) };
}

export const findingOf = (code: string): Finding => ({
  code,
  severity: 'error',
  place: { file: 'package.nupkg' },
  args: {},
});

function sourceOf(text: string) {
  const parsed = parseUpstreamSource(text);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.value;
}
