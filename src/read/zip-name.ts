/** Names of zip entries: ASCII, or UTF-8 that says so. Anything else has a different name in every program. */
import { zipNameControl } from '../rules/zip-name-control.ts';
import { zipNameEncoding } from '../rules/zip-name-encoding.ts';
import type { ZipFaults } from './zip-faults.ts';

const UTF8_FLAG = 0x0800;
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export function decodeZipName(
  bytes: Uint8Array,
  start: number,
  length: number,
  flags: number,
  faults: ZipFaults,
): string {
  let isAscii = true;
  let hasControl = false;
  for (let at = start; at < start + length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte > 0x7e) isAscii = false;
    if (byte < 0x20 || byte === 0x7f) hasControl = true;
  }
  const raw = bytes.subarray(start, start + length);
  const name = isAscii
    ? Buffer.from(raw.buffer, raw.byteOffset, raw.length).toString('latin1')
    : decodeUtf8(raw);
  if (name === undefined || (!isAscii && (flags & UTF8_FLAG) === 0)) {
    const shown = name ?? new TextDecoder('latin1').decode(raw);
    faults.add(zipNameEncoding, shown, {});
    return shown;
  }
  if (hasControl || /[\u0080-\u009f]/.test(name)) faults.add(zipNameControl, name, {});
  return name;
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}
