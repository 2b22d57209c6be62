/** The tables of .NET metadata: how many rows each has, where they lie, what stands in their columns. ECMA-335 II.24. */
import { type ByteReader, DamagedAssembly } from './byte-reader.ts';

export const TABLE = {
  typeRef: 0x01,
  typeDef: 0x02,
  field: 0x04,
  methodDef: 0x06,
  memberRef: 0x0a,
  constant: 0x0b,
  customAttribute: 0x0c,
  propertyMap: 0x15,
  property: 0x17,
  typeSpec: 0x1b,
} as const;

type CodedIndex = keyof typeof CODED;

/** A row of a table, numbered from 1. */
export interface RowRef {
  readonly table: number;
  readonly row: number;
}

/** Bits of the tag, and the tables that it tells apart; -1 is unused. II.24.2.6. */
const CODED = {
  typeDefOrRef: { bits: 2, tables: [0x02, 0x01, 0x1b] },
  hasConstant: { bits: 2, tables: [0x04, 0x08, 0x17] },
  hasCustomAttribute: {
    bits: 5,
    tables: [
      0x06, 0x04, 0x01, 0x02, 0x08, 0x09, 0x0a, 0x00, 0x0e, 0x17, 0x14, 0x11, 0x1a, 0x1b, 0x20, 0x23, 0x26,
      0x27, 0x28, 0x2a, 0x2c, 0x2b,
    ],
  },
  hasFieldMarshal: { bits: 1, tables: [0x04, 0x08] },
  hasDeclSecurity: { bits: 2, tables: [0x02, 0x06, 0x20] },
  memberRefParent: { bits: 3, tables: [0x02, 0x01, 0x1a, 0x06, 0x1b] },
  hasSemantics: { bits: 1, tables: [0x14, 0x17] },
  methodDefOrRef: { bits: 1, tables: [0x06, 0x0a] },
  memberForwarded: { bits: 1, tables: [0x04, 0x06] },
  implementation: { bits: 2, tables: [0x26, 0x23, 0x27] },
  customAttributeType: { bits: 3, tables: [-1, -1, 0x06, 0x0a, -1] },
  resolutionScope: { bits: 2, tables: [0x00, 0x1a, 0x23, 0x01] },
  typeOrMethodDef: { bits: 1, tables: [0x02, 0x06] },
} as const;

/** A number: so many bytes. `s`, `g`, `b`: an index into #Strings, #GUID, #Blob. `t…`: a row of that table. */
type Column = 2 | 4 | 's' | 'g' | 'b' | `t${number}` | CodedIndex;

/** By number of the table. II.22. */
const COLUMNS: readonly (readonly Column[])[] = [
  [2, 's', 'g', 'g', 'g'],
  ['resolutionScope', 's', 's'],
  [4, 's', 's', 'typeDefOrRef', 't4', 't6'],
  ['t4'],
  [2, 's', 'b'],
  ['t6'],
  [4, 2, 2, 's', 'b', 't8'],
  ['t8'],
  [2, 2, 's'],
  ['t2', 'typeDefOrRef'],
  ['memberRefParent', 's', 'b'],
  [2, 'hasConstant', 'b'],
  ['hasCustomAttribute', 'customAttributeType', 'b'],
  ['hasFieldMarshal', 'b'],
  [2, 'hasDeclSecurity', 'b'],
  [2, 4, 't2'],
  [4, 't4'],
  ['b'],
  ['t2', 't20'],
  ['t20'],
  [2, 's', 'typeDefOrRef'],
  ['t2', 't23'],
  ['t23'],
  [2, 's', 'b'],
  [2, 't6', 'hasSemantics'],
  ['t2', 'methodDefOrRef', 'methodDefOrRef'],
  ['s'],
  ['b'],
  [2, 'memberForwarded', 's', 't26'],
  [4, 't4'],
  [4, 4],
  [4],
  [4, 2, 2, 2, 2, 4, 'b', 's', 's'],
  [4],
  [4, 4, 4],
  [2, 2, 2, 2, 4, 'b', 's', 's', 'b'],
  [4, 't35'],
  [4, 4, 4, 't35'],
  [4, 's', 'b'],
  [4, 4, 's', 's', 'implementation'],
  [4, 4, 's', 'implementation'],
  ['t2', 't2'],
  [2, 2, 'typeOrMethodDef', 's'],
  ['methodDefOrRef', 'b'],
  ['t42', 'typeDefOrRef'],
];

interface Table {
  readonly rowCount: number;
  readonly rowBytes: number;
  readonly start: number;
  /** Offset and width of each column. */
  readonly columns: readonly { readonly at: number; readonly width: number }[];
}

export interface Heaps {
  readonly tables: ByteReader;
  readonly strings: ByteReader;
  readonly blobs: ByteReader;
}

export class MetadataTables {
  readonly #heaps: Heaps;
  readonly #tables: readonly (Table | undefined)[];

  constructor(heaps: Heaps) {
    this.#heaps = heaps;
    this.#tables = layout(heaps.tables);
  }

  count(table: number): number {
    return this.#tables[table]?.rowCount ?? 0;
  }

  /** @param row  from 1 */
  value(table: number, row: number, column: number): number {
    const found = this.#tables[table];
    const place = found?.columns[column];
    if (!found || !place || row < 1 || row > found.rowCount) {
      throw new DamagedAssembly('its tables point to rows that are not there');
    }
    const at = found.start + (row - 1) * found.rowBytes + place.at;
    return place.width === 2 ? this.#heaps.tables.u16(at) : this.#heaps.tables.u32(at);
  }

  text(table: number, row: number, column: number): string {
    const at = this.value(table, row, column);
    return at === 0 ? '' : this.#heaps.strings.text(at);
  }

  blob(table: number, row: number, column: number): ByteReader {
    const at = this.value(table, row, column);
    const { blobs } = this.#heaps;
    const first = blobs.u8(at);
    if (first < 0x80) return blobs.part(at + 1, first);
    if (first < 0xc0) return blobs.part(at + 2, ((first & 0x3f) << 8) | blobs.u8(at + 1));
    const rest = (blobs.u8(at + 1) << 16) | (blobs.u8(at + 2) << 8) | blobs.u8(at + 3);
    return blobs.part(at + 4, ((first & 0x1f) << 24) | rest);
  }

  /** Undefined for a reference to nothing. */
  coded(table: number, row: number, column: number, kind: CodedIndex): RowRef | undefined {
    return decodeCoded(this.value(table, row, column), kind);
  }

  /** The rows of another table that belong to this one: from its own start to that of the next. */
  run(table: number, row: number, column: number, of: number): readonly number[] {
    const start = this.value(table, row, column);
    const limit = this.count(of) + 1;
    const end = row < this.count(table) ? Math.min(this.value(table, row + 1, column), limit) : limit;
    return Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);
  }
}

export function decodeCoded(value: number, kind: CodedIndex): RowRef | undefined {
  const { bits, tables } = CODED[kind];
  const table = tables[value & ((1 << bits) - 1)];
  const row = value >>> bits;
  return table === undefined || row === 0 ? undefined : { table, row };
}

const HEAD_BYTES = 24;
const EXTRA_DATA = 0x40;

function layout(stream: ByteReader): readonly (Table | undefined)[] {
  const heapSizes = stream.u8(6);
  const valid = BigInt(stream.u32(8)) | (BigInt(stream.u32(12)) << 32n);
  const rowCounts: number[] = [];
  let at = HEAD_BYTES;
  for (let table = 0; table < 64; table++) {
    const isThere = (valid >> BigInt(table)) & 1n;
    rowCounts.push(isThere ? stream.u32(at) : 0);
    if (isThere) at += 4;
  }
  if ((heapSizes & EXTRA_DATA) !== 0) at += 4;
  const width = (column: Column): number => {
    if (typeof column === 'number') return column;
    if (column === 's') return (heapSizes & 1) === 0 ? 2 : 4;
    if (column === 'g') return (heapSizes & 2) === 0 ? 2 : 4;
    if (column === 'b') return (heapSizes & 4) === 0 ? 2 : 4;
    if (column in CODED) {
      const { bits, tables } = CODED[column as CodedIndex];
      const most = Math.max(...tables.map((table) => rowCounts[table] ?? 0));
      return most < 1 << (16 - bits) ? 2 : 4;
    }
    return (rowCounts[Number(column.slice(1))] ?? 0) < 0x10000 ? 2 : 4;
  };
  const tables: (Table | undefined)[] = [];
  for (const [table, rowCount] of rowCounts.entries()) {
    const columns = COLUMNS[table];
    if (rowCount === 0) tables.push(undefined);
    else if (!columns) throw new DamagedAssembly('it has tables of an unknown kind');
    else {
      const places: { at: number; width: number }[] = [];
      let rowBytes = 0;
      for (const column of columns) {
        places.push({ at: rowBytes, width: width(column) });
        rowBytes += width(column);
      }
      // Whatever a table announces has to be there.
      stream.part(at, rowCount * rowBytes);
      tables.push({ rowCount, rowBytes, start: at, columns: places });
      at += rowCount * rowBytes;
    }
  }
  return tables;
}
