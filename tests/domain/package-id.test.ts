import { describe, expect, it } from 'vitest';
import { PACKAGE_ID_MAX_LENGTH, packageKey, parsePackageId } from '../../src/domain/package-id.ts';
import fc from '../support/laws.ts';

describe('parsePackageId', () => {
  it.each([
    'Pester',
    'Az',
    'x',
    '7Zip4PowerShell',
    '_private',
    'Contoso.Tools',
    'Contoso-Tools',
    'A.b-c_d.1.0',
    'Log__Double',
    'a'.repeat(PACKAGE_ID_MAX_LENGTH),
  ])('takes %s as it is spelled', (text) => {
    expect(parsePackageId(text)).toEqual({ ok: true, value: text });
  });

  it.each([
    ['a leading dot', '.Tools'],
    ['a trailing dot', 'Tools.'],
    ['a leading hyphen', '-Tools'],
    ['a trailing hyphen', 'Tools-'],
    ['two dots', 'Contoso..Tools'],
    ['a dot beside a hyphen', 'Contoso.-Tools'],
    ['a space', 'Contoso Tools'],
    ['a line feed at its end', 'Tools\n'],
    ['a slash', 'Contoso/Tools'],
    ['a backslash', 'Contoso\\Tools'],
    ['a percent sign', 'Contoso%2e'],
    ['a plus sign', 'C++'],
    ['a letter beyond ASCII', 'Größe'],
    ['a Cyrillic letter that looks Latin', '\u0410z'],
    ['a fullwidth digit', 'Az\uFF11'],
    ['a quote', "Az'"],
  ])('refuses %s', (_, text) => {
    expect(parsePackageId(text)).toEqual({ ok: false, problem: { kind: 'characters', found: text } });
  });

  it('tells an empty id from a bad one', () => {
    expect(parsePackageId('')).toEqual({ ok: false, problem: { kind: 'empty' } });
  });

  it('names the length and the limit of an id that is too long', () => {
    expect(parsePackageId('a'.repeat(101))).toEqual({
      ok: false,
      problem: { kind: 'too-long', length: 101, limit: 100 },
    });
  });
});

describe('packageKey', () => {
  it('is the same for every spelling of an id', () => {
    const id = fc.stringMatching(/^[A-Za-z0-9_]{1,8}(?:[.-][A-Za-z0-9_]{1,8}){0,3}$/);
    fc.assert(
      fc.property(id, (text) => {
        expect(packageKey(text.toUpperCase())).toBe(packageKey(text));
        expect(packageKey(packageKey(text))).toBe(packageKey(text));
        expect(parsePackageId(packageKey(text)).ok).toBe(true);
      }),
    );
  });
});
