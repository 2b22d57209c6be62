/**
 * The gate where a package enters: every byte of it is unpacked and counted, and a second, independent reader must
 * agree. A build trusts what has passed it by its SHA-512.
 */
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { configure, Uint8ArrayReader, ZipReader } from '@zip.js/zip.js';
import type { Finding } from '../domain/finding.ts';
import { zipContent } from '../rules/zip-content.ts';
import { zipSecondOpinion } from '../rules/zip-second-opinion.ts';
import { zipUnpackedSize } from '../rules/zip-unpacked-size.ts';
import { type Archive, type ArchiveEntry, type ArchiveLimits, openArchive } from './archive.ts';
import { checkUnpackedSize } from './archive-check.ts';
import { ZipFaults } from './zip-faults.ts';

configure({ useWebWorkers: false });

/** @param file  as the user would name it */
export async function gateArchive(
  bytes: Uint8Array,
  file: string,
  limits: ArchiveLimits,
): Promise<readonly Finding[]> {
  const { value: archive, findings } = openArchive(bytes, file, limits);
  if (!archive) return findings;
  const faults = new ZipFaults(file);
  await unpackAll(archive, limits, faults);
  if (faults.findings.length === 0) await askSecondReader(bytes, faults);
  return [...findings, ...faults.findings];
}

/** Streams each entry through, so that a bomb is stopped at the limit and no entry is ever held whole. */
async function unpackAll(archive: Archive, limits: ArchiveLimits, faults: ZipFaults): Promise<void> {
  let totalBytes = 0;
  for (const entry of archive.entries) {
    const { problem, sizeBytes } = await unpack(archive.bytes, entry, limits.maxUnpackedBytes - totalBytes);
    totalBytes += sizeBytes;
    if (totalBytes > limits.maxUnpackedBytes) {
      faults.add(zipUnpackedSize, undefined, { found: totalBytes, limit: limits.maxUnpackedBytes });
      return;
    }
    if (problem !== undefined) faults.add(zipContent, entry.path, { problem });
  }
  checkUnpackedSize(totalBytes, archive.bytes.length, limits, faults);
}

async function unpack(
  bytes: Uint8Array,
  entry: ArchiveEntry,
  limitBytes: number,
): Promise<{ readonly problem: string | undefined; readonly sizeBytes: number }> {
  const packed = bytes.subarray(entry.dataOffset, entry.dataOffset + entry.packedBytes);
  let sizeBytes = 0;
  let checksum = 0;
  const count = (chunk: Uint8Array) => {
    sizeBytes += chunk.length;
    checksum = crc32(chunk, checksum);
  };
  let unreadBytes = 0;
  try {
    if (entry.method === 0) count(packed);
    else
      unreadBytes = await inflate(packed, count, () => sizeBytes > limitBytes || sizeBytes > entry.sizeBytes);
  } catch (error) {
    if (error !== TOO_MUCH) return { problem: 'its packed bytes are damaged', sizeBytes };
  }
  if (sizeBytes !== entry.sizeBytes) {
    const found = sizeBytes > entry.sizeBytes ? 'more' : `${sizeBytes}`;
    return { problem: `it announces ${entry.sizeBytes} bytes and holds ${found}`, sizeBytes };
  }
  if (checksum !== entry.crc32) return { problem: 'its CRC-32 is another', sizeBytes };
  if (unreadBytes > 0) return { problem: `${unreadBytes} bytes follow its packed content`, sizeBytes };
  return { problem: undefined, sizeBytes };
}

const TOO_MUCH = new Error('the entry unpacks to more than is allowed');

/** @returns how many packed bytes stand behind the end of the deflated stream */
async function inflate(
  packed: Uint8Array,
  count: (chunk: Uint8Array) => void,
  isTooMuch: () => boolean,
): Promise<number> {
  const inflater = createInflateRaw();
  const sink = new Writable({
    write: (chunk: Uint8Array, _encoding, done) => {
      count(chunk);
      done(isTooMuch() ? TOO_MUCH : null);
    },
  });
  const writing = pipeline(inflater, sink);
  inflater.end(packed);
  await writing;
  return packed.length - inflater.bytesWritten;
}

async function askSecondReader(bytes: Uint8Array, faults: ZipFaults): Promise<void> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes), {
    strictness: 'strict',
    checkAmbiguity: true,
    checkOverlappingEntry: true,
    checkSignature: true,
  });
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      if (!entry.directory) await entry.getData(new WritableStream());
    }
  } catch (error) {
    faults.add(zipSecondOpinion, undefined, {
      problem: error instanceof Error ? error.message : String(error),
    });
  } finally {
    await reader.close();
  }
}
