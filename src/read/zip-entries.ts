/**
 * The central directory of a zip, entry by entry, and the local header of each. Every byte of the archive must belong
 * to exactly one record, and the two headers of an entry must agree: then no two programs can read it differently.
 */
import { zipComment } from '../rules/zip-comment.ts';
import { zipDescriptor } from '../rules/zip-descriptor.ts';
import { zipDirectory } from '../rules/zip-directory.ts';
import { zipDisks } from '../rules/zip-disks.ts';
import { zipHeaderMismatch } from '../rules/zip-header-mismatch.ts';
import { zipOverlap } from '../rules/zip-overlap.ts';
import { zipPrefixData } from '../rules/zip-prefix-data.ts';
import { zipUnknownRecord } from '../rules/zip-unknown-record.ts';
import type { CentralDirectory } from './zip-end.ts';
import { readExtra } from './zip-extra.ts';
import type { ZipFaults } from './zip-faults.ts';
import { decodeZipName } from './zip-name.ts';

export interface ZipEntry {
  /** As stored, decoded. */
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc32: number;
  readonly packedBytes: number;
  readonly sizeBytes: number;
  /** Unix mode, or 0 when the packer told none. */
  readonly mode: number;
  /** Where the packed bytes begin. */
  readonly dataOffset: number;
}

const CENTRAL_SIGNATURE = 0x02014b50;
const CENTRAL_LENGTH = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_LENGTH = 30;
const DESCRIPTOR_SIGNATURE = 0x08074b50;
const UNIX = 3;

export const FLAG_DESCRIPTOR = 0x0008;
export const FLAG_UTF8 = 0x0800;

/** Bytes that one entry takes: local header, data, descriptor. */
interface Span {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** The entries that could be read, in the order of the directory. */
export function readZipEntries(
  bytes: Uint8Array,
  view: DataView,
  directory: CentralDirectory,
  faults: ZipFaults,
): readonly ZipEntry[] {
  const entries: ZipEntry[] = [];
  const spans: Span[] = [];
  let at = directory.offset;
  while (at + CENTRAL_LENGTH <= directory.end && view.getUint32(at, true) === CENTRAL_SIGNATURE) {
    const length =
      CENTRAL_LENGTH +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
    if (at + length > directory.end) break;
    readEntryAt(bytes, view, at, directory, entries, spans, faults);
    at += length;
  }
  if (at !== directory.end) faults.add(zipUnknownRecord, undefined, { offset: at });
  if (entries.length !== directory.entryCount) {
    const problem = `${directory.entryCount} entries were announced, ${entries.length} are there`;
    faults.add(zipDirectory, undefined, { problem });
  }
  checkSpans(spans, directory, faults);
  return entries;
}

function readEntryAt(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  directory: CentralDirectory,
  entries: ZipEntry[],
  spans: Span[],
  faults: ZipFaults,
): void {
  const flags = view.getUint16(at + 8, true);
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const nameStart = at + CENTRAL_LENGTH;
  const name = decodeZipName(bytes, nameStart, nameLength, flags, faults);
  if (view.getUint16(at + 32, true) > 0) faults.add(zipComment, name, {});
  const fields = readExtra(view, nameStart + nameLength, extraLength, name, faults, {
    sizeBytes: view.getUint32(at + 24, true),
    packedBytes: view.getUint32(at + 20, true),
    localOffset: view.getUint32(at + 42, true),
  });
  if (view.getUint16(at + 34, true) !== 0) faults.add(zipDisks, undefined, {});
  const entry = {
    name,
    flags,
    method: view.getUint16(at + 10, true),
    crc32: view.getUint32(at + 16, true),
    packedBytes: fields.packedBytes,
    sizeBytes: fields.sizeBytes,
    mode: view.getUint8(at + 5) === UNIX ? view.getUint16(at + 40, true) : 0,
  };
  const local = readLocal(bytes, view, fields.localOffset, nameStart, nameLength, entry, directory, faults);
  if (local === undefined) return;
  entries.push({ ...entry, dataOffset: local.dataOffset });
  spans.push({ start: fields.localOffset, end: local.end, name });
}

/** Undefined when there is no local header where the directory says. */
function readLocal(
  bytes: Uint8Array,
  view: DataView,
  offset: number,
  nameStart: number,
  nameLength: number,
  entry: Omit<ZipEntry, 'dataOffset'>,
  directory: CentralDirectory,
  faults: ZipFaults,
): { readonly dataOffset: number; readonly end: number } | undefined {
  const { name } = entry;
  if (offset + LOCAL_LENGTH > directory.offset || view.getUint32(offset, true) !== LOCAL_SIGNATURE) {
    faults.add(zipHeaderMismatch, name, { field: 'place of the local header' });
    return undefined;
  }
  const differ = (field: string) => faults.add(zipHeaderMismatch, name, { field });
  const localNameLength = view.getUint16(offset + 26, true);
  const localExtraLength = view.getUint16(offset + 28, true);
  if (!isSameName(bytes, nameStart, nameLength, offset + LOCAL_LENGTH, localNameLength)) differ('name');
  if (view.getUint16(offset + 6, true) !== entry.flags) differ('flags');
  if (view.getUint16(offset + 8, true) !== entry.method) differ('method');
  const dataOffset = offset + LOCAL_LENGTH + localNameLength + localExtraLength;
  const end = dataOffset + entry.packedBytes;
  if (end > directory.offset) {
    differ('size');
    return undefined;
  }
  const local = readExtra(view, offset + LOCAL_LENGTH + localNameLength, localExtraLength, name, faults, {
    sizeBytes: view.getUint32(offset + 22, true),
    packedBytes: view.getUint32(offset + 18, true),
    localOffset: offset,
  });
  const crc32 = view.getUint32(offset + 14, true);
  const hasDescriptor = (entry.flags & FLAG_DESCRIPTOR) !== 0;
  // With a descriptor behind the data, the fields before it may be left at zero.
  const isBlank = hasDescriptor && crc32 === 0 && local.packedBytes === 0 && local.sizeBytes === 0;
  if (!isBlank) {
    if (crc32 !== entry.crc32 && !(hasDescriptor && crc32 === 0)) differ('CRC-32');
    if (local.packedBytes !== entry.packedBytes && !(hasDescriptor && local.packedBytes === 0))
      differ('packed size');
    if (local.sizeBytes !== entry.sizeBytes && !(hasDescriptor && local.sizeBytes === 0)) differ('size');
  }
  if (!hasDescriptor) return { dataOffset, end };
  const length = descriptorLength(view, end, entry, directory.offset);
  if (length === undefined) faults.add(zipDescriptor, name, {});
  return { dataOffset, end: end + (length ?? 0) };
}

/** With and without signature, with sizes of four and of eight bytes: all are in use. Undefined when none fits. */
function descriptorLength(
  view: DataView,
  at: number,
  { crc32, packedBytes, sizeBytes }: Omit<ZipEntry, 'dataOffset'>,
  limit: number,
): number | undefined {
  for (const signature of [4, 0]) {
    if (at + signature + 12 > limit) continue;
    if (signature === 4 && view.getUint32(at, true) !== DESCRIPTOR_SIGNATURE) continue;
    const start = at + signature;
    if (view.getUint32(start, true) !== crc32) continue;
    const isLong =
      start + 20 <= limit &&
      view.getBigUint64(start + 4, true) === BigInt(packedBytes) &&
      view.getBigUint64(start + 12, true) === BigInt(sizeBytes);
    if (isLong) return signature + 20;
    if (view.getUint32(start + 4, true) === packedBytes && view.getUint32(start + 8, true) === sizeBytes) {
      return signature + 12;
    }
  }
  return undefined;
}

function isSameName(bytes: Uint8Array, a: number, aLength: number, b: number, bLength: number): boolean {
  if (aLength !== bLength) return false;
  for (let index = 0; index < aLength; index++) if (bytes[a + index] !== bytes[b + index]) return false;
  return true;
}

/** From the first byte to the directory, one entry after the other, without gaps. */
function checkSpans(spans: readonly Span[], directory: CentralDirectory, faults: ZipFaults): void {
  let at = 0;
  for (const { start, end, name } of inOrder(spans)) {
    if (start > at) {
      if (at === 0) faults.add(zipPrefixData, undefined, { bytes: start });
      else faults.add(zipUnknownRecord, undefined, { offset: at });
    } else if (start < at) faults.add(zipOverlap, name, {});
    at = Math.max(at, end);
  }
  if (at < directory.offset) {
    if (spans.length === 0) faults.add(zipPrefixData, undefined, { bytes: directory.offset });
    else faults.add(zipUnknownRecord, undefined, { offset: at });
  } else if (at > directory.offset) faults.add(zipOverlap, spans.at(-1)?.name, {});
}

function inOrder(spans: readonly Span[]): readonly Span[] {
  // Packers write them in order, so sorting is the exception.
  const isSorted = spans.every((span, index) => index === 0 || (spans[index - 1]?.start ?? 0) <= span.start);
  return isSorted ? spans : spans.toSorted((a, b) => a.start - b.start);
}
