/** An assembly of enumerations alone, laid out by hand: each is said to have all fields that there are. */

const SECTION_RVA = 0x1000;
const SECTION_AT = 0x200;
const METADATA_AT = 72;
const STRINGS = '\0System\0Enum\0';

/**
 * @param enumCount  below 10,000
 * @param fieldCount below 10,000; each enumeration in turn begins before the first and after the last
 */
export function enumAssembly(enumCount: number, fieldCount: number): Uint8Array<ArrayBuffer> {
  const metadata = metadataOf(tablesOf(enumCount, fieldCount), Buffer.from(STRINGS, 'latin1'));
  const file = Buffer.alloc(SECTION_AT + METADATA_AT + metadata.length);
  file.writeUInt16LE(0x5a4d, 0);
  file.writeUInt32LE(0x40, 0x3c);
  file.writeUInt32LE(0x4550, 0x40);
  file.writeUInt16LE(1, 0x46); // sections
  file.writeUInt16LE(224, 0x54); // bytes of the optional header
  const optional = 0x58;
  file.writeUInt16LE(0x10b, optional);
  file.writeUInt32LE(16, optional + 92); // directories
  file.writeUInt32LE(SECTION_RVA, optional + 96 + 14 * 8); // of the CLI header
  const section = optional + 224;
  file.writeUInt32LE(file.length, section + 8);
  file.writeUInt32LE(SECTION_RVA, section + 12);
  file.writeUInt32LE(SECTION_AT, section + 20);
  file.writeUInt32LE(SECTION_RVA + METADATA_AT, SECTION_AT + 8);
  file.writeUInt32LE(metadata.length, SECTION_AT + 12);
  metadata.copy(file, SECTION_AT + METADATA_AT);
  return new Uint8Array(file);
}

function metadataOf(tables: Buffer, strings: Buffer): Buffer {
  const root = Buffer.alloc(20);
  root.writeUInt32LE(0x424a5342, 0);
  root.writeUInt16LE(2, 18); // streams
  const head = (name: string, at: number, size: number) => {
    const words = Buffer.alloc(8 + ((name.length + 4) & ~3));
    words.writeUInt32LE(at, 0);
    words.writeUInt32LE(size, 4);
    words.write(name, 8, 'latin1');
    return words;
  };
  const tablesAt = 20 + 12 + 20;
  return Buffer.concat([
    root,
    head('#~', tablesAt, tables.length),
    head('#Strings', tablesAt + tables.length, strings.length),
    tables,
    strings,
  ]);
}

function tablesOf(enumCount: number, fieldCount: number): Buffer {
  const head = Buffer.alloc(24);
  head.writeUInt32LE((1 << 1) | (1 << 2) | (1 << 4), 8); // TypeRef, TypeDef, Field
  const counts = words32([1, enumCount, fieldCount]);
  const systemEnum = words16([0, 8, 1]);
  const enums = Array.from({ length: enumCount }, (_, index) =>
    words16([0, 0, 0, 0, (1 << 2) | 1, index % 2 === 0 ? 1 : fieldCount + 1, 1]),
  );
  const fields = words16(new Array<readonly number[]>(fieldCount).fill([0x50, 0, 0]).flat());
  return Buffer.concat([head, counts, systemEnum, ...enums, fields]);
}

function words32(values: readonly number[]): Buffer {
  return Buffer.from(Uint32Array.from(values).buffer);
}

function words16(values: readonly number[]): Buffer {
  return Buffer.from(Uint16Array.from(values).buffer);
}
