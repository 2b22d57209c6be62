/**
 * Which pages of a site need not be rendered: those whose mark is that of the last build. What is left out stays as it
 * is in the output folder.
 */
import type { OutputLedger } from './output-ledger.ts';

export interface PageLedger {
  /**
   * Notes a page of this build.
   * @param path  of its file, relative to the output folder
   * @param key  the same for the same content
   * @returns whether it must be rendered
   */
  readonly take: (path: string, key: string) => boolean;
  /** Marks of all pages noted, by their paths. */
  readonly stamps: ReadonlyMap<string, string>;
  /** Paths of those that were left out. */
  readonly kept: ReadonlySet<string>;
}

/** @param before  undefined to render all */
export function openPageLedger(before: OutputLedger | undefined): PageLedger {
  const stamps = new Map<string, string>();
  const kept = new Set<string>();
  return {
    stamps,
    kept,
    take: (path, key) => {
      // Apart from hashes of contents, which other files of the site have for marks.
      const stamp = `key ${key}`;
      stamps.set(path, stamp);
      if (before?.groups[`site/${path}`]?.stamp === stamp) {
        kept.add(path);
        return false;
      }
      return true;
    },
  };
}
