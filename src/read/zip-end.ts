/** The records at the end of a zip: where the central directory lies, and that nothing else is there. */
import { zipComment } from '../rules/zip-comment.ts';
import { zipDirectory } from '../rules/zip-directory.ts';
import { zipDisks } from '../rules/zip-disks.ts';
import { zipEndRecords } from '../rules/zip-end-records.ts';
import { zipNotZip } from '../rules/zip-not-zip.ts';
import { zipTrailingData } from '../rules/zip-trailing-data.ts';
import { zipZip64 } from '../rules/zip-zip64.ts';
import type { ZipFaults } from './zip-faults.ts';

export interface CentralDirectory {
  readonly offset: number;
  /** Where the end records begin. */
  readonly end: number;
  readonly entryCount: number;
}

const END_SIGNATURE = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const LOCATOR_SIGNATURE = 0x07064b50;
const LOCATOR_LENGTH = 20;
const END64_SIGNATURE = 0x06064b50;
const END64_LENGTH = 56;

/** Undefined when there is no reading on: no end record, or one that points out of the file. */
export function readZipEnd(view: DataView, faults: ZipFaults): CentralDirectory | undefined {
  const at = findEnd(view);
  if (at === undefined) {
    faults.add(zipNotZip, undefined, { found: kindOf(view) });
    return undefined;
  }
  const commentLength = view.getUint16(at + 20, true);
  const trailing = view.byteLength - at - END_LENGTH - commentLength;
  if (commentLength > 0) faults.add(zipComment, undefined, {});
  if (trailing > 0) faults.add(zipTrailingData, undefined, { bytes: trailing });
  const disk = view.getUint16(at + 4, true);
  if (disk !== view.getUint16(at + 6, true) || (disk !== 0 && disk !== 0xffff))
    faults.add(zipDisks, undefined, {});
  const onDisk = view.getUint16(at + 8, true);
  const entryCount = view.getUint16(at + 10, true);
  if (onDisk !== entryCount) faults.add(zipDisks, undefined, {});
  const short = {
    entryCount,
    size: view.getUint32(at + 12, true),
    offset: view.getUint32(at + 16, true),
    end: at,
  };
  const found = readZip64End(view, at, short, faults) ?? short;
  return locate(view, found, faults);
}

interface EndFields {
  readonly entryCount: number;
  readonly size: number;
  readonly offset: number;
  readonly end: number;
}

function locate(view: DataView, found: EndFields, faults: ZipFaults): CentralDirectory | undefined {
  const { entryCount, size, offset, end } = found;
  if (offset + size !== end) {
    const problem = `it should be ${size} bytes from byte ${offset}, but the end records begin at byte ${end}`;
    faults.add(zipDirectory, undefined, { problem });
    if (offset > end || end > view.byteLength) return undefined;
  }
  if (countEndRecords(view, offset, view.byteLength) > 1) faults.add(zipEndRecords, undefined, {});
  return { offset, end, entryCount };
}

/** The last place that looks like an end record whose comment fits into the file. */
function findEnd(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at--) {
    if (view.getUint32(at, true) !== END_SIGNATURE) continue;
    if (at + END_LENGTH + view.getUint16(at + 20, true) <= view.byteLength) return at;
  }
  return undefined;
}

/** Undefined when the archive has no zip64 end record, which is the usual case. */
function readZip64End(
  view: DataView,
  at: number,
  short: EndFields,
  faults: ZipFaults,
): EndFields | undefined {
  const locator = at - LOCATOR_LENGTH;
  const isWanted = short.entryCount === 0xffff || short.size === 0xffffffff || short.offset === 0xffffffff;
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR_SIGNATURE) {
    if (isWanted)
      faults.add(zipZip64, undefined, { problem: 'the end record refers to one that is not there' });
    return undefined;
  }
  const end64 = locator - END64_LENGTH;
  const isSound =
    end64 >= 0 &&
    view.getUint32(end64, true) === END64_SIGNATURE &&
    view.getBigUint64(end64 + 4, true) === 44n &&
    view.getBigUint64(locator + 8, true) === BigInt(end64) &&
    view.getUint32(locator + 4, true) === 0 &&
    view.getUint32(locator + 16, true) === 1;
  if (!isSound) {
    faults.add(zipZip64, undefined, {
      problem: 'the zip64 end record is not the plain one, directly before its locator',
    });
    return undefined;
  }
  const fields = {
    entryCount: Number(view.getBigUint64(end64 + 32, true)),
    size: Number(view.getBigUint64(end64 + 40, true)),
    offset: Number(view.getBigUint64(end64 + 48, true)),
    end: end64,
  };
  const isSame =
    (short.entryCount === 0xffff || short.entryCount === fields.entryCount) &&
    (short.size === 0xffffffff || short.size === fields.size) &&
    (short.offset === 0xffffffff || short.offset === fields.offset);
  if (!isSame) faults.add(zipZip64, undefined, { problem: 'the two end records disagree' });
  return fields;
}

function countEndRecords(view: DataView, from: number, to: number): number {
  let count = 0;
  for (let at = Math.max(0, from); at + 4 <= to; at++) {
    if (view.getUint8(at) === 0x50 && view.getUint32(at, true) === END_SIGNATURE) count += 1;
  }
  return count;
}

function kindOf(view: DataView): string {
  if (view.byteLength === 0) return 'the file is empty';
  const isTar = view.byteLength >= 512 && view.getUint32(257, false) === 0x75737461;
  if (isTar) return 'it is a tar archive';
  if (view.byteLength > 3 && view.getUint32(0, true) === 0x04034b50)
    return 'it begins like one, but its end is missing';
  return 'it has no end record';
}
