/**
 * PowerShell's wildcards, ignoring case or not: `*`, `?`, `[a-z]`. Patterns come from strangers: they are limited, and
 * the time is linear in the text.
 */

type Token =
  | { readonly kind: 'star' }
  | { readonly kind: 'one'; readonly matches: (character: string) => boolean };

/** A backtick takes the meaning of the next character away. */
export function isWildcard(text: string): boolean {
  return /^(?:[^`*?[\]]|`[\s\S])*[*?[\]]/.test(text);
}

/** Longer ones name nothing: paths end at 200 characters, and names of commands long before. They match nothing. */
const MAX_PATTERN = 1000;

export function wildcardMatcher(pattern: string): (text: string) => boolean {
  const isMatch = exactWildcardMatcher(pattern.toLowerCase());
  return (text) => isMatch(text.toLowerCase());
}

/** With regard to case. */
export function exactWildcardMatcher(pattern: string): (text: string) => boolean {
  if (pattern.length > MAX_PATTERN) return () => false;
  const tokens = tokensOf(pattern);
  return (text) => matches(tokens, text);
}

function tokensOf(pattern: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at] ?? '';
    const end = character === '[' ? setEnd(pattern, at + 1) : -1;
    if (character === '*') tokens.push({ kind: 'star' });
    else if (character === '?') tokens.push({ kind: 'one', matches: () => true });
    else if (end > 0) {
      tokens.push({ kind: 'one', matches: setMatcher(pattern.slice(at + 1, end)) });
      at = end;
    } else {
      const wanted = character === '`' && at + 1 < pattern.length ? (pattern[++at] ?? '') : character;
      tokens.push({ kind: 'one', matches: (found) => found === wanted });
    }
  }
  return tokens;
}

function setEnd(pattern: string, start: number): number {
  for (let at = start; at < pattern.length; at++) {
    if (pattern[at] === '`') at += 1;
    else if (pattern[at] === ']') return at;
  }
  return -1;
}

function setMatcher(set: string): (character: string) => boolean {
  const ranges = [...set.matchAll(/(`.|[^`])-(`.|[^`])|(`.|.)/gsu)].map(([, low, high, only]) => [
    bare(low ?? only ?? ''),
    bare(high ?? only ?? ''),
  ]);
  return (character) => ranges.some(([low = '', high = '']) => character >= low && character <= high);
}

function bare(character: string): string {
  return character.length > 1 && character.startsWith('`') ? character.slice(1) : character;
}

/** Goes back to the last star only: whatever an earlier one could take, the last can take too. */
function matches(tokens: readonly Token[], text: string): boolean {
  let [at, token] = [0, 0];
  let star = -1;
  let mark = 0;
  while (at < text.length) {
    const current = tokens[token];
    if (current?.kind === 'star') {
      star = token++;
      mark = at;
    } else if (current?.matches(text[at] ?? '')) {
      at += 1;
      token += 1;
    } else if (star >= 0) {
      token = star + 1;
      at = ++mark;
    } else return false;
  }
  while (tokens[token]?.kind === 'star') token += 1;
  return token === tokens.length;
}
