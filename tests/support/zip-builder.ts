/** Zip archives byte by byte, right by default, wrong wherever a test wants them to be. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipSpecEntry {
  readonly name: string | Uint8Array;
  readonly data?: string | Uint8Array;
  /** 8 unless told. */
  readonly method?: number;
  readonly flags?: number;
  readonly mode?: number;
  readonly comment?: string;
  readonly extra?: Uint8Array;
  readonly disk?: number;
  /** Said in both headers in place of what is so. */
  readonly claims?: Partial<ZipClaims>;
  /** Said in the local header alone. */
  readonly local?: Partial<ZipClaims> & {
    readonly name?: string;
    readonly method?: number;
    readonly flags?: number;
    readonly extra?: Uint8Array;
  };
  /** Behind the data; sets flag 3 and leaves the local fields at zero. */
  readonly descriptor?: 'signed' | 'plain' | 'wrong' | 'long';
  /** Where the directory says that the entry is. */
  readonly offset?: number;
  /** Put between the previous entry and this one. */
  readonly before?: Uint8Array;
  /** Put behind the deflated stream, as part of the packed bytes. */
  readonly packedTail?: Uint8Array;
}

export interface ZipClaims {
  readonly crc32: number;
  readonly packedBytes: number;
  readonly sizeBytes: number;
}

export interface ZipSpec {
  readonly entries: readonly ZipSpecEntry[];
  readonly prefix?: Uint8Array;
  /** Between the directory and the end record. */
  readonly beforeEnd?: Uint8Array;
  readonly comment?: string;
  readonly suffix?: Uint8Array;
  readonly end?: {
    readonly disk?: number;
    readonly count?: number;
    readonly size?: number;
    readonly offset?: number;
  };
  /** With a zip64 end record and locator; `length` is what it says of its own size. */
  readonly zip64?: { readonly length?: number; readonly count?: number };
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export function buildZip(spec: ZipSpec): Uint8Array {
  const parts: Uint8Array[] = [spec.prefix ?? new Uint8Array()];
  const central: Uint8Array[] = [];
  let at = parts[0]?.length ?? 0;
  const push = (bytes: Uint8Array) => {
    parts.push(bytes);
    at += bytes.length;
  };
  for (const entry of spec.entries) {
    if (entry.before) push(entry.before);
    const offset = at;
    const { local, directory } = records(entry, offset);
    for (const bytes of local) push(bytes);
    central.push(directory);
  }
  const start = at;
  for (const bytes of central) push(bytes);
  const size = at - start;
  const count = spec.entries.length;
  if (spec.zip64) push(zip64End(spec.zip64, at, start, size, count));
  if (spec.beforeEnd) push(spec.beforeEnd);
  push(endRecord(spec, start, size, count));
  if (spec.suffix) push(spec.suffix);
  return Buffer.concat(parts);
}

export function extraField(id: number, data: Uint8Array): Uint8Array {
  return Buffer.concat([u16(id), u16(data.length), data]);
}

export const u16 = (value: number): Uint8Array => Uint8Array.from([value & 255, (value >> 8) & 255]);
export const u32 = (value: number): Uint8Array => Buffer.concat([u16(value & 0xffff), u16(value >>> 16)]);
export const u64 = (value: number): Uint8Array =>
  Buffer.concat([u32(value % 2 ** 32), u32(Math.floor(value / 2 ** 32))]);

function records(entry: ZipSpecEntry, offset: number) {
  const name = typeof entry.name === 'string' ? utf8(entry.name) : entry.name;
  const data = typeof entry.data === 'string' ? utf8(entry.data) : (entry.data ?? utf8('content'));
  const method = entry.method ?? 8;
  const deflated = method === 8 ? deflateRawSync(data) : data;
  const packed = entry.packedTail ? Buffer.concat([deflated, entry.packedTail]) : deflated;
  const isAscii = name.every((byte) => byte < 128);
  const flags = entry.flags ?? (isAscii ? 0 : 0x800) | (entry.descriptor ? 8 : 0);
  const claims: ZipClaims = {
    crc32: crc32(data),
    packedBytes: packed.length,
    sizeBytes: data.length,
    ...entry.claims,
  };
  const said = entry.descriptor
    ? { crc32: 0, packedBytes: 0, sizeBytes: 0, ...entry.local }
    : { ...claims, ...entry.local };
  const localName = entry.local?.name === undefined ? name : utf8(entry.local.name);
  const localExtra = entry.local?.extra ?? new Uint8Array();
  const local = Buffer.concat([
    u32(0x04034b50),
    u16(20),
    u16(entry.local?.flags ?? flags),
    u16(entry.local?.method ?? method),
    u32(0x00210000),
    u32(said.crc32),
    u32(said.packedBytes),
    u32(said.sizeBytes),
    u16(localName.length),
    u16(localExtra.length),
    localName,
    localExtra,
  ]);
  const extra = entry.extra ?? new Uint8Array();
  const comment = utf8(entry.comment ?? '');
  const directory = Buffer.concat([
    u32(0x02014b50),
    u16(entry.mode === undefined ? 20 : 0x0314),
    u16(20),
    u16(flags),
    u16(method),
    u32(0x00210000),
    u32(claims.crc32),
    u32(claims.packedBytes),
    u32(claims.sizeBytes),
    u16(name.length),
    u16(extra.length),
    u16(comment.length),
    u16(entry.disk ?? 0),
    u16(0),
    u32((entry.mode ?? 0) * 0x10000),
    u32(entry.offset ?? offset),
    name,
    extra,
    comment,
  ]);
  return { local: [local, packed, descriptorOf(entry, claims)], directory };
}

function descriptorOf(entry: ZipSpecEntry, claims: ZipClaims): Uint8Array {
  switch (entry.descriptor) {
    case undefined:
      return new Uint8Array();
    case 'plain':
      return Buffer.concat([u32(claims.crc32), u32(claims.packedBytes), u32(claims.sizeBytes)]);
    case 'long':
      return Buffer.concat([
        u32(0x08074b50),
        u32(claims.crc32),
        u64(claims.packedBytes),
        u64(claims.sizeBytes),
      ]);
    case 'signed':
    case 'wrong': {
      const crc = entry.descriptor === 'wrong' ? claims.crc32 ^ 1 : claims.crc32;
      return Buffer.concat([u32(0x08074b50), u32(crc >>> 0), u32(claims.packedBytes), u32(claims.sizeBytes)]);
    }
    default:
      return entry.descriptor satisfies never;
  }
}

function endRecord(spec: ZipSpec, start: number, size: number, count: number): Uint8Array {
  const { end = {}, comment = '' } = spec;
  const isWide = spec.zip64 !== undefined;
  return Buffer.concat([
    u32(0x06054b50),
    u16(end.disk ?? 0),
    u16(0),
    u16(isWide ? 0xffff : (end.count ?? count)),
    u16(isWide ? 0xffff : (end.count ?? count)),
    u32(isWide ? 0xffffffff : (end.size ?? size)),
    u32(isWide ? 0xffffffff : (end.offset ?? start)),
    u16(comment.length),
    utf8(comment),
  ]);
}

function zip64End(
  spec: NonNullable<ZipSpec['zip64']>,
  at: number,
  start: number,
  size: number,
  count: number,
): Uint8Array {
  const total = spec.count ?? count;
  return Buffer.concat([
    u32(0x06064b50),
    u64(spec.length ?? 44),
    u16(45),
    u16(45),
    u32(0),
    u32(0),
    u64(total),
    u64(total),
    u64(size),
    u64(start),
    u32(0x07064b50),
    u32(0),
    u64(at),
    u32(1),
  ]);
}
