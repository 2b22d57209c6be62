/**
 * A .nupkg opened strictly. All its records are looked at, nothing is unpacked but what is asked for. An archive that
 * two programs could read differently is refused, so that what is checked here is what gets installed there.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import { hasErrors, type Place } from '../domain/finding.ts';
import type { Reading } from '../domain/reading.ts';
import { findingOf } from '../domain/rule.ts';
import { zipContent } from '../rules/zip-content.ts';
import { checkArchive } from './archive-check.ts';
import { readZipEnd } from './zip-end.ts';
import { readZipEntries, type ZipEntry } from './zip-entries.ts';
import { ZipFaults } from './zip-faults.ts';

export interface ArchiveLimits {
  readonly maxEntries: number;
  readonly maxUnpackedBytes: number;
}

export interface ArchiveEntry extends ZipEntry {
  /** As stored; packers percent-encode what a URI could not hold. */
  readonly path: string;
  readonly isFolder: boolean;
}

export interface Archive {
  readonly bytes: Uint8Array;
  /** In the order of the archive. */
  readonly entries: readonly ArchiveEntry[];
  /** By its path, stored or unescaped. */
  readonly find: (path: string) => ArchiveEntry | undefined;
}

/** @param file  as the user would name it */
export function openArchive(bytes: Uint8Array, file: string, limits: ArchiveLimits): Reading<Archive> {
  const faults = new ZipFaults(file);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = readZipEnd(view, faults);
  if (!directory) return { value: undefined, findings: faults.findings };
  const entries = readZipEntries(bytes, view, directory, faults).map((entry) => ({
    ...entry,
    path: entry.name,
    isFolder: entry.name.endsWith('/'),
  }));
  checkArchive(entries, bytes.length, limits, faults);
  if (hasErrors(faults.findings)) return { value: undefined, findings: faults.findings };
  const archive: Archive = {
    bytes,
    entries,
    find: finder(entries),
  };
  return { value: archive, findings: faults.findings };
}

/** By path, stored or unescaped; the stored one counts first. Indexed when the first is asked for. */
function finder(entries: readonly ArchiveEntry[]): Archive['find'] {
  let byPath: Map<string, ArchiveEntry> | undefined;
  return (path) => {
    if (!byPath) {
      byPath = new Map(entries.map((entry) => [unescapedPath(entry.path), entry]));
      for (const entry of entries) byPath.set(entry.path, entry);
    }
    return byPath.get(path);
  };
}

/** The unpacked bytes of one entry; never more than it announces, and only when their CRC-32 is right. */
export function readEntry(archive: Archive, entry: ArchiveEntry, place: Place): Reading<Uint8Array> {
  const packed = archive.bytes.subarray(entry.dataOffset, entry.dataOffset + entry.packedBytes);
  const refuse = (problem: string): Reading<Uint8Array> => ({
    value: undefined,
    findings: [findingOf(zipContent, place, { problem })],
  });
  let value: Uint8Array = packed;
  if (entry.method !== 0) {
    try {
      // One byte more than announced is enough to see that there is more.
      value = inflateRawSync(packed, { maxOutputLength: entry.sizeBytes + 1 });
    } catch (error) {
      const isTooLong = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
      return refuse(isTooLong ? 'it unpacks to more than it announces' : 'its packed bytes are damaged');
    }
  }
  if (value.length !== entry.sizeBytes)
    return refuse(`it announces ${entry.sizeBytes} bytes and holds ${value.length}`);
  if (crc32(value) !== entry.crc32) return refuse('its CRC-32 is another');
  return { value, findings: [] };
}

/** Packers percent-encode names, as the container format asks; installers undo that. */
export function unescapedPath(path: string): string {
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
