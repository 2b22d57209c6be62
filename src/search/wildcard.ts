/** Names with `*` and `?`, as users of PowerShell write them. */
import { foldText } from './fold-text.ts';

export interface Wildcard {
  /** Folded, before the first sign; '' when it starts with one. */
  readonly prefix: string;
  /** Folded, after the last sign. */
  readonly suffix: string;
  /** Folded. */
  readonly matches: (foldedName: string) => boolean;
}

export function isWildcard(text: string): boolean {
  return /[*?]/.test(text);
}

/** Time grows with the product of the lengths, never faster: no regular expression is made of what a user typed. */
export function readWildcard(text: string): Wildcard {
  const pattern = [...foldText(text)];
  const folded = pattern.join('');
  return {
    prefix: /^[^*?]*/.exec(folded)?.[0] ?? '',
    suffix: /[^*?]*$/.exec(folded)?.[0] ?? '',
    matches: (name) => matchesPattern(pattern, [...name]),
  };
}

function matchesPattern(pattern: readonly string[], name: readonly string[]): boolean {
  let [at, from] = [0, 0];
  let [star, resume] = [-1, 0];
  while (from < name.length) {
    if (at < pattern.length && pattern[at] === '*') {
      star = at++;
      resume = from;
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === name[from])) {
      at++;
      from++;
    } else if (star >= 0) {
      at = star + 1;
      from = ++resume;
    } else return false;
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}
