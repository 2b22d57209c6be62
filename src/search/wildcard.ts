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
  const folded = foldText(text);
  const pattern = [...folded];
  const pieces = folded.split('*');
  return {
    prefix: /^[^*?]*/.exec(folded)?.[0] ?? '',
    suffix: /[^*?]*$/.exec(folded)?.[0] ?? '',
    // Hundreds of thousands of names may be tested, and few patterns have a `?`.
    matches: folded.includes('?')
      ? (name) => matchesPattern(pattern, [...name])
      : (name) => hasPieces(name, pieces),
  };
}

/** Whether the name starts with the first piece, ends with the last, and has the others in their order between. */
function hasPieces(name: string, pieces: readonly string[]): boolean {
  const [first = '', ...others] = pieces;
  const last = others.pop();
  if (last === undefined) return name === first;
  if (!name.startsWith(first) || !name.endsWith(last)) return false;
  const end = name.length - last.length;
  let at = first.length;
  for (const piece of others) {
    const found = name.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return at <= end;
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
