/** Blobs that an interrupted publish has left without a record, and that publishing the same again takes up. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Finding } from '../domain/finding.ts';
import { blobUnrecorded } from '../rules/blob-unrecorded.ts';

/**
 * @param findings  of the index
 * @param packages  contents of what is to be published
 * @returns names of blobs that hold one of them
 */
export function leftBlobs(
  findings: readonly Finding[],
  packages: readonly Uint8Array[],
): ReadonlySet<string> {
  const files = findings.flatMap(({ code, place }) => (code === blobUnrecorded.code ? [place.file] : []));
  return new Set(
    files
      .filter((file) => {
        const bytes = readFileSync(file);
        return packages.some((item) => Buffer.compare(item, bytes) === 0);
      })
      .map((file) => basename(file)),
  );
}
