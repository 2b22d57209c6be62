/**
 * Lists of whole numbers as short text: base 64 digits of five bits each, the sixth saying that more follow. Ordinary
 * JSON of digits is twice as long once compressed, and binary files are not compressed by static hosts.
 */

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Uint8Array(128).fill(255);
for (let value = 0; value < 64; value++) VALUES[DIGITS.charCodeAt(value)] = value;

/** @param numbers  from 0 to 2³¹ - 1 */
export function writeNumbers(numbers: Iterable<number>): string {
  let text = '';
  for (let rest of numbers) {
    while (rest > 31) {
      text += DIGITS[(rest & 31) | 32];
      rest >>>= 5;
    }
    text += DIGITS[rest];
  }
  return text;
}

/** @throws RangeError for text that is not of writeNumbers */
export function readNumbers(text: string): number[] {
  const numbers: number[] = [];
  let [value, shift] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const digit = VALUES[text.charCodeAt(at)] ?? 255;
    if (digit > 63 || shift > 30) throw new RangeError(`no number at ${at}`);
    value |= (digit & 31) << shift;
    if (digit > 31) shift += 5;
    else {
      numbers.push(value >>> 0);
      [value, shift] = [0, 0];
    }
  }
  if (shift > 0) throw new RangeError('the last number is cut off');
  return numbers;
}

/** @param ascending  each larger than the one before, or the same */
export function writeAscending(ascending: Iterable<number>): string {
  let last = 0;
  const steps: number[] = [];
  for (const value of ascending) {
    steps.push(value - last);
    last = value;
  }
  return writeNumbers(steps);
}

export function readAscending(text: string): number[] {
  let last = 0;
  return readNumbers(text).map((step) => (last += step));
}

/** The first of a list, without reading the others. */
export function readFirstNumber(text: string): number {
  let at = 0;
  while ((VALUES[text.charCodeAt(at)] ?? 0) > 31 && at < text.length) at++;
  return readNumbers(text.slice(0, at + 1))[0] ?? 0;
}
