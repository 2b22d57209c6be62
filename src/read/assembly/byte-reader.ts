/** Little-endian numbers out of bytes that may lie: whatever leads outside of them ends the reading. */

/** Thrown to leave the reader; readAssemblyCmdlets makes a problem of it. */
export class DamagedAssembly extends Error {}

/**
 * Numbers and characters that may be read for each byte of an assembly. Rows can all point to the same long list or
 * the same long text, so the length of a file limits nothing by itself. Of 4,463 real assemblies none took over 1.5.
 */
const MAX_READS_PER_BYTE = 10;

/** What all readers of one assembly have left together. */
class Reads {
  #left: number;

  constructor(fileBytes: number) {
    this.#left = 10_000 + fileBytes * MAX_READS_PER_BYTE;
  }

  spend(count: number): void {
    this.#left -= count;
    if (this.#left < 0)
      throw new DamagedAssembly('its parts point to each other more often than in any real one');
  }
}

export class ByteReader {
  readonly bytes: Uint8Array;
  readonly #view: DataView;
  readonly #reads: Reads;

  constructor(bytes: Uint8Array, reads = new Reads(bytes.length)) {
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#reads = reads;
  }

  get length(): number {
    return this.bytes.length;
  }

  u8(at: number): number {
    this.#check(at, 1);
    return this.#view.getUint8(at);
  }

  u16(at: number): number {
    this.#check(at, 2);
    return this.#view.getUint16(at, true);
  }

  u32(at: number): number {
    this.#check(at, 4);
    return this.#view.getUint32(at, true);
  }

  i32(at: number): number {
    this.#check(at, 4);
    return this.#view.getInt32(at, true);
  }

  part(at: number, length: number): ByteReader {
    this.#check(at, length);
    return new ByteReader(this.bytes.subarray(at, at + length), this.#reads);
  }

  /** UTF-8 up to a NUL. */
  text(at: number): string {
    this.#check(at, 0);
    const end = this.bytes.indexOf(0, at);
    return this.utf8(at, (end < 0 ? this.length : end) - at);
  }

  utf8(at: number, length: number): string {
    this.#check(at, length);
    this.#reads.spend(length);
    return new TextDecoder().decode(this.bytes.subarray(at, at + length));
  }

  #check(at: number, length: number): void {
    this.#reads.spend(1);
    if (at < 0 || length < 0 || at + length > this.length)
      throw new DamagedAssembly('it is cut off or damaged');
  }
}

/** Reads on from place to place: signatures and attributes are written so. */
export class BlobReader {
  readonly #reader: ByteReader;
  at = 0;

  constructor(reader: ByteReader) {
    this.#reader = reader;
  }

  get isAtEnd(): boolean {
    return this.at >= this.#reader.length;
  }

  u8(): number {
    return this.#reader.u8(this.at++);
  }

  u16(): number {
    this.at += 2;
    return this.#reader.u16(this.at - 2);
  }

  i32(): number {
    this.at += 4;
    return this.#reader.i32(this.at - 4);
  }

  u32(): number {
    return this.i32() >>> 0;
  }

  skip(count: number): void {
    this.#reader.part(this.at, count);
    this.at += count;
  }

  /** One, two or four bytes, as the first says. ECMA-335 II.23.2. */
  compressed(): number {
    const first = this.u8();
    if (first < 0x80) return first;
    if (first < 0xc0) return ((first & 0x3f) << 8) | this.u8();
    return (((first & 0x1f) << 24) | (this.u8() << 16) | (this.u8() << 8) | this.u8()) >>> 0;
  }

  /** UTF-8 with its length in front; undefined for null. */
  serString(): string | undefined {
    if (this.#reader.u8(this.at) === 0xff) {
      this.at += 1;
      return undefined;
    }
    const length = this.compressed();
    this.at += length;
    return this.#reader.utf8(this.at - length, length);
  }
}
