import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ByteReader } from '../../../src/read/assembly/byte-reader.ts';
import { MetadataTables } from '../../../src/read/assembly/metadata-tables.ts';
import { openMetadata } from '../../../src/read/assembly/pe-file.ts';
import { propertyType, readAttribute } from '../../../src/read/assembly/signatures.ts';

const DLL = new Uint8Array(readFileSync(new URL('fixtures/sample-cmdlets.dll', import.meta.url)));
const TABLES = new MetadataTables(openMetadata(DLL));

/** A property without parameters, and its type. */
function typeOf(bytes: readonly number[]): string {
  return propertyType(TABLES, reader([0x08, 0, ...bytes]));
}

function reader(bytes: readonly number[]): ByteReader {
  return new ByteReader(Uint8Array.from(bytes));
}

describe('propertyType', () => {
  it.each([
    ['a number', [8], 'System.Int32'],
    ['an array', [0x1d, 14], 'System.String[]'],
    ['an array of arrays', [0x1d, 0x1d, 14], 'System.String[][]'],
    ['an array of one dimension with bounds', [0x14, 8, 1, 0, 0], 'System.Int32[]'],
    ['an array of three dimensions', [0x14, 8, 3, 0, 0], 'System.Int32[,,]'],
    ['a pointer', [0x0f, 8], 'System.Int32'],
    ['a type parameter', [0x13, 0], 'System.Object'],
    ['a code that there is not', [0x7f], 'System.Object'],
    ['a reference to nothing', [0x12, 0], ''],
  ])('reads %s', (_, bytes, expected) => {
    expect(typeOf(bytes)).toBe(expected);
  });

  it.each([
    ['an array without dimensions', [0x14, 8, 0, 0, 0], 'it has an array without dimensions'],
    ['arrays in arrays', new Array<number>(100_000).fill(0x1d), 'it has a type that is nested too deep'],
    ['a type with 33 arguments', [0x15, 0x12, 0, 33], 'it has a generic type with too many arguments'],
    ['nothing', [], 'it is cut off or damaged'],
  ])('refuses %s', (_, bytes, problem) => {
    expect(() => typeOf(bytes)).toThrow(problem);
  });
});

describe('readAttribute', () => {
  /** How a constructor is called: it has `this`, so many parameters, and returns nothing. */
  const called = (kinds: readonly number[]) => reader([0x20, 1, 1, ...kinds]);
  const NOTHING_NAMED = [0, 0];

  it.each([
    ['a number', [8], [5, 0, 0, 0], 5],
    ['a boxed number', [0x1c], [8, 5, 0, 0, 0], 5],
    ['an array', [0x1d, 2], [2, 0, 0, 0, 1, 0], [true, false]],
    ['boxed objects', [0x1d, 0x1c], [1, 0, 0, 0, 0x0e, 1, 0x61], ['a']],
    ['no array', [0x1d, 8], [255, 255, 255, 255], undefined],
  ])('reads %s', (_, kinds, value, expected) => {
    const read = readAttribute(reader([1, 0, ...value, ...NOTHING_NAMED]), called(kinds));
    expect(read).toEqual({ fixed: [expected], named: new Map() });
  });

  const repeated = (byte: number) => new Array<number>(100_000).fill(byte);
  it.each([
    ['parameters that are arrays of arrays', repeated(0x1d), [], 'an array of arrays'],
    ['objects in objects', [0x1c], repeated(0x51), 'a value that is nested too deep'],
    ['arrays of arrays in an object', [0x1c], repeated(0x1d), 'an array of arrays'],
  ])('refuses %s', (_, kinds, value, problem) => {
    expect(() => readAttribute(reader([1, 0, ...value]), called(kinds))).toThrow(problem);
  });
});
