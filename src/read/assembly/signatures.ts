/** Types in signatures, and what stands in custom attributes. ECMA-335 II.23.2 and II.23.3. */
import { BlobReader, type ByteReader, DamagedAssembly } from './byte-reader.ts';
import { decodeCoded, type MetadataTables, TABLE } from './metadata-tables.ts';

const PRIMITIVES: Readonly<Record<number, string>> = {
  1: 'System.Void',
  2: 'System.Boolean',
  3: 'System.Char',
  4: 'System.SByte',
  5: 'System.Byte',
  6: 'System.Int16',
  7: 'System.UInt16',
  8: 'System.Int32',
  9: 'System.UInt32',
  10: 'System.Int64',
  11: 'System.UInt64',
  12: 'System.Single',
  13: 'System.Double',
  14: 'System.String',
  24: 'System.IntPtr',
  25: 'System.UIntPtr',
  28: 'System.Object',
};

const MAX_DEPTH = 20;
const MAX_ITEMS = 10_000;
/** ELEMENT_TYPE_SZARRAY. An attribute takes arrays of one dimension, and none in another. II.23.3. */
const ARRAY = 0x1d;
const NO_ARRAYS_OF_ARRAYS = 'it has an attribute with an array of arrays';

/** The full name of a TypeDef or TypeRef; '' for anything else. */
export function typeName(tables: MetadataTables, table: number, row: number): string {
  if (table !== TABLE.typeDef && table !== TABLE.typeRef) return '';
  const name = tables.text(table, row, 1);
  const namespace = tables.text(table, row, 2);
  return namespace === '' ? name : `${namespace}.${name}`;
}

/** The type of a property, with what PowerShell puts in brackets: `System.String[]`, `List[System.Int32]`. */
export function propertyType(tables: MetadataTables, signature: ByteReader): string {
  const blob = new BlobReader(signature);
  blob.u8();
  blob.compressed();
  return signatureType(tables, blob, 0);
}

/** The same of a field. */
export function fieldType(tables: MetadataTables, signature: ByteReader): string {
  const blob = new BlobReader(signature);
  blob.u8();
  return signatureType(tables, blob, 0);
}

function signatureType(tables: MetadataTables, blob: BlobReader, depth: number): string {
  if (depth > MAX_DEPTH) throw new DamagedAssembly('it has a type that is nested too deep');
  const kind = blob.u8();
  const primitive = PRIMITIVES[kind];
  if (primitive !== undefined) return primitive;
  switch (kind) {
    case 0x11: // value type
    case 0x12: {
      const ref = decodeCoded(blob.compressed(), 'typeDefOrRef');
      return ref ? typeName(tables, ref.table, ref.row) : '';
    }
    case ARRAY:
      return `${signatureType(tables, blob, depth + 1)}[]`;
    case 0x14: {
      const element = signatureType(tables, blob, depth + 1);
      const rank = blob.compressed();
      if (rank === 0) throw new DamagedAssembly('it has an array without dimensions');
      return `${element}[${','.repeat(Math.min(rank, 32) - 1)}]`;
    }
    case 0x15: {
      blob.u8();
      const ref = decodeCoded(blob.compressed(), 'typeDefOrRef');
      const name = ref ? typeName(tables, ref.table, ref.row) : '';
      const count = blob.compressed();
      if (count > 32) throw new DamagedAssembly('it has a generic type with too many arguments');
      const types = Array.from({ length: count }, () => signatureType(tables, blob, depth + 1));
      return `${name.replace(/`\d+$/, '')}[${types.join(',')}]`;
    }
    case 0x1f: // required and optional modifiers
    case 0x20:
      blob.compressed();
      return signatureType(tables, blob, depth + 1);
    case 0x0f: // pointers, references
    case 0x10:
      return signatureType(tables, blob, depth + 1);
    case 0x13: // type parameters
    case 0x1e:
      blob.compressed();
      return 'System.Object';
    default:
      return 'System.Object';
  }
}

export type AttributeValue = string | number | boolean | undefined | readonly AttributeValue[];

export interface AttributeBlob {
  readonly fixed: readonly AttributeValue[];
  readonly named: ReadonlyMap<string, AttributeValue>;
}

/** @param calledWith  signature of the constructor that was called */
export function readAttribute(value: ByteReader, calledWith: ByteReader): AttributeBlob {
  const nothing: AttributeBlob = { fixed: [], named: new Map() };
  if (value.length < 2) return nothing;
  const blob = new BlobReader(value);
  if (blob.u16() !== 1) return nothing;
  const signature = new BlobReader(calledWith);
  signature.u8();
  const count = signature.compressed();
  signature.u8(); // void
  if (count > MAX_ITEMS) throw new DamagedAssembly('it has an attribute with too many arguments');
  const fixed = Array.from({ length: count }, () => fixedArgument(blob, parameterKind(signature)));
  const named = new Map<string, AttributeValue>();
  if (!blob.isAtEnd) {
    for (let left = blob.u16(); left > 0; left--) {
      blob.u8();
      const kind = namedKind(blob);
      const name = blob.serString() ?? '';
      named.set(name, fixedArgument(blob, kind));
    }
  }
  return { fixed, named };
}

/** Element types, with 0x50 for System.Type, 0x55 for an enumeration, and arrays around one of them. */
interface ArgumentKind {
  readonly code: number;
  readonly isArray: boolean;
}

function parameterKind(signature: BlobReader): ArgumentKind {
  const code = signature.u8();
  if (code === ARRAY) return { code: elementCode(signature), isArray: true };
  return { code: elementCode(signature, code), isArray: false };
}

function elementCode(signature: BlobReader, code = signature.u8()): number {
  if (code === ARRAY) throw new DamagedAssembly(NO_ARRAYS_OF_ARRAYS);
  if (code !== 0x11 && code !== 0x12) return code;
  signature.compressed();
  // The only class that an attribute can take is System.Type; enumerations are four bytes as a rule.
  return code === 0x11 ? 0x55 : 0x50;
}

function namedKind(blob: BlobReader): ArgumentKind {
  const first = blob.u8();
  const isArray = first === ARRAY;
  const code = isArray ? blob.u8() : first;
  if (code === ARRAY) throw new DamagedAssembly(NO_ARRAYS_OF_ARRAYS);
  if (code === 0x55) blob.serString();
  return { code, isArray };
}

/** @param depth  how many objects it is in */
function fixedArgument(blob: BlobReader, { code, isArray }: ArgumentKind, depth = 0): AttributeValue {
  if (depth > MAX_DEPTH) throw new DamagedAssembly('it has a value that is nested too deep');
  if (!isArray) return element(blob, code, depth);
  const count = blob.u32();
  if (count === 0xffffffff) return undefined;
  if (count > MAX_ITEMS) throw new DamagedAssembly('it has an attribute with too many values');
  return Array.from({ length: count }, () => element(blob, code, depth));
}

function element(blob: BlobReader, code: number, depth: number): AttributeValue {
  switch (code) {
    case 2:
      return blob.u8() !== 0;
    case 4:
    case 5:
      return blob.u8();
    case 3:
    case 6:
    case 7:
      return blob.u16();
    case 8:
    case 0x55:
      return blob.i32();
    case 9:
    case 12:
      return blob.u32();
    case 10:
    case 11:
    case 13:
      blob.skip(8);
      return undefined;
    case 0x0e:
    case 0x50:
      return blob.serString();
    case 0x1c:
    case 0x51:
      return fixedArgument(blob, namedKind(blob), depth + 1);
    default:
      throw new DamagedAssembly('it has an attribute that cannot be read');
  }
}
