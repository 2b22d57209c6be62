/** Extra fields of a zip header: the sizes of zip64, and what makes an archive ambiguous. */
import { zipEncrypted } from '../rules/zip-encrypted.ts';
import { zipExtra } from '../rules/zip-extra.ts';
import { zipUnicodePath } from '../rules/zip-unicode-path.ts';
import { zipZip64 } from '../rules/zip-zip64.ts';
import type { ZipFaults } from './zip-faults.ts';

export interface WideFields {
  readonly sizeBytes: number;
  readonly packedBytes: number;
  readonly localOffset: number;
}

const ZIP64 = 0x0001;
const STRONG_ENCRYPTION = 0x0017;
const UNICODE_PATH = 0x7075;
const AES = 0x9901;
const ELSEWHERE = 0xffffffff;

/** `fields` as they are, or with those that zip64 keeps in the extra field. */
export function readExtra(
  view: DataView,
  start: number,
  length: number,
  name: string,
  faults: ZipFaults,
  fields: WideFields,
): WideFields {
  const isWide =
    fields.sizeBytes === ELSEWHERE || fields.packedBytes === ELSEWHERE || fields.localOffset === ELSEWHERE;
  if (length === 0 && !isWide) return fields;
  const end = start + length;
  let at = start;
  let wide: WideFields | undefined;
  while (at + 4 <= end) {
    const id = view.getUint16(at, true);
    const size = view.getUint16(at + 2, true);
    if (at + 4 + size > end) break;
    if (id === UNICODE_PATH) faults.add(zipUnicodePath, name, {});
    else if (id === AES || id === STRONG_ENCRYPTION) faults.add(zipEncrypted, name, {});
    else if (id === ZIP64) {
      if (wide) faults.add(zipZip64, name, { problem: 'there is more than one zip64 field' });
      wide = readZip64(view, at + 4, size, fields, name, faults);
    }
    at += 4 + size;
  }
  if (at !== end) faults.add(zipExtra, name, {});
  if (isWide && !wide)
    faults.add(zipZip64, name, { problem: 'a size is said to stand in a zip64 field, but there is none' });
  return wide ?? fields;
}

/** Eight bytes for each field that the header leaves at its highest value, in this order, and nothing else. */
function readZip64(
  view: DataView,
  start: number,
  size: number,
  fields: WideFields,
  name: string,
  faults: ZipFaults,
): WideFields {
  let at = start;
  const take = (value: number): number => {
    if (value !== ELSEWHERE || at + 8 > start + size) return value;
    const found = Number(view.getBigUint64(at, true));
    at += 8;
    return found;
  };
  const sizeBytes = take(fields.sizeBytes);
  const packedBytes = take(fields.packedBytes);
  const localOffset = take(fields.localOffset);
  const values = [sizeBytes, packedBytes, localOffset];
  const isWhole = at === start + size && !values.includes(ELSEWHERE);
  if (!isWhole)
    faults.add(zipZip64, name, { problem: 'the zip64 field holds more or less than the header asks for' });
  return { sizeBytes, packedBytes, localOffset };
}
