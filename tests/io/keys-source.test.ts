import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openKeysSource } from '../../src/io/keys-source.ts';
import { makeTempDir, writeTree } from '../support/temp-dir.ts';

const keyText = (id: string) => `keys:
  - id: ${id}
    owner: contoso
    kind: bearer
    sha256: ${'ab'.repeat(32)}
    scopes: [read]
    ids: ['*']
    created: 2026-01-01T00:00:00Z
    expires: 2026-06-01T00:00:00Z
`;

describe('openKeysSource', () => {
  let dir: string;
  let failures: unknown[];

  beforeEach(async () => {
    dir = await makeTempDir();
    failures = [];
    await writeTree(dir, {
      'gallery.yaml': 'title: A\ndescription: B\nowners: [c]\n',
      'packages/.keep': '',
      'blobs/.keep': '',
    });
  });

  const open = () => openKeysSource(dir, (error) => failures.push(error.code));
  const write = (text: string) => writeFileSync(join(dir, 'keys.yaml'), text);

  it('has no keys where there is no file', () => {
    expect(open().current().keys).toEqual([]);
  });

  it('reads the file again when it has changed', () => {
    write(keyText('one'));
    const source = open();
    expect(source.current().keys.map(({ id }) => id)).toEqual(['one']);
    expect(source.current()).toBe(source.current());
    write(keyText('another'));
    expect(source.current().keys.map(({ id }) => id)).toEqual(['another']);
    rmSync(join(dir, 'keys.yaml'));
    expect(source.current().keys).toEqual([]);
  });

  it('goes on with the keys that it has while the file has faults, and tells of it once', () => {
    write(keyText('one'));
    const source = open();
    write('keys: [nonsense]\n');
    for (let round = 0; round < 3; round++)
      expect(source.current().keys.map(({ id }) => id)).toEqual(['one']);
    expect(failures).toEqual(['KEYS_INVALID']);
  });

  it('looks at the file of keys alone, since a gallery has a hundred thousand blobs and it is asked at every request', () => {
    write(keyText('one'));
    rmSync(join(dir, 'blobs'), { recursive: true });
    // Nobody can list it.
    symlinkSync('blobs', join(dir, 'blobs'));
    expect(
      open()
        .current()
        .keys.map(({ id }) => id),
    ).toEqual(['one']);
  });

  it('does not begin with faults', () => {
    write('keys: [nonsense]\n');
    expect(open).toThrow(expect.objectContaining({ code: 'KEYS_INVALID' }));
  });
});
