/** Keeps bytes that were dear to make, up to a limit; what was asked for longest ago goes first. */

export interface ByteCache {
  /** @returns the bytes kept for exactly this stamp of the thing; an older one is forgotten */
  readonly get: (key: string, stamp: string) => Uint8Array | undefined;
  /** Bytes above the limit of one entry are not kept. Who asks while they are being made gets the same. */
  readonly getOrMake: (key: string, stamp: string, make: () => Promise<Uint8Array>) => Promise<Uint8Array>;
  readonly sizeBytes: () => number;
}

interface Entry {
  readonly stamp: string;
  readonly bytes: Uint8Array;
}

/** What an entry costs beside its bytes, about. */
const ENTRY_BYTES = 500;

export function createByteCache(limits: {
  readonly maxBytes: number;
  readonly maxEntryBytes: number;
}): ByteCache {
  // A Map keeps the order of insertion: the first key is the one that was used longest ago.
  const entries = new Map<string, Entry>();
  let total = 0;
  const forget = (key: string, { bytes }: Entry) => {
    entries.delete(key);
    total -= bytes.byteLength + ENTRY_BYTES;
  };
  const keep = (key: string, entry: Entry) => {
    entries.set(key, entry);
    total += entry.bytes.byteLength + ENTRY_BYTES;
  };
  const get = (key: string, stamp: string) => {
    const entry = entries.get(key);
    if (!entry) return undefined;
    forget(key, entry);
    if (entry.stamp === stamp) keep(key, entry);
    return entry.stamp === stamp ? entry.bytes : undefined;
  };
  const pending = new Map<string, Promise<Uint8Array>>();
  const makeOnce = async (key: string, stamp: string, make: () => Promise<Uint8Array>) => {
    const bytes = await make();
    if (bytes.byteLength > limits.maxEntryBytes) return bytes;
    const old = entries.get(key);
    if (old) forget(key, old);
    keep(key, { stamp, bytes });
    for (const [oldest, entry] of entries) {
      if (total <= limits.maxBytes) break;
      forget(oldest, entry);
    }
    return bytes;
  };
  return {
    get,
    getOrMake: async (key, stamp, make) => {
      const kept = get(key, stamp);
      if (kept) return kept;
      const name = `${stamp} ${key}`;
      const made = pending.get(name) ?? makeOnce(key, stamp, make).finally(() => pending.delete(name));
      pending.set(name, made);
      return made;
    },
    sizeBytes: () => total,
  };
}
