/**
 * Fetches from other galleries what is to be taken in. Their downloads may lie on other hosts, so redirects are followed, but
 * only over https and only to public addresses: what another gallery says must not make this machine speak with its own network.
 */
import { fetchGuarded } from '../../io/fetch-guarded.ts';
import { type FetchUpstream, webFetch } from '../upstream/upstream-fetch.ts';
import { isLoopback, type UpstreamSource } from '../upstream/upstream-source.ts';

/** @param sources  those on this machine itself are asked directly; they may redirect nowhere */
export function upstreamFetch(
  sources: readonly UpstreamSource[],
  guarded: typeof fetchGuarded = fetchGuarded,
): FetchUpstream {
  const local = new Set(sources.map(({ origin }) => origin).filter((origin) => isLoopback(new URL(origin))));
  const direct = webFetch(fetch);
  return async (url, bounds) => {
    if (local.has(new URL(url).origin)) return direct(url, bounds);
    const answer = await guarded(url, bounds);
    if (answer.kind === 'none') return { kind: 'none', problem: answer.problem };
    return { kind: 'answer', status: answer.status, body: answer.body };
  };
}
