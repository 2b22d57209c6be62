/** A place in a PowerShell file, and the ways past what stands between its words: white space, comments, continued lines. */
import { BACKTICK, HASH, isNewline, isSpace } from '../data-characters.ts';
import { skipNewline } from '../data-strings.ts';
import type { CommentSyntax, SyntaxProblem } from './syntax.ts';

/** Levels of parentheses, braces and brackets. Real files stay below 40. */
export const CODE_MAX_DEPTH = 200;

/**
 * Words, values and marks, of all files of a package together: each takes some hundred bytes of memory. A package with
 * ten megabytes of code has less than a million.
 */
export const CODE_MAX_PARTS = 2_000_000;

/** Thrown to leave the parser of a file that nests too deep, or has too much in it. Its message is half a sentence. */
export class CodeRefusal extends Error {
  readonly at: number;

  constructor(at: number, problem: string) {
    super(problem);
    this.at = at;
  }
}

export class CodeCursor {
  readonly text: string;
  at = 0;
  readonly comments: CommentSyntax[] = [];
  readonly problems: SyntaxProblem[] = [];
  #depth = 0;
  #partCount = 0;
  readonly #maxParts: number;

  constructor(text: string, maxParts: number) {
    this.text = text;
    this.#maxParts = maxParts;
  }

  get partCount(): number {
    return this.#partCount;
  }

  /** Before each word: what is read grows by one. */
  countPart(): void {
    this.#partCount += 1;
    if (this.#partCount > this.#maxParts) throw new CodeRefusal(this.at, 'there is more code than is read');
  }

  isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  code(offset = 0): number {
    return this.text.charCodeAt(this.at + offset);
  }

  char(offset = 0): string {
    return this.text[this.at + offset] ?? '';
  }

  /** What the sticky pattern finds here; the place stays. */
  look(sticky: RegExp): RegExpExecArray | null {
    sticky.lastIndex = this.at;
    return sticky.exec(this.text);
  }

  /** What the sticky pattern finds here, and past it. */
  take(sticky: RegExp): RegExpExecArray | null {
    const found = this.look(sticky);
    if (found) this.at += found[0].length;
    return found;
  }

  /** Spaces, comments and continued lines, but no line break. */
  skipBlanks(): void {
    this.countPart();
    for (;;) {
      const code = this.code();
      if (isSpace(code)) this.at += 1;
      else if (code === HASH) this.#lineComment();
      else if (code === 0x3c && this.char(1) === '#') this.#blockComment();
      else if (code === BACKTICK && isNewline(this.code(1))) this.at = skipNewline(this.text, this.at + 1);
      else return;
    }
  }

  /** The same with line breaks. */
  skipSpace(): void {
    for (;;) {
      this.skipBlanks();
      if (!isNewline(this.code())) return;
      this.at += 1;
    }
  }

  /** Back to a place and what was known there. */
  back(at: number, commentCount: number): void {
    this.at = at;
    this.comments.length = commentCount;
  }

  enter(): void {
    this.#depth += 1;
    if (this.#depth > CODE_MAX_DEPTH)
      throw new CodeRefusal(this.at, `it is nested deeper than ${CODE_MAX_DEPTH} levels`);
  }

  leave(): void {
    this.#depth -= 1;
  }

  report(at: number, problem: string): void {
    this.problems.push({ at, problem });
  }

  /** Past the closing mark, or a problem when there is none. */
  close(mark: string, openedAt: number, what: string): void {
    if (this.char() === mark) this.at += 1;
    else this.report(openedAt, `${what} that begins here has no ${mark}`);
  }

  #lineComment(): void {
    const start = this.at;
    this.countPart();
    while (this.at < this.text.length && !isNewline(this.code())) this.at += 1;
    this.comments.push({ start, end: this.at, isBlock: false });
  }

  #blockComment(): void {
    const start = this.at;
    this.countPart();
    const end = this.text.indexOf('#>', start + 2);
    if (end < 0) this.report(start, 'the comment that begins here has no #>');
    this.at = end < 0 ? this.text.length : end + 2;
    this.comments.push({ start, end: this.at, isBlock: true });
  }
}
