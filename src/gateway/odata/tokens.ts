/** The words of a query option: read in one pass from left to right, each character looked at once. */
import { fail, ok, type Result } from '../../domain/result.ts';
import { type FilterProblem, filterProblem, shorten } from './filter-problem.ts';

export interface Token {
  readonly kind: 'word' | 'text' | 'number' | 'sign' | 'end';
  /** As it is written, quotes and all. */
  readonly source: string;
  /** Of a text what it means, of anything else the source. */
  readonly value: string;
  /** Of a text the word written against its first quote, as in `datetime'…'`; else ''. */
  readonly prefix: string;
  readonly start: number;
  readonly end: number;
}

const BLANK = /\s+/y;
// With the slash of a path and the dot of a namespace, so that a message can name the whole of it.
const WORD = /[\p{L}_$@][\p{L}\p{N}_$@./]*/uy;
const NUMBER = /-?\d+(?:\.\d+)?(?:e[+-]?\d+)?[ldfm]?/iy;
const SIGNS = '(),';
/** A quote may follow these at once, `Id eq'a'`, and is a value of its own. */
const OPERATOR = /^(?:and|or|not|eq|ne|gt|ge|lt|le)$/i;

export function readTokens(text: string): Result<readonly Token[], FilterProblem> {
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0] ?? '';
  };
  while (true) {
    at += take(BLANK).length;
    const start = at;
    const add = (kind: Token['kind'], end: number, value = text.slice(start, end), prefix = '') => {
      tokens.push({ kind, source: text.slice(start, end), value, prefix, start, end });
      at = end;
    };
    if (at >= text.length) {
      add('end', at);
      return ok(tokens);
    }
    const word = take(WORD);
    if (text[at + word.length] === "'" && !OPERATOR.test(word)) {
      const end = textEnd(text, at + word.length);
      if (end === undefined) return fail(unclosedText(text, at));
      add('text', end, text.slice(at + word.length + 1, end - 1).replaceAll("''", "'"), word.toLowerCase());
    } else if (word !== '') add('word', at + word.length);
    else if (take(NUMBER) !== '') add('number', at + take(NUMBER).length);
    else if (SIGNS.includes(text.charAt(at))) add('sign', at + 1);
    else return fail(strangeCharacter(text, at));
  }
}

/** Just past the quote that closes, given the place of the quote that opens: two quotes in a row are one of the text. */
function textEnd(text: string, opening: number): number | undefined {
  let from = opening + 1;
  while (true) {
    const quote = text.indexOf("'", from);
    if (quote < 0) return undefined;
    if (text[quote + 1] !== "'") return quote + 1;
    from = quote + 2;
  }
}

function unclosedText(text: string, at: number): FilterProblem {
  const found = text.slice(at);
  return filterProblem(
    `The text \`${shorten(found)}\` has no closing quote`,
    at,
    found,
    "Inside a text, a quote is written twice: 'it''s'.",
  );
}

function strangeCharacter(text: string, at: number): FilterProblem {
  const found = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return filterProblem(`\`${shorten(found)}\` has no meaning here`, at, found);
}
