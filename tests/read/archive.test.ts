import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import AdmZip from 'adm-zip';
import { describe, expect, it } from 'vitest';
import { writeNupkg } from '../../src/pack/package-archive.ts';
import { openArchive, readEntry } from '../../src/read/archive.ts';
import fc from '../support/laws.ts';
import { makeNupkg } from '../support/make-nupkg.ts';
import { FILE, LIMITS } from '../support/nupkg-findings.ts';
import { buildZip, extraField, u16, u32, u64, utf8, type ZipSpec } from '../support/zip-builder.ts';

function codes(bytes: Uint8Array): readonly string[] {
  return [...new Set(openArchive(bytes, FILE, LIMITS).findings.map(({ code }) => code))].sort();
}

/** Path → text of every file. */
function contents(bytes: Uint8Array): Record<string, string | undefined> | undefined {
  const { value: archive } = openArchive(bytes, FILE, LIMITS);
  if (!archive) return undefined;
  const files = archive.entries.filter(({ isFolder }) => !isFolder);
  const texts = files.map((entry) => {
    const { value } = readEntry(archive, entry, { file: FILE });
    return [entry.path, value === undefined ? undefined : Buffer.from(value).toString('latin1')] as const;
  });
  return texts.some(([, text]) => text === undefined) ? undefined : Object.fromEntries(texts);
}

const FILES = { 'a.txt': 'one', 'folder/b.txt': 'two '.repeat(400) };

describe('openArchive', () => {
  it.each<readonly [string, ZipSpec]>([
    ['stored', { entries: [{ name: 'a.txt', data: 'one', method: 0 }] }],
    ['deflated', { entries: [{ name: 'a.txt', data: 'one' }] }],
    ['with a signed descriptor', { entries: [{ name: 'a.txt', data: 'one', descriptor: 'signed' }] }],
    [
      'with a descriptor without signature',
      { entries: [{ name: 'a.txt', data: 'one', descriptor: 'plain' }] },
    ],
    [
      'with a descriptor of eight bytes a size',
      { entries: [{ name: 'a.txt', data: 'one', descriptor: 'long' }] },
    ],
    ['with a zip64 end record', { entries: [{ name: 'a.txt', data: 'one' }], zip64: {} }],
    ['with a Unix mode', { entries: [{ name: 'a.txt', data: 'one', mode: 0o100755 }] }],
    [
      'with a time stamp in an extra field',
      { entries: [{ name: 'a.txt', data: 'one', extra: extraField(0x5455, utf8('\u0001abcd')) }] },
    ],
    [
      'with a folder of its own',
      {
        entries: [
          { name: 'f/', data: '', method: 0 },
          { name: 'a.txt', data: 'one' },
        ],
      },
    ],
  ])('reads what is %s', (_, spec) => {
    const bytes = buildZip(spec);
    expect(codes(bytes)).toEqual([]);
    expect(contents(bytes)).toEqual({ 'a.txt': 'one' });
  });

  it('reads sizes that stand in a zip64 field', () => {
    const wide = { sizeBytes: 0xffffffff, packedBytes: 0xffffffff };
    const extra = extraField(1, Buffer.concat([u64(3), u64(3)]));
    const bytes = buildZip({
      entries: [{ name: 'a.txt', data: 'one', method: 0, claims: wide, extra, local: { ...wide, extra } }],
    });
    expect(contents(bytes)).toEqual({ 'a.txt': 'one' });
  });

  it('reads what adm-zip writes', () => {
    const zip = new AdmZip();
    for (const [path, text] of Object.entries(FILES)) zip.addFile(path, Buffer.from(text));
    expect(contents(zip.toBuffer())).toEqual(FILES);
  });

  it.each([
    [{}],
    [{ dataDescriptor: true }],
    [{ zip64: true }],
    [{ level: 0 }],
    [{ useUnicodeFileNames: true }],
  ])('reads what zip.js writes with %j', async (options) => {
    const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, ...options });
    for (const [path, text] of Object.entries(FILES))
      await writer.add(path, new Uint8ArrayReader(utf8(text)));
    const bytes = await writer.close();
    expect(codes(bytes)).toEqual([]);
    expect(contents(bytes)).toEqual(FILES);
  });

  it('reads what our own packer writes', () => {
    const files = Object.entries(FILES).map(([path, text]) => ({ path, bytes: utf8(text) }));
    expect(contents(writeNupkg('A', '<x/>', files))).toMatchObject(FILES);
  });

  it('finds a file by its stored and by its unescaped name', () => {
    const { value } = openArchive(buildZip({ entries: [{ name: 'a%20b.txt' }] }), FILE, LIMITS);
    expect(value?.find('a b.txt')?.path).toBe('a%20b.txt');
    expect(value?.find('a%20b.txt')?.path).toBe('a%20b.txt');
    expect(value?.find('a')).toBeUndefined();
  });

  it('tells some of ten thousand faults of a kind, not all', () => {
    const entries = Array.from({ length: 200 }, (_, index) => ({ name: `../${index}` }));
    expect(openArchive(buildZip({ entries }), FILE, LIMITS).findings).toHaveLength(20);
  });
});

const A = { name: 'a.txt', data: 'one' };

describe('a hostile archive', () => {
  it.each<readonly [string, ZipSpec | Uint8Array, readonly string[]]>([
    ['nothing at all', new Uint8Array(), ['ZIP_NOT_ZIP']],
    ['a tar', Buffer.concat([new Uint8Array(257), utf8('ustar'), new Uint8Array(800)]), ['ZIP_NOT_ZIP']],
    ['an archive cut short', buildZip({ entries: [A] }).subarray(0, 60), ['ZIP_NOT_ZIP']],
    [
      'a program before the archive',
      { entries: [{ ...A, offset: 4 }], prefix: utf8('MZ\u0000\u0000') },
      ['ZIP_PREFIX_DATA'],
    ],
    ['an archive without entries behind data', { entries: [], prefix: utf8('data') }, ['ZIP_PREFIX_DATA']],
    ['data behind the end', { entries: [A], suffix: utf8('x') }, ['ZIP_TRAILING_DATA']],
    ['a comment', { entries: [A], comment: 'x' }, ['ZIP_COMMENT']],
    ['a comment of an entry', { entries: [{ ...A, comment: 'x' }] }, ['ZIP_COMMENT']],
    [
      'an archive in the comment',
      { entries: [A], comment: 'PK\u0005\u0006' },
      ['ZIP_COMMENT', 'ZIP_END_RECORDS'],
    ],
    [
      'a hole between directory and end',
      { entries: [A], beforeEnd: utf8('hole') },
      ['ZIP_DIRECTORY', 'ZIP_UNKNOWN_RECORD'],
    ],
    [
      'a hole between entries',
      { entries: [A, { ...A, name: 'b', before: utf8('hole') }] },
      ['ZIP_UNKNOWN_RECORD'],
    ],
    ['fewer entries than announced', { entries: [A], end: { count: 2 } }, ['ZIP_DIRECTORY']],
    [
      'a directory elsewhere',
      { entries: [A], end: { offset: 3 } },
      ['ZIP_DIRECTORY', 'ZIP_PREFIX_DATA', 'ZIP_UNKNOWN_RECORD'],
    ],
    ['a directory beyond the end', { entries: [A], end: { offset: 0x7fffffff } }, ['ZIP_DIRECTORY']],
    [
      'another name in front of the data',
      { entries: [{ ...A, local: { name: 'b.txt' } }] },
      ['ZIP_HEADER_MISMATCH'],
    ],
    [
      'another length of the name',
      { entries: [{ ...A, local: { name: 'ab.txt' } }] },
      ['ZIP_HEADER_MISMATCH'],
    ],
    ['another size', { entries: [{ ...A, local: { sizeBytes: 4 } }] }, ['ZIP_HEADER_MISMATCH']],
    ['another packed size', { entries: [{ ...A, local: { packedBytes: 1 } }] }, ['ZIP_HEADER_MISMATCH']],
    ['another CRC-32', { entries: [{ ...A, local: { crc32: 1 } }] }, ['ZIP_HEADER_MISMATCH']],
    ['another method', { entries: [{ ...A, local: { method: 0 } }] }, ['ZIP_HEADER_MISMATCH']],
    ['other flags', { entries: [{ ...A, local: { flags: 2 } }] }, ['ZIP_HEADER_MISMATCH']],
    [
      'a local header that is not there',
      { entries: [{ ...A, offset: 5 }] },
      ['ZIP_DIRECTORY', 'ZIP_HEADER_MISMATCH', 'ZIP_PREFIX_DATA'],
    ],
    [
      'a local header beyond the end',
      { entries: [{ ...A, offset: 0x7fffffff }] },
      ['ZIP_DIRECTORY', 'ZIP_HEADER_MISMATCH', 'ZIP_PREFIX_DATA'],
    ],
    [
      'data that runs over the directory',
      { entries: [{ ...A, claims: { packedBytes: 5000 } }] },
      ['ZIP_DIRECTORY', 'ZIP_HEADER_MISMATCH', 'ZIP_PREFIX_DATA'],
    ],
    [
      'a descriptor that lies',
      { entries: [{ ...A, descriptor: 'wrong' }] },
      ['ZIP_DESCRIPTOR', 'ZIP_UNKNOWN_RECORD'],
    ],
    [
      'the same bytes for two files',
      { entries: [A, { ...A, offset: 0 }] },
      ['ZIP_DUPLICATE', 'ZIP_OVERLAP', 'ZIP_UNKNOWN_RECORD'],
    ],
    ['the same name twice', { entries: [A, A] }, ['ZIP_DUPLICATE']],
    [
      'a zip64 end record of another length',
      { entries: [A], zip64: { length: 60 } },
      ['ZIP_DIRECTORY', 'ZIP_ZIP64'],
    ],
    [
      'a zip64 end record that is not there',
      { entries: [A], end: { offset: 0xffffffff } },
      ['ZIP_DIRECTORY', 'ZIP_ZIP64'],
    ],
    ['a zip64 field without need', { entries: [{ ...A, extra: extraField(1, u64(3)) }] }, ['ZIP_ZIP64']],
    [
      'a zip64 field too short',
      {
        entries: [
          { ...A, claims: { sizeBytes: 0xffffffff }, local: { sizeBytes: 3 }, extra: extraField(1, u32(3)) },
        ],
      },
      ['ZIP_HEADER_MISMATCH', 'ZIP_RATIO', 'ZIP_UNPACKED_SIZE', 'ZIP_ZIP64'],
    ],
    [
      'two zip64 fields',
      {
        entries: [
          { ...A, extra: Buffer.concat([extraField(1, new Uint8Array()), extraField(1, new Uint8Array())]) },
        ],
      },
      ['ZIP_ZIP64'],
    ],
    [
      'an extra field cut short',
      { entries: [{ ...A, extra: Buffer.concat([u16(0x5455), u16(99)]) }] },
      ['ZIP_EXTRA'],
    ],
    [
      'a second name',
      { entries: [{ ...A, extra: extraField(0x7075, utf8('\u0001abcdb.txt')) }] },
      ['ZIP_UNICODE_PATH'],
    ],
    [
      'a second name in the local header',
      { entries: [{ ...A, local: { extra: extraField(0x7075, utf8('x')) } }] },
      ['ZIP_UNICODE_PATH'],
    ],
    ['encryption', { entries: [{ ...A, flags: 1 }] }, ['ZIP_ENCRYPTED']],
    ['strong encryption', { entries: [{ ...A, flags: 0x41 }] }, ['ZIP_ENCRYPTED']],
    [
      'encryption by AES',
      { entries: [{ ...A, extra: extraField(0x9901, new Uint8Array(7)) }] },
      ['ZIP_ENCRYPTED'],
    ],
    ['bzip2', { entries: [{ ...A, method: 12 }] }, ['ZIP_METHOD']],
    ['a part of a set', { entries: [A], end: { disk: 1 } }, ['ZIP_DISKS']],
    [
      'a name that is not UTF-8',
      { entries: [{ ...A, name: Uint8Array.from([0xff, 0x41]) }] },
      ['ZIP_NAME_ENCODING'],
    ],
    [
      'a name in UTF-8 that does not say so',
      { entries: [{ ...A, name: utf8('ä'), flags: 0 }] },
      ['ZIP_NAME_ENCODING'],
    ],
    ['a NUL in a name', { entries: [{ ...A, name: 'a.txt\u0000.exe' }] }, ['ZIP_NAME_CONTROL']],
    ['a link', { entries: [{ ...A, mode: 0o120777 }] }, ['PATH_SPECIAL_MODE']],
    ['a device', { entries: [{ ...A, mode: 0o020666 }] }, ['PATH_SPECIAL_MODE']],
    ['a folder with data', { entries: [{ name: 'f/', data: 'x', method: 0 }] }, ['ZIP_FOLDER_DATA']],
    ['two names by case', { entries: [A, { ...A, name: 'A.TXT' }] }, ['PATH_COLLISION']],
    [
      'two names by normal form',
      {
        entries: [
          { ...A, name: 'é' },
          { ...A, name: 'e\u0301' },
        ],
      },
      ['PATH_COLLISION'],
    ],
    [
      'two names by escape',
      {
        entries: [
          { ...A, name: 'a b' },
          { ...A, name: 'a%20b' },
        ],
      },
      ['PATH_COLLISION'],
    ],
    [
      'a file that is a folder',
      {
        entries: [
          { ...A, name: 'a' },
          { ...A, name: 'A/b' },
        ],
      },
      ['PATH_FILE_IS_FOLDER'],
    ],
    ['a way out, escaped', { entries: [{ ...A, name: '%2e%2e/a' }] }, ['PATH_PARENT']],
    ['a bomb', { entries: [{ ...A, data: new Uint8Array(66 * 1024 * 1024) }] }, ['ZIP_RATIO']],
  ])('that is %s is refused', (_, source, expected) => {
    const bytes = source instanceof Uint8Array ? source : buildZip(source);
    expect(codes(bytes)).toEqual([...expected].sort());
    expect(contents(bytes)).toBeUndefined();
  });

  it.each([
    ['more than it announces', { data: 'x'.repeat(900), claims: { sizeBytes: 10 } }],
    ['less than it announces', { data: 'x', claims: { sizeBytes: 10 } }],
    ['something else', { claims: { crc32: 7 } }],
    ['no deflated stream', { method: 8, claims: {}, data: 'x' }],
  ])('whose entry holds %s is not unpacked', (name, entry) => {
    const bytes = buildZip({ entries: [{ name: 'a.txt', ...entry }] });
    if (name === 'no deflated stream') bytes[35] = 0xff;
    const { value: archive } = openArchive(bytes, FILE, LIMITS);
    const [first] = archive?.entries ?? [];
    if (!archive || !first) throw new Error('its records are right');
    const reading = readEntry(archive, first, { file: FILE });
    expect(reading.value).toBeUndefined();
    expect(reading.findings.map(({ code }) => code)).toEqual(['ZIP_CONTENT']);
  });
});

describe('an archive that was damaged', () => {
  const good = makeNupkg({
    files: [
      { name: 'a.txt', data: 'one' },
      { name: 'b/c.txt', descriptor: 'signed' },
    ],
  });
  const before = contents(good);

  it('never throws, and never gives other contents, whatever byte was flipped', () => {
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = Uint8Array.from(good);
        damaged[at] = (damaged[at] ?? 0) ^ change;
        const after = contents(damaged);
        // Times, versions and attributes say nothing of the contents.
        if (after !== undefined) expect(Object.values(after)).toEqual(Object.values(before ?? {}));
      }),
      { numRuns: 3000 },
    );
  });

  it('never throws, and is refused, wherever it was cut', () => {
    for (let length = 0; length < good.length; length++) {
      expect(contents(good.subarray(0, length))).toBeUndefined();
    }
  });
});

it('looks at no folders of names that are too long anyway', () => {
  const entries = Array.from({ length: 100 }, (_, at) => ({
    name: `${at}${'/a'.repeat(32_000)}`,
    data: 'x',
  }));
  expect(codes(buildZip({ entries }))).toContain('PATH_LENGTH');
});
