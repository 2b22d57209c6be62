import { expect, it } from 'vitest';
import { isDotNetVersion, parseDotNetGuid } from '../../src/read/dotnet-values.ts';

// As System.Version and System.Guid of .NET 10 judge each of them.
it.each([
  ['1.0', true],
  ['1.2.3.4', true],
  ['01.02', true],
  [' 1.0 ', true],
  ['1. 0', true],
  ['+1.0', true],
  ['1.-0', true],
  ['1\t.0\n', true],
  ['2147483647.2147483647', true],
  ['2147483648.0', false],
  ['1.2147483648', false],
  ['-1.0', false],
  ['1', false],
  ['1.2.3.4.5', false],
  ['1..0', false],
  ['.1', false],
  ['1.', false],
  ['1.0.*', false],
  ['1.0-beta', false],
  ['\uff11.0', false],
  ['', false],
])('says of the version %j: %s', (text, expected) => {
  expect(isDotNetVersion(text)).toBe(expected);
});

const GUID = 'd2b6f1a0-0b5e-4b7c-9d55-5f1d4a2f3c10';

it.each([
  [GUID, GUID],
  [GUID.toUpperCase(), GUID],
  [` ${GUID} `, GUID],
  [`{${GUID}}`, GUID],
  [`(${GUID})`, GUID],
  ['d2b6f1a00b5e4b7c9d555f1d4a2f3c10', GUID],
  [`{${GUID}`, undefined],
  [`{${GUID})`, undefined],
  ['{d2b6f1a00b5e4b7c9d555f1d4a2f3c10}', undefined],
  ['d2b6f1a0-0b5e4b7c9d555f1d4a2f3c10', undefined],
  ['xyz', undefined],
  ['', undefined],
])('reads the GUID %j as %j', (text, expected) => {
  expect(parseDotNetGuid(text)).toBe(expected);
});
