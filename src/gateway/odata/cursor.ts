/** Reads a query option token by token, within the limits that keep a hostile one cheap. */
import { fail, ok, type Result } from '../../domain/result.ts';
import { type FilterProblem, filterProblem, shorten } from './filter-problem.ts';
import { readTokens, type Token } from './tokens.ts';

/** Characters; what clients send stays below a thousand. */
export const OPTION_MAX_LENGTH = 4_000;

/** The tokens and how far they are read. */
export interface Cursor {
  readonly text: string;
  readonly tokens: readonly Token[];
  at: number;
  callCount: number;
}

/** Thrown and caught within this folder only: a descent has no shorter way out. */
export class NotUnderstood extends Error {
  readonly problem: FilterProblem;

  constructor(problem: FilterProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** @param parse  reads all of the text, or throws NotUnderstood */
export function understand<T>(text: string, parse: (cursor: Cursor) => T): Result<T, FilterProblem> {
  if (text.length > OPTION_MAX_LENGTH) {
    const advice = `It has ${text.length} characters.`;
    return fail(
      filterProblem(`At most ${OPTION_MAX_LENGTH} characters are read`, OPTION_MAX_LENGTH, '', advice),
    );
  }
  const tokens = readTokens(text);
  if (!tokens.ok) return tokens;
  const cursor: Cursor = { text, tokens: tokens.value, at: 0, callCount: 0 };
  try {
    const value = parse(cursor);
    const rest = peek(cursor);
    if (rest.kind === 'end') return ok(value);
    const found = shorten(rest.source);
    throw problemAt(
      rest,
      rest.kind === 'word' ? `There is no operator \`${found}\`` : `\`${found}\` has no meaning here`,
    );
  } catch (error) {
    if (error instanceof NotUnderstood) return fail(error.problem);
    throw error;
  }
}

export function peek({ tokens, at }: Cursor): Token {
  const token = tokens[at] ?? tokens.at(-1);
  if (token === undefined) throw new TypeError('The last token says that the text ends.');
  return token;
}

/** Takes the next token when it is this sign, or this word in whatever case. */
export function accept(cursor: Cursor, source: string): boolean {
  const { kind, source: found } = peek(cursor);
  if ((kind !== 'word' && kind !== 'sign') || found.toLowerCase() !== source) return false;
  cursor.at++;
  return true;
}

export function problemAt(token: Token, sentence: string, advice = ''): NotUnderstood {
  return new NotUnderstood(filterProblem(sentence, token.start, token.source, advice));
}
