/** Secrets in the text files of a package, before any of it is committed. */
import type { Finding } from '../domain/finding.ts';
import { findingOf } from '../domain/rule.ts';
import { type Archive, readEntry } from '../read/archive.ts';
import { decodeText } from '../read/text-encoding.ts';
import { secretFound } from '../rules/secret-found.ts';
import { findSecrets } from './secret-detectors.ts';

/** Longer files are data: no person has written them. */
const MAX_TEXT_BYTES = 1024 * 1024;

/** The slowest text that is known takes 2 s a MiB; what comes after this much of a package is not looked at. */
const MAX_PACKAGE_BYTES = 64 * MAX_TEXT_BYTES;

/** Git takes a file for binary by the same sign. */
const NUL_WITHIN = 8000;

/** @param file  the archive, as the user would name it */
export async function secretFindings(archive: Archive, file: string): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  let remainingBytes = MAX_PACKAGE_BYTES;
  for (const entry of archive.entries) {
    if (entry.isFolder || entry.sizeBytes > Math.min(MAX_TEXT_BYTES, remainingBytes)) continue;
    const bytes = readEntry(archive, entry, { file, entry: entry.path }).value;
    const text = bytes && decodeText(bytes);
    if (text === undefined || text.slice(0, NUL_WITHIN).includes('\0')) continue;
    remainingBytes -= entry.sizeBytes;
    for (const { kind, detector, line, column } of await findSecrets(text, entry.path)) {
      findings.push(findingOf(secretFound, { file, entry: entry.path, line, column }, { kind, detector }));
    }
  }
  return findings;
}
