/**
 * The catalogue in one isolate of the edge: loaded by the first query, asked for again now and then, since files can be replaced
 * without a new isolate. While a new one cannot be read, the old one goes on answering.
 */
import { GalleryError } from '../../domain/gallery-error.ts';
import { API_CATALOGUE } from '../../feed/urls.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { readCatalogue } from '../catalogue/read-catalogue.ts';
import { type AssetBinding, fetchAsset } from './asset-binding.ts';

export interface CatalogueSourceOptions {
  readonly binding: AssetBinding;
  /** Milliseconds. At the edge the clock moves only while the worker waits for something. */
  readonly now: () => number;
  /** Keeps the request that asks alive until the work is done: at the edge, what it waits for ends with it. */
  readonly keepAlive: (work: Promise<unknown>) => void;
  /** Told when the old one stays because the new one could not be read. */
  readonly onFailure: (error: unknown) => void;
}

export interface CatalogueSource {
  /** @throws GalleryError while there has never been one that could be read */
  readonly current: () => Promise<Catalogue>;
}

const ASK_AGAIN_MS = 30_000;
/** A catalogue that cannot be read costs as much time as one that can; it is not tried at every request. */
const TRY_AGAIN_MS = 2_000;
/** A load that takes longer hangs, and the next request begins anew. */
const GIVEN_UP_AFTER_MS = 20_000;

interface Flight {
  readonly catalogue: Promise<Catalogue>;
  readonly startedAtMs: number;
}

export function openCatalogueSource(options: CatalogueSourceOptions): CatalogueSource {
  const { binding, now, keepAlive, onFailure } = options;
  let held: Catalogue | undefined;
  let failure: unknown;
  let askedAtMs = Number.NEGATIVE_INFINITY;
  let flight: Flight | undefined;

  const ask = async (): Promise<Catalogue> => {
    try {
      held = await load(binding, held);
      failure = undefined;
      return held;
    } catch (error) {
      failure = error;
      if (!held) throw error;
      onFailure(error);
      return held;
    } finally {
      askedAtMs = now();
    }
  };
  return {
    current: () => {
      const ageMs = now() - askedAtMs;
      if (held && ageMs < ASK_AGAIN_MS) return Promise.resolve(held);
      if (!held && failure !== undefined && ageMs < TRY_AGAIN_MS) return Promise.reject(failure);
      if (flight && now() - flight.startedAtMs < GIVEN_UP_AFTER_MS) return flight.catalogue;
      const begun: Flight = { catalogue: ask(), startedAtMs: now() };
      const end = () => {
        if (flight === begun) flight = undefined;
      };
      flight = begun;
      keepAlive(begun.catalogue.then(end, end));
      return begun.catalogue;
    },
  };
}

/** @returns the same value when the file is still the same */
async function load(binding: AssetBinding, held: Catalogue | undefined): Promise<Catalogue> {
  const headers: Record<string, string> = held ? { 'If-None-Match': `"${held.mark}"` } : {};
  const asset = await fetchAsset(binding, API_CATALOGUE, { headers });
  if (!asset) throw absent();
  const mark = markOf(asset);
  if (held && (asset.status === 304 || held.mark === mark)) {
    await asset.body?.cancel();
    return held;
  }
  return readCatalogue(new Uint8Array(await asset.arrayBuffer()), mark);
}

/** What stands in it also stands in ETags of answers, so it holds neither quotes nor commas. */
function markOf(asset: Response): string {
  const mark = /^(?:W\/)?"([\x21\x23-\x2b\x2d-\x7e]+)"$/.exec(asset.headers.get('etag') ?? '')?.[1];
  if (mark === undefined) throw new Error('the binding of the assets gave the catalogue without an ETag');
  return mark;
}

function absent(): GalleryError {
  return new GalleryError(
    'CATALOGUE_ABSENT',
    `There is no ${API_CATALOGUE} among the assets, from which queries are answered.`,
    'Build the gallery with this version of the program, `pwshelf build`, and deploy it again.',
  );
}
