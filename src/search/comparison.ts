/** Values of fields that have an order: `5.1`, `>=5.1`, `2026-01..2026-03`. */

export type ComparisonSign = '=' | '>' | '>=' | '<' | '<=';

export interface Comparison {
  readonly sign: ComparisonSign;
  readonly value: string;
}

/** Both ends of a range, or one comparison; all of them must hold. */
export function readComparisons(text: string): readonly Comparison[] {
  const range = /^(.+?)\.\.(.+)$/.exec(text);
  if (range) {
    return [
      { sign: '>=', value: (range[1] ?? '').trim() },
      { sign: '<=', value: (range[2] ?? '').trim() },
    ];
  }
  const [, sign = '=', value = ''] = /^(>=|<=|>|<|=)?\s*(.*)$/s.exec(text) ?? [];
  return [{ sign: sign as ComparisonSign, value: value.trim() }];
}

/** @param order  of what is tested against the value: negative when it is less */
export function holds(sign: ComparisonSign, order: number): boolean {
  switch (sign) {
    case '=':
      return order === 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
  }
}

const VERSION = /^v?\d{1,9}(?:\.\d{1,9}){0,3}(?:[-+][0-9a-z.+-]+)?$/i;

export function isVersionText(text: string): boolean {
  return VERSION.test(text);
}

/** By its numbers; a prerelease comes before its release. Parts that are not given count as 0. */
export function compareVersionTexts(a: string, b: string): number {
  const [left, right] = [readVersion(a), readVersion(b)];
  for (let part = 0; part < 4; part++) {
    const difference = (left.numbers[part] ?? 0) - (right.numbers[part] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  if (left.label === right.label) return 0;
  if (left.label === '') return 1;
  if (right.label === '') return -1;
  return left.label < right.label ? -1 : 1;
}

function readVersion(text: string): { readonly numbers: readonly number[]; readonly label: string } {
  const [numbers = '', ...label] = text.replace(/^v/i, '').replace(/\+.*$/s, '').split('-');
  return { numbers: numbers.split('.').map(Number), label: label.join('-').toLowerCase() };
}

/** `2026`, `2026-01`, `2026-01-31`. */
export function isDateText(text: string): boolean {
  return /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(text);
}

/** @param day  `2026-01-31`, against a day, month or year */
export function compareDay(day: string, value: string): number {
  const shown = day.slice(0, value.length);
  return shown === value ? 0 : shown < value ? -1 : 1;
}
