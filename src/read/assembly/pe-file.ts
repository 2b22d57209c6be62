/** A .dll → the streams of its .NET metadata. ECMA-335 II.25 and II.24.2. */
import { ByteReader, DamagedAssembly } from './byte-reader.ts';
import type { Heaps } from './metadata-tables.ts';

const NOT_MANAGED = 'it is not a .NET assembly';
const CLI_DIRECTORY = 14;
const MAX_SECTIONS = 96;
const MAX_STREAMS = 16;

export function openMetadata(bytes: Uint8Array): Heaps {
  const file = new ByteReader(bytes);
  if (bytes.length < 0x40 || file.u16(0) !== 0x5a4d) throw new DamagedAssembly(NOT_MANAGED);
  const pe = file.u32(0x3c);
  if (file.u32(pe) !== 0x4550) throw new DamagedAssembly(NOT_MANAGED);
  const sectionCount = file.u16(pe + 6);
  const optional = pe + 24;
  const directories = optional + (file.u16(optional) === 0x20b ? 112 : 96);
  const sections = optional + file.u16(pe + 20);
  if (sectionCount > MAX_SECTIONS) throw new DamagedAssembly('it has too many sections');
  const offsetOf = (rva: number): number => {
    for (let index = 0; index < sectionCount; index++) {
      const at = sections + index * 40;
      const start = file.u32(at + 12);
      const size = Math.max(file.u32(at + 8), file.u32(at + 16));
      if (rva >= start && rva < start + size) return rva - start + file.u32(at + 20);
    }
    throw new DamagedAssembly(NOT_MANAGED);
  };
  if (file.u32(directories - 4) <= CLI_DIRECTORY) throw new DamagedAssembly(NOT_MANAGED);
  const cliRva = file.u32(directories + CLI_DIRECTORY * 8);
  if (cliRva === 0) throw new DamagedAssembly(NOT_MANAGED);
  const cli = offsetOf(cliRva);
  const root = offsetOf(file.u32(cli + 8));
  const metadata = file.part(root, Math.min(file.u32(cli + 12), file.length - root));
  return streams(metadata);
}

function streams(metadata: ByteReader): Heaps {
  if (metadata.u32(0) !== 0x424a5342) throw new DamagedAssembly(NOT_MANAGED);
  let at = 16 + metadata.u32(12) + 4;
  const count = metadata.u16(at - 2);
  if (count > MAX_STREAMS) throw new DamagedAssembly('it has too many streams');
  const found = new Map<string, ByteReader>();
  for (let index = 0; index < count; index++) {
    const name = metadata.text(at + 8);
    if (name.length > 32) throw new DamagedAssembly('it names a stream that there is not');
    found.set(name, metadata.part(metadata.u32(at), metadata.u32(at + 4)));
    at += 8 + (((name.length + 4) >> 2) << 2);
  }
  const tables = found.get('#~') ?? found.get('#-');
  const empty = new ByteReader(new Uint8Array(1));
  if (!tables) throw new DamagedAssembly('it has no tables');
  return { tables, strings: found.get('#Strings') ?? empty, blobs: found.get('#Blob') ?? empty };
}
