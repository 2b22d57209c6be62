import { describe, expect, it } from 'vitest';
import { parseParameterHeader } from '../../../src/gateway/push/header-parameters.ts';

describe('a header with parameters', () => {
  it.each<[string, string, Record<string, string>]>([
    ['form-data', 'form-data', {}],
    ['Form-Data ; Name=package', 'form-data', { name: 'package' }],
    [
      'form-data; name="package"; filename="a b;c.nupkg"',
      'form-data',
      { name: 'package', filename: 'a b;c.nupkg' },
    ],
    ["form-data; filename*=utf-8''a.nupkg", 'form-data', { 'filename*': "utf-8''a.nupkg" }],
    ['form-data; name="a\\"b\\\\c"', 'form-data', { name: 'a"b\\c' }],
    ['form-data; name="package";', 'form-data', { name: 'package' }],
    [' multipart/form-data;boundary=--x ', 'multipart/form-data', { boundary: '--x' }],
    ['x; a=""', 'x', { a: '' }],
  ])('%s is read', (text, value, parameters) => {
    const found = parseParameterHeader(text);
    expect(found && { ...found, parameters: Object.fromEntries(found.parameters) }).toEqual({
      value,
      parameters,
    });
  });

  it.each([
    '',
    ';',
    '; name=x',
    'a b',
    'a; b',
    'a; =b',
    'a; b=',
    'a; b="c',
    'a; b="c\\',
    'a; b=c d',
    'a; b="c"d',
    'a, b',
    'a; b=1; B=2',
    `a; b=${'c'.repeat(1000)}`,
    `a; b="${'\\'.repeat(900)}`,
  ])('%j is refused', (text) => expect(parseParameterHeader(text)).toBeUndefined());
});
