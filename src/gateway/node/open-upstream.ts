/** The gateway's part for other galleries, with the network of Node behind it. */
import type { Catalogue } from '../catalogue/catalogue.ts';
import { createUpstream, type Upstream } from '../upstream/upstream.ts';
import type { LogUpstream } from '../upstream/upstream-event.ts';
import { webFetch } from '../upstream/upstream-fetch.ts';
import type { UpstreamSource } from '../upstream/upstream-source.ts';
import { upstreamFetch } from './upstream-fetch.ts';
import { type NodeIntake, nodeIntake } from './upstream-intake.ts';

export interface NodeUpstreamOptions {
  readonly sources: readonly UpstreamSource[];
  readonly catalogue: () => Promise<Catalogue>;
  readonly now: () => number;
  readonly log: LogUpstream;
  /** Without it clients are redirected. */
  readonly intake?: Omit<NodeIntake, 'catalogue'>;
}

export function openUpstream({ intake, ...options }: NodeUpstreamOptions): Upstream {
  const { sources, catalogue } = options;
  // For a redirect only service indexes are read, from addresses that the operator gave.
  if (!intake) return createUpstream({ ...options, fetch: webFetch(fetch) });
  return createUpstream({
    ...options,
    fetch: upstreamFetch(sources),
    intake: nodeIntake({ ...intake, catalogue }),
  });
}
