/** What may become of published blobs: nothing. Whoever installed a version gets the same bytes for ever, or none. */
import { blobNames } from '../domain/blob-name.ts';
import type { Finding } from '../domain/finding.ts';
import type { PackageRecord } from '../domain/record.ts';
import { findingOf } from '../domain/rule.ts';
import { blobChanged } from '../rules/blob-changed.ts';
import { blobVanished } from '../rules/blob-vanished.ts';

/** A difference between two states of an index. */
export interface IndexChange {
  readonly kind: 'added' | 'changed' | 'gone';
  /** Relative to the index. */
  readonly path: string;
}

const BLOB = /^blobs\/([^/]+\.nupkg)$/;

/** @param root  of the index, as the user would name it, with a trailing slash */
export function changeFindings(
  changes: readonly IndexChange[],
  records: readonly PackageRecord[],
  root: string,
): readonly Finding[] {
  const removed = new Set(
    records.flatMap((record) => record.removed.flatMap(({ version }) => blobNames(record.id, version))),
  );
  return changes.flatMap(({ kind, path }) => {
    const name = BLOB.exec(path)?.[1];
    if (name === undefined || kind === 'added') return [];
    const place = { file: root + path };
    if (kind === 'changed') return [findingOf(blobChanged, place, {})];
    return removed.has(name) ? [] : [findingOf(blobVanished, place, {})];
  });
}
