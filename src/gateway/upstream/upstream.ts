/**
 * The gateway's part for names that the gallery lacks: off unless other galleries are named. Either the client is sent there,
 * or, with an intake, the package is taken in and the gallery answers itself.
 */

import { parsePackageId } from '../../domain/package-id.ts';
import { V2_ROOT, V3_INDEX } from '../../feed/urls.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { ReadPart } from '../parts.ts';
import { askedPackage, quotedTexts, wishOf } from './asked-package.ts';
import { type IntakeParts, openIntake } from './intake.ts';
import { redirectAnswer, upstreamLocation } from './redirect.ts';
import { openServiceAddresses } from './service-addresses.ts';
import type { LogUpstream } from './upstream-event.ts';
import type { FetchUpstream } from './upstream-fetch.ts';
import { mayAskUpstream } from './upstream-names.ts';
import type { UpstreamSource } from './upstream-source.ts';

export interface UpstreamOptions {
  /** In the order in which they are asked. */
  readonly sources: readonly UpstreamSource[];
  readonly catalogue: () => Promise<Catalogue>;
  readonly fetch: FetchUpstream;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log?: LogUpstream;
  /** Without it clients are redirected. */
  readonly intake?: IntakeParts;
}

export interface Upstream {
  /** Asked before the gallery's own answer, with the path below `api/v2/`; what it does not answer, the gallery does. */
  readonly v2: ReadPart;
  /** Asked where the gallery has no file, with the path below its root; afterwards the file may be there. */
  readonly read: ReadPart;
}

export function createUpstream(options: UpstreamOptions): Upstream {
  const { sources, catalogue, fetch, now, log = () => {}, intake } = options;
  const addresses = openServiceAddresses(fetch, now, log);
  const takeIn = intake && openIntake(intake, { sources, addresses, fetch, catalogue, now, log });
  const answer: ReadPart = async (request, path) => {
    const { search, searchParams } = new URL(request.url);
    const asked = askedPackage(path, searchParams);
    if (!asked || !mayLeave(await catalogue(), asked.id, searchParams)) return undefined;
    if (!takeIn) {
      const location = await upstreamLocation(asked, search, sources, addresses);
      return location === undefined ? undefined : redirectAnswer(location);
    }
    // Whoever asks for the headers alone wants to change nothing.
    if (request.method === 'GET') await takeIn(asked.id, wishOf(asked));
    return undefined;
  };
  return {
    v2: (request, path) => answer(request, V2_ROOT + path),
    read: async (request, path) => (path.startsWith(V3_FOLDER) ? answer(request, path) : undefined),
  };
}

/** Nor may the rest of the query tell of a name that is the gallery's. */
function mayLeave(catalogue: Catalogue, id: string, params: URLSearchParams): boolean {
  const isOurs = (text: string) => parsePackageId(text).ok && !mayAskUpstream(catalogue, text);
  return mayAskUpstream(catalogue, id) && !quotedTexts(params).some(isOurs);
}

const V3_FOLDER = V3_INDEX.slice(0, V3_INDEX.lastIndexOf('/') + 1);
