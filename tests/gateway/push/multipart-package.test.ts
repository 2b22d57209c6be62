import { describe, expect, it } from 'vitest';
import { multipartBoundary, parseMultipartPackage } from '../../../src/gateway/push/multipart-package.ts';
import fc from '../../support/laws.ts';
import { CLIENTS, PACKAGE } from '../../support/push-samples.ts';

const FORMS = CLIENTS.filter(([name]) => name !== 'curl --data-binary');
const HEAD = 'Content-Disposition: form-data; name="package"; filename="p"\r\n\r\n';
const bytesOf = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
const parse = (text: string) => {
  const read = parseMultipartPackage(bytesOf(text), 'b');
  return read.ok ? Buffer.from(read.value).toString('latin1') : read;
};

/**
 * Before the line feed that ends a file, a carriage return is taken for a part of the line break, and any other byte for one
 * of the file: nobody could tell better.
 * @param place  of the changed byte, counted from the end of the file
 */
function shift(place: number, value: number, hasReturn: boolean): number {
  if (hasReturn) return place === 0 && value !== 13 ? 1 : 0;
  return place === -1 && value === 13 ? -1 : 0;
}

describe('the boundary', () => {
  it.each([
    ['multipart/form-data; boundary=abc', 'abc'],
    ['Multipart/Form-Data; charset=utf-8; Boundary="a b"', 'a b'],
    [`multipart/form-data; boundary=${'b'.repeat(70)}`, 'b'.repeat(70)],
  ])('of %s is %s', (type, boundary) => expect(multipartBoundary(type)).toBe(boundary));

  it.each([
    '',
    'multipart/form-data',
    'multipart/form-data; boundary=',
    'multipart/form-data; boundary=""',
    'multipart/form-data; boundary="a "',
    'multipart/form-data; boundary="a\\\n"',
    'multipart/form-data; boundary=ä',
    `multipart/form-data; boundary=${'b'.repeat(71)}`,
    'multipart/form-data; boundary=a; boundary=b',
    'multipart/mixed; boundary=abc',
  ])('of %j is none', (type) => expect(multipartBoundary(type)).toBeUndefined());
});

describe('the file in a form', () => {
  it.each([
    ['with line breaks of Windows', `--b\r\n${HEAD}zip\r\n--b--\r\n`, 'zip'],
    ['ended by a line feed', `--b\r\n${HEAD}zip\n--b--`, 'zip'],
    ['after an empty line', `\r\n--b\r\n${HEAD}zip\r\n--b--`, 'zip'],
    ['after a boundary with blanks', `--b \t\r\n${HEAD}zip\r\n--b--`, 'zip'],
    ['before empty lines', `--b\r\n${HEAD}zip\r\n--b--\r\n\r\n`, 'zip'],
    ['that is empty', `--b\r\n${HEAD}\r\n--b--`, ''],
    ['that ends with a line break', `--b\r\n${HEAD}zip\r\n\r\n--b--`, 'zip\r\n'],
    ['that holds the boundary within a line', `--b\r\n${HEAD}z\r\n --b--\r\n--b--`, 'z\r\n --b--'],
    ['that holds a longer boundary', `--b\r\n${HEAD}z\r\n--bc\r\n--b-\r\n--b--`, 'z\r\n--bc\r\n--b-'],
    ['that holds the beginning of a boundary', `--b\r\n${HEAD}z\r\n-\r\n--\r\n--b--`, 'z\r\n-\r\n--'],
    [
      'with other headers',
      `--b\r\nX-A: ä\r\ncontent-transfer-encoding: Binary\r\n${HEAD}zip\r\n--b--`,
      'zip',
    ],
  ])('%s is found', (_, text, file) => {
    const asUtf8 = Uint8Array.from(Buffer.from(text));
    const read = parseMultipartPackage(asUtf8, 'b');
    expect(read.ok && Buffer.from(read.value).toString('latin1')).toBe(file);
  });

  it.each<[string, string, RegExp]>([
    ['nothing', '', /does not begin with the boundary/],
    ['another boundary', `--c\r\n${HEAD}zip\r\n--c--`, /does not begin with the boundary/],
    ['text before the boundary', `x\r\n--b\r\n${HEAD}zip\r\n--b--`, /does not begin with the boundary/],
    ['the boundary alone', '--b', /does not begin/],
    ['no part', '--b--\r\n', /no file/],
    ['no end of the head', '--b\r\nContent-Disposition: form-data; filename=x\r\nzip', /head/],
    ['a head that is too long', `--b\r\nX: ${'x'.repeat(9000)}\r\n${HEAD}zip\r\n--b--`, /head/],
    ['a head with a line that is none', `--b\r\nPK\x03\x04\r\n${HEAD}zip\r\n--b--`, /head/],
    ['a head with a NUL', `--b\r\nX: \0\r\n${HEAD}zip\r\n--b--`, /head/],
    ['a head that is not UTF-8', `--b\r\nX: \xff\r\n${HEAD}zip\r\n--b--`, /head/],
    ['a head with line feeds', `--b\r\nX: y\n${HEAD}zip\r\n--b--`, /head/],
    ['no head', '--b\r\n\r\nzip\r\n--b--', /head/],
    ['a part that says nothing of itself', '--b\r\nX: y\r\n\r\nzip\r\n--b--', /Content-Disposition/],
    ['an attachment', '--b\r\nContent-Disposition: attachment; filename=x\r\n\r\nzip\r\n--b--', /form-data/],
    ['a field', '--b\r\nContent-Disposition: form-data; name=x\r\n\r\nzip\r\n--b--', /no file/],
    [
      'two dispositions',
      `--b\r\nContent-Disposition: form-data; filename=x\r\n${HEAD}zip\r\n--b--`,
      /form-data/,
    ],
    ['base64', `--b\r\nContent-Transfer-Encoding: base64\r\n${HEAD}emlw\r\n--b--`, /encoded/],
    ['no end', `--b\r\n${HEAD}zip`, /ends before/],
    ['half an end', `--b\r\n${HEAD}zip\r\n--b-`, /ends before/],
    ['an end without a line', `--b\r\n${HEAD}zip--b--`, /ends before/],
    ['two files', `--b\r\n${HEAD}zip\r\n--b\r\n${HEAD}zip\r\n--b--`, /more than one/],
    [
      'a field after the file',
      `--b\r\n${HEAD}zip\r\n--b\r\nContent-Disposition: form-data\r\n\r\n1\r\n--b--`,
      /more than one/,
    ],
    ['something after its end', `--b\r\n${HEAD}zip\r\n--b--\r\nzip`, /follows/],
  ])('is refused with %s', (_, text, problem) => {
    expect(parse(text)).toMatchObject({ ok: false, problem: expect.stringMatching(problem) });
  });

  it.each(FORMS)('is what %s sent, whatever it holds', (_, make) => {
    const part = fc.oneof(
      fc.uint8Array({ maxLength: 20 }),
      fc.constantFrom('\r\n', '\n', '--', '--8df4', '\r', ': \r\n\r\n').map(bytesOf),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        const file = Buffer.concat([...parts, Buffer.from('\0')]);
        const { contentType, bytes } = make(file);
        const read = parseMultipartPackage(bytes, multipartBoundary(contentType) ?? '');
        expect(read.ok && Buffer.from(read.value)).toEqual(file);
      }),
    );
  });

  it.each(FORMS)('is none of %s that was cut off', (_, make) => {
    const { contentType, bytes } = make(PACKAGE);
    const boundary = multipartBoundary(contentType) ?? '';
    const whole = Buffer.from(bytes).lastIndexOf(boundary) + boundary.length + 2;
    for (let length = 0; length < bytes.length; length++) {
      expect(parseMultipartPackage(bytes.subarray(0, length), boundary).ok).toBe(length >= whole);
    }
  });

  it.each(FORMS)('of %s with one byte changed is the file, with that byte changed at most', (_, make) => {
    const { contentType, bytes } = make(PACKAGE);
    const boundary = multipartBoundary(contentType) ?? '';
    const fileAt = Buffer.from(bytes).indexOf('PK\x03\x04', 0, 'latin1');
    for (let at = 0; at < bytes.length; at++) {
      for (const value of [0, 10, 13, 32, 45, 58, (bytes[at] ?? 0) ^ 1, (bytes[at] ?? 0) ^ 128]) {
        const damaged = Uint8Array.from(bytes);
        damaged[at] = value;
        const read = parseMultipartPackage(damaged, boundary);
        if (!read.ok) continue;
        const moved = shift(at - fileAt - PACKAGE.length, value, bytes[fileAt + PACKAGE.length] === 13);
        expect(read.value.length).toBe(PACKAGE.length + moved);
        expect(Buffer.from(read.value)).toEqual(
          Buffer.from(damaged.subarray(fileAt, fileAt + read.value.length)),
        );
      }
    }
  });
});
