/** Cuts a query into its terms; what they mean is decided after it. */

export type SourceTerm = { readonly kind: 'or' } | TextTerm | NamedTerm;

export interface TextTerm extends Place {
  readonly kind: 'words' | 'phrase';
  readonly text: string;
}

export interface NamedTerm extends Place {
  readonly kind: 'field';
  readonly name: string;
  /** All of the lists, of each one value. */
  readonly values: readonly (readonly string[])[];
}

interface Place {
  readonly isNegated: boolean;
  readonly start: number;
  readonly end: number;
}

const SPACE = /\s*/y;
const FIELD = /(\p{L}[\p{L}\p{N}_]{0,39}):(?=\S|\s+["“”])/uy;
const BARE_FIELD = /(\p{L}[\p{L}\p{N}_]{0,39}):(?=\s|$)/uy;
const WORD = /[^\s"“”]+/y;
const VALUE = /[^\s,"“”]+/y;
/** Pairs as typed, and as phones and word processors make them. */
const QUOTES = /["“”]/;

/** @param notes  takes sentences on what was mended */
export function readTerms(text: string, notes: string[]): readonly SourceTerm[] {
  const terms: SourceTerm[] = [];
  let at = 0;

  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text) ?? undefined;
    if (found) at = pattern.lastIndex;
    return found;
  };

  /** The text between quotation marks, when one stands here. */
  const quoted = (): { readonly text: string; readonly isClosed: boolean } | undefined => {
    if (!QUOTES.test(text.charAt(at))) return undefined;
    const rest = text.slice(at + 1);
    const end = rest.search(QUOTES);
    const inner = end < 0 ? rest : rest.slice(0, end);
    at = end < 0 ? text.length : at + end + 2;
    return { text: inner.trim(), isClosed: end >= 0 };
  };

  const values = (): readonly (readonly string[])[] => {
    const all: string[][] = [];
    let isQuoted: boolean;
    do {
      const some: string[] = [];
      isQuoted = false;
      do {
        take(SPACE);
        const phrase = quoted();
        isQuoted = phrase !== undefined;
        if (phrase?.isClosed === false)
          notes.push('A quotation mark has no partner, so all that follows it is taken as one value.');
        const value = phrase?.text ?? take(VALUE)?.[0];
        if (value) some.push(value);
      } while (takeComma());
      if (some.length > 0) all.push(some);
      // Tags:"A" "B" asks for both; a word after a space is a term of its own.
    } while (isQuoted && /^\s+["“”]/.test(text.slice(at)));
    return all;
  };
  const takeComma = () => {
    if (text.charAt(at) !== ',') return false;
    at++;
    return at < text.length && !/\s/.test(text.charAt(at));
  };

  while (at < text.length) {
    take(SPACE);
    if (at >= text.length) break;
    const start = at;
    const isNegated = /^-[^\s-]/.test(text.slice(at, at + 2));
    if (isNegated) at++;
    const placed = () => ({ isNegated, start, end: at });
    const phrase = quoted();
    if (phrase) {
      if (!phrase.isClosed)
        notes.push('A quotation mark has no partner, so the words after it are searched one by one.');
      terms.push({ kind: phrase.isClosed ? 'phrase' : 'words', text: phrase.text, ...placed() });
      continue;
    }
    const bare = take(BARE_FIELD);
    if (bare && !/^\s+["“”]/.test(text.slice(at))) {
      notes.push(`${bare[0]} has no value yet, so it is left out.`);
      continue;
    }
    if (bare) at = start + (isNegated ? 1 : 0);
    const field = take(FIELD);
    if (field) {
      const found = values();
      terms.push({ kind: 'field', name: field[1] ?? '', values: found, ...placed() });
      continue;
    }
    const word = take(WORD)?.[0] ?? '';
    if (word === 'OR' && !isNegated) terms.push({ kind: 'or' });
    // AND is what stands between terms anyway.
    else if (word !== 'AND') terms.push({ kind: 'words', text: word, ...placed() });
  }
  return terms;
}
