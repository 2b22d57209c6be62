import { describe, expect, it } from 'vitest';
import { makeNupkg } from '../support/make-nupkg.ts';
import { gateFindings, LIMITS } from '../support/nupkg-findings.ts';
import { buildZip, utf8, type ZipSpecEntry } from '../support/zip-builder.ts';

const codes = async (bytes: Uint8Array, limits = LIMITS) =>
  (await gateFindings(bytes, limits)).map(({ code }) => code);

describe('gateArchive', () => {
  it('lets a sound package pass', async () => {
    expect(await codes(makeNupkg({ files: [{ name: 'lib/a.dll', data: new Uint8Array(100_000) }] }))).toEqual(
      [],
    );
  });

  it.each<readonly [string, ZipSpecEntry]>([
    ['another CRC-32', { name: 'a.txt', claims: { crc32: 1 } }],
    ['more than announced', { name: 'a.txt', data: 'x'.repeat(5000), claims: { sizeBytes: 10 } }],
    ['less than announced', { name: 'a.txt', data: 'x', claims: { sizeBytes: 10 } }],
    ['bytes behind the deflated stream', { name: 'a.txt', packedTail: utf8('hidden') }],
  ])('unpacks every entry, and refuses one with %s', async (_, entry) => {
    expect(await codes(makeNupkg({ files: [entry] }))).toEqual(['ZIP_CONTENT']);
  });

  it('counts what is unpacked, not what is announced', async () => {
    const bytes = buildZip({
      entries: [
        { name: 'a.bin', data: new Uint8Array(3_000_000), claims: { sizeBytes: 10 } },
        { name: 'b.bin', data: new Uint8Array(10) },
      ],
    });
    expect(await codes(bytes, { maxEntries: 10, maxUnpackedBytes: 12_000 })).toEqual(['ZIP_UNPACKED_SIZE']);
  });

  it('stops at what the records show', async () => {
    expect(await codes(makeNupkg({ files: [{ name: '../a.txt' }] }))).toEqual(['PATH_PARENT']);
  });
});
