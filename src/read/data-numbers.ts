/** PowerShell's numbers: decimal, hexadecimal, binary, real, with type suffix and multiplier, and how they become text. */

import { isDash, isNewline, isSpace } from './data-characters.ts';

const PATTERN =
  /^(?:0x(?<hex>[0-9a-f]*)|0b(?<binary>[01]+)|(?<real>\d+\.\d*(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?|\d+e[+-]?\d+)|(?<integer>\d+))(?<suffix>u?y|u?s|u?l|n|u|d)?(?<multiplier>[kmgtp]b)?$/i;

const MULTIPLIERS: Readonly<Record<string, number>> = {
  kb: 1024,
  mb: 1024 ** 2,
  gb: 1024 ** 3,
  tb: 1024 ** 4,
  pb: 1024 ** 5,
};

const ENDS = new Set([...'&(),;{}|!#%*+./<=>]'].map((character) => character.charCodeAt(0)));

/** The longest word that is looked at: far more digits than any type holds. */
export const LONGEST_NUMBER = 400;
const MAX_DECIMAL = 2n ** 96n - 1n;

/** What each suffix can hold. */
const RANGES: Readonly<Record<string, readonly [lowest: bigint, highest: bigint]>> = {
  y: [-128n, 127n],
  uy: [0n, 255n],
  s: [-32768n, 32767n],
  us: [0n, 65535n],
  l: [-(2n ** 63n), 2n ** 63n - 1n],
  ul: [0n, 2n ** 64n - 1n],
  u: [0n, 2n ** 64n - 1n],
  d: [-MAX_DECIMAL, MAX_DECIMAL],
};

/**
 * The value of a whole word such as `5`, `0xff`, `1.5e3`, `10kb`, `12L`; undefined when it is no number, or too large
 * for its suffix.
 * @param isNegative  whether a sign stands directly before it
 */
export function parseDataNumber(word: string, isNegative = false): number | undefined {
  const groups =
    word.length > LONGEST_NUMBER ? undefined : PATTERN.exec(word.replace(/[\u2013-\u2015]/, '-'))?.groups;
  if (!groups) return undefined;
  const suffix = groups['suffix']?.toLowerCase() ?? '';
  const factor = MULTIPLIERS[groups['multiplier']?.toLowerCase() ?? ''] ?? 1;
  const sign = isNegative ? -1 : 1;
  if (groups['real'] !== undefined) return real(Number(groups['real']) * sign * factor, suffix);
  const { hex, binary } = groups;
  const whole =
    hex !== undefined
      ? hexadecimal(hex, suffix)
      : binary !== undefined
        ? signed(BigInt(`0b${binary}`), binary.length, isSignedBinary(binary, suffix))
        : BigInt(groups['integer'] ?? '');
  const value = whole * BigInt(sign * factor);
  // Without a suffix a decimal number may become as large as it likes; a pattern of bits may not.
  const range = suffix === '' && groups['integer'] === undefined ? RANGES['l'] : RANGES[suffix];
  return isWithin(value, range) ? Number(value) : undefined;
}

function isWithin(value: bigint, range: readonly [bigint, bigint] | undefined): boolean {
  return range === undefined || (value >= range[0] && value <= range[1]);
}

function real(value: number, suffix: string): number | undefined {
  if (suffix === '') return value;
  if (!Number.isFinite(value)) return undefined;
  const whole = suffix === 'd' ? value : roundedToEven(value);
  return isWithin(BigInt(Math.trunc(whole)), RANGES[suffix]) ? whole : undefined;
}

function roundedToEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

/** With as many digits as its type has, the highest bit is the sign: 0xffffffff is -1. */
function hexadecimal(digits: string, suffix: string): bigint {
  const lengths: Readonly<Record<string, number>> = { y: 2, s: 4, l: 16 };
  const expected = lengths[suffix] ?? (digits.length < 15 ? 8 : 16);
  const isSigned = !suffix.startsWith('u') && digits.length === expected;
  return signed(BigInt(`0x0${digits}`), digits.length * 4, isSigned);
}

function isSignedBinary(digits: string, suffix: string): boolean {
  const { length } = digits;
  if (suffix.startsWith('u')) return false;
  return [8, 16, 32, 64, 96].includes(length) || (length >= 128 && length % 8 === 0);
}

function signed(value: bigint, bits: number, isSigned: boolean): bigint {
  return isSigned ? BigInt.asIntN(bits, value) : value;
}

/** Whether a number may end before this; `5a` and `5'a'` are words, and words are commands. */
export function endsNumber(code: number): boolean {
  return Number.isNaN(code) || isSpace(code) || isNewline(code) || isDash(code) || ENDS.has(code);
}

/** As PowerShell makes text of it: 15 digits, and an exponent where the number is very large or very small. */
export function formatDataNumber(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value < 0 ? '-∞' : '∞';
  const [mantissa = '', exponent = '0'] = value.toExponential(14).split('e');
  const power = Number(exponent);
  if (power > -5 && power < 15) return String(Number(value.toPrecision(15)));
  const digits = mantissa.replace(/\.?0+$/, '');
  return `${digits}E${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}
