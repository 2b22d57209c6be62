import { describe, expect, it } from 'vitest';
import { checkEntryPath, foldedPath } from '../../src/read/entry-path.ts';
import { ZipFaults } from '../../src/read/zip-faults.ts';

function codes(path: string): readonly string[] {
  const faults = new ZipFaults('x.nupkg');
  checkEntryPath(path, path, faults);
  return faults.findings.map(({ code }) => code);
}

describe('checkEntryPath', () => {
  it.each([
    'a',
    'a.txt',
    'en-US/about_Contoso.help.txt',
    '.gitignore',
    'a b/c d.txt',
    '[Content_Types].xml',
    'ünï/日本.txt',
    'console.txt',
    'com10.txt',
    'a..b',
    'nulls/aux1',
    'a+b,c;d=e&f#g%h!@~{}()^$.txt',
    'a'.repeat(200),
  ])('accepts %s', (path) => {
    expect(codes(path)).toEqual([]);
  });

  it.each([
    ['..', ['PATH_PARENT']],
    ['a/../b', ['PATH_PARENT']],
    ['./a', ['PATH_PARENT']],
    ['a/.', ['PATH_PARENT']],
    ['/etc/passwd', ['PATH_ABSOLUTE']],
    ['//server/share', ['PATH_ABSOLUTE']],
    ['C:/a', ['PATH_ABSOLUTE', 'PATH_CHARACTERS']],
    ['a\\b', ['PATH_BACKSLASH']],
    ['..\\a', ['PATH_BACKSLASH', 'PATH_PARENT']],
    ['\\\\server\\share', ['PATH_ABSOLUTE', 'PATH_BACKSLASH']],
    ['a//b', ['PATH_EMPTY_PART']],
    ['', ['PATH_EMPTY_PART']],
    ['a.txt:stream', ['PATH_CHARACTERS']],
    ['a?', ['PATH_CHARACTERS']],
    ['nul', ['PATH_DEVICE_NAME']],
    ['a/CON.txt', ['PATH_DEVICE_NAME']],
    ['Lpt1.tar.gz', ['PATH_DEVICE_NAME']],
    ['com¹', ['PATH_DEVICE_NAME']],
    ['CONIN$', ['PATH_DEVICE_NAME']],
    ['aux .txt', ['PATH_DEVICE_NAME']],
    ['a.', ['PATH_TRAILING_DOT']],
    ['a /b', ['PATH_TRAILING_DOT']],
    ['...', ['PATH_TRAILING_DOT']],
    ['a'.repeat(201), ['PATH_LENGTH']],
    [`${'a/'.repeat(17)}b`, ['PATH_DEPTH']],
  ])('refuses %s', (path, expected) => {
    expect([...codes(path)].sort()).toEqual(expected);
  });
});

it.each([
  ['A.TXT', 'a.txt'],
  ['É', 'e\u0301'],
  ['straße', 'STRASSE'],
  ['ſ', 's'],
])('takes %s and %s for one file', (a, b) => {
  expect(foldedPath(a)).toBe(foldedPath(b));
});
