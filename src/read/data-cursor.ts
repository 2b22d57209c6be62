/** A place in a data file, and the ways past what stands between its values: white space, comments, continued lines. */
import {
  BACKTICK,
  HASH,
  isDash,
  isDigit,
  isDoubleQuote,
  isNameCharacter,
  isNewline,
  isSingleQuote,
  isSpace,
} from './data-characters.ts';
import { endsNumber, LONGEST_NUMBER, parseDataNumber } from './data-numbers.ts';
import {
  type ScannedString,
  scanDoubleQuoted,
  scanHereString,
  scanSingleQuoted,
  skipNewline,
} from './data-strings.ts';

export type DataRefusalKind = 'syntax' | 'no-hashtable' | 'duplicate-key' | 'depth';

/** Thrown to leave the parser; parseDataFile makes a problem of it. */
export class DataRefusal extends Error {
  readonly kind: DataRefusalKind;
  readonly at: number;

  constructor(kind: DataRefusalKind, at: number, message: string) {
    super(message);
    this.kind = kind;
    this.at = at;
  }
}

export class DataCursor {
  readonly text: string;
  at = 0;
  /** Line starts are counted as entries are met: entries come in the order of the text. */
  #line = 1;
  #lineStart = 0;
  #counted = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Spaces, comments and continued lines, but no line break. */
  skipBlanks(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (isSpace(code)) this.at += 1;
      else if (code === HASH) this.skipLine();
      else if (code === 0x3c && this.text[this.at + 1] === '#') this.skipBlockComment();
      else if (code === BACKTICK && isNewline(this.text.charCodeAt(this.at + 1)))
        this.at = skipNewline(this.text, this.at + 1);
      else if (code === BACKTICK && isSpace(this.text.charCodeAt(this.at + 1))) this.at += 2;
      else return;
    }
  }

  /** The same with line breaks. */
  skipSpace(): void {
    for (;;) {
      this.skipBlanks();
      if (!isNewline(this.text.charCodeAt(this.at))) return;
      this.at += 1;
    }
  }

  skipSeparators(): void {
    for (;;) {
      this.skipSpace();
      if (this.text[this.at] !== ';') return;
      this.at += 1;
    }
  }

  skipLine(): void {
    while (this.at < this.text.length && !isNewline(this.text.charCodeAt(this.at))) this.at += 1;
  }

  skipBlockComment(): void {
    const end = this.text.indexOf('#>', this.at + 2);
    if (end < 0) throw new DataRefusal('syntax', this.at, 'the end #> of this comment is missing');
    this.at = end + 2;
  }

  positionOf(at: number): { readonly line: number; readonly column: number } {
    for (
      let next = this.text.indexOf('\n', this.#counted);
      next >= 0 && next < at;
      next = this.text.indexOf('\n', next + 1)
    ) {
      this.#line += 1;
      this.#lineStart = next + 1;
      this.#counted = next + 1;
    }
    return { line: this.#line, column: at - this.#lineStart + 1 };
  }

  /** Past the string that begins here. */
  scanString(): ScannedString {
    const start = this.at;
    const code = this.text.charCodeAt(start);
    if (this.text[start] === '@' && !this.#isQuote(start + 1)) throw this.expected('{, ( or a quote after @');
    const scanned = isSingleQuote(code)
      ? scanSingleQuoted(this.text, start)
      : isDoubleQuote(code)
        ? scanDoubleQuoted(this.text, start)
        : scanHereString(this.text, start);
    if (!scanned) throw new DataRefusal('syntax', start, 'the end of this string is missing');
    if (scanned.fault) throw new DataRefusal('syntax', scanned.fault.at, scanned.fault.message);
    this.at = scanned.end;
    return scanned;
  }

  /** Past the number that begins here, its sign included; undefined when it is none. */
  scanNumber(): number | undefined {
    const isNegative = isDash(this.text.charCodeAt(this.at));
    if (isNegative || this.text[this.at] === '+') this.at += 1;
    const hasBlank = isSpace(this.text.charCodeAt(this.at));
    if (hasBlank) this.skipBlanks();
    const wordStart = this.at;
    while (/[\w.]/.test(this.text[this.at] ?? ' ') || this.#isExponentSign(wordStart)) this.at += 1;
    const value = parseDataNumber(this.text.slice(wordStart, this.at), isNegative && !hasBlank);
    if (value === undefined || !endsNumber(this.text.charCodeAt(this.at))) return undefined;
    return isNegative && hasBlank ? -value : value;
  }

  #isExponentSign(wordStart: number): boolean {
    if (this.text[this.at] !== '+' && !isDash(this.text.charCodeAt(this.at))) return false;
    if (this.at - wordStart > LONGEST_NUMBER) return false;
    return (
      /^\d*\.?\d*e$/i.test(this.text.slice(wordStart, this.at)) && isDigit(this.text.charCodeAt(this.at + 1))
    );
  }

  #isQuote(at: number): boolean {
    const code = this.text.charCodeAt(at);
    return isSingleQuote(code) || isDoubleQuote(code);
  }

  isStatementEnd(): boolean {
    const code = this.text.charCodeAt(this.at);
    return Number.isNaN(code) || isNewline(code) || code === 0x3b || code === 0x7d || code === 0x29;
  }

  /** To the end of what cannot be read as a constant, over nested brackets, strings and comments. */
  skipStatement(): void {
    if (this.isWord('if')) {
      this.#skipIf();
      return;
    }
    const closers: string[] = [];
    let isOpen = false;
    while (this.at < this.text.length) {
      const code = this.text.charCodeAt(this.at);
      if (closers.length === 0 && this.isStatementEnd() && !(isOpen && isNewline(code))) return;
      // After a comma or an operator the statement goes on in the next line.
      if (/[,+|]/.test(this.text[this.at] ?? '')) isOpen = true;
      else if (!isSpace(code) && !isNewline(code) && code !== HASH) isOpen = false;
      this.#skipPiece(closers);
    }
    if (closers.length > 0) throw this.expected(`${closers.at(-1)}`);
  }

  /** Its parts may stand in lines of their own, which end other statements. */
  #skipIf(): void {
    let end: number;
    let word: string | undefined = 'if';
    do {
      this.at += word.length;
      if (word !== 'else') this.#skipGroup('(');
      this.#skipGroup('{');
      end = this.at;
      this.skipSpace();
      const next = ['elseif', 'else'].find((other) => this.isWord(other));
      word = word === 'else' ? undefined : next;
    } while (word !== undefined);
    this.at = end;
  }

  /** Past blanks, a bracket and what closes it. */
  #skipGroup(open: string): void {
    this.skipSpace();
    if (this.text[this.at] !== open) throw this.expected(open);
    const closers: string[] = [];
    do this.#skipPiece(closers);
    while (closers.length > 0 && this.at < this.text.length);
    if (closers.length > 0) throw this.expected(`${closers.at(-1)}`);
  }

  isWord(word: string): boolean {
    const end = this.at + word.length;
    return (
      this.text.slice(this.at, end).toLowerCase() === word && !isNameCharacter(this.text.charCodeAt(end))
    );
  }

  #skipPiece(closers: string[]): void {
    const character = this.text[this.at] ?? '';
    const code = this.text.charCodeAt(this.at);
    if (this.#isQuote(this.at) || (character === '@' && this.#isQuote(this.at + 1))) this.scanString();
    else if (character === '#' && (this.at === 0 || !isNameCharacter(this.text.charCodeAt(this.at - 1))))
      this.skipLine();
    else if (character === '<' && this.text[this.at + 1] === '#') this.skipBlockComment();
    else if (code === BACKTICK) this.at = skipNewline(this.text, this.at + 1);
    else {
      if (character === '(') closers.push(')');
      else if (character === '{') closers.push('}');
      else if (character === '[') closers.push(']');
      else if (character === closers.at(-1)) closers.pop();
      this.at += 1;
    }
  }

  expected(what: string): DataRefusal {
    return new DataRefusal('syntax', this.at, `${what} was expected`);
  }
}

/** 1-based, of any place. */
export function placeInText(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
