/** Variables, and the four kinds of strings with what is expanded in them. */
import {
  BACKTICK,
  beginsVariable,
  isDoubleQuote,
  isNewline,
  isSingleQuote,
  isSpace,
} from '../data-characters.ts';
import { readEscape, scanSingleQuoted, skipNewline } from '../data-strings.ts';
import { CodeCursor } from './code-cursor.ts';
import type { ElementSyntax, StatementSyntax, StringSyntax, TextPart } from './syntax.ts';

/** A brace within a name needs a backtick, and so many beginnings without an end are not each looked through to the last. */
const VARIABLE =
  /\$(?:\{(?:[^{}`]|`[\s\S])*\}|[$^?](?![\p{L}\p{N}_])|(?:[\p{L}\p{N}_?]+|:(?!:)(?=[\p{L}\p{N}_]))+)/uy;

export abstract class StringParser extends CodeCursor {
  /** How many strings we are in: behind `"… $(`. */
  #stringDepth = 0;

  /** Up to the closer, which is left standing. */
  protected abstract statements(closer: string): readonly StatementSyntax[];
  /** From its opening past its `)`. */
  protected abstract group(open: '(' | '$(' | '@('): ElementSyntax;

  protected isInString(): boolean {
    return this.#stringDepth > 0;
  }

  protected dollar(into: ElementSyntax[]): boolean {
    if (this.char(1) === '(') {
      into.push(this.group('$('));
      return true;
    }
    const start = this.at;
    const found = this.take(VARIABLE);
    if (!found) return false;
    into.push({ kind: 'variable', name: variableName(found[0]), isSplat: false, start, end: this.at });
    return true;
  }

  protected string(): StringSyntax {
    const start = this.at;
    if (isSingleQuote(this.code())) {
      const scanned = scanSingleQuoted(this.text, start);
      if (!scanned) this.report(start, 'the string that begins here has no end');
      this.at = scanned?.end ?? this.text.length;
      return { kind: 'string', parts: [scanned?.value ?? ''], start, end: this.at };
    }
    this.at += 1;
    const parts = this.#expandable((at) => {
      if (!isDoubleQuote(this.text.charCodeAt(at))) return 'inside';
      return isDoubleQuote(this.text.charCodeAt(at + 1)) ? 'doubled' : 'end';
    });
    if (this.isAtEnd()) this.report(start, 'the string that begins here has no end');
    this.at = Math.min(this.at + 1, this.text.length);
    return { kind: 'string', parts, start, end: this.at };
  }

  /** Inside `"… $( … )"` quotes may be escaped: `"like these`". */
  protected escapedString(): StringSyntax {
    const start = this.at;
    const end = this.text.indexOf('`"', start + 2);
    this.at = end < 0 ? start + 2 : end + 2;
    return {
      kind: 'string',
      parts: [this.text.slice(start + 2, Math.max(end, start + 2))],
      start,
      end: this.at,
    };
  }

  protected hereString(): StringSyntax {
    const start = this.at;
    const isExpandable = isDoubleQuote(this.code(1));
    const isQuote = isExpandable ? isDoubleQuote : isSingleQuote;
    this.at += 2;
    while (isSpace(this.code())) this.at += 1;
    if (!isNewline(this.code())) {
      this.report(start, 'nothing may stand behind the opening of a here-string');
      return { kind: 'string', parts: [], start, end: this.at };
    }
    const lineBreak = this.at;
    this.at = skipNewline(this.text, this.at);
    const isEnd = (at: number) => isQuote(this.text.charCodeAt(at)) && this.text[at + 1] === '@';
    let parts: readonly TextPart[];
    if (isEnd(this.at)) parts = [''];
    else if (isExpandable) {
      parts = this.#expandable((at) => {
        if (!isNewline(this.text.charCodeAt(at))) return 'inside';
        return isEnd(skipNewline(this.text, at)) ? 'end' : 'inside';
      });
    } else parts = [this.#untilLineThat(isEnd)];
    if (this.isAtEnd()) this.report(start, 'the here-string that begins here has no end');
    else {
      if (this.at > lineBreak && isNewline(this.code())) this.at = skipNewline(this.text, this.at);
      this.at += 2;
    }
    return { kind: 'string', parts, start, end: this.at };
  }

  #untilLineThat(isEnd: (at: number) => boolean): string {
    const start = this.at;
    for (; this.at < this.text.length; this.at++) {
      if (isNewline(this.code()) && isEnd(skipNewline(this.text, this.at))) break;
    }
    return this.text.slice(start, this.at);
  }

  /** Text with what is expanded in it; stops at the end, which is left standing. */
  #expandable(step: (at: number) => 'inside' | 'doubled' | 'end'): readonly TextPart[] {
    const parts: TextPart[] = [];
    let text = '';
    let from = this.at;
    const flush = () => {
      text += this.text.slice(from, this.at);
      if (text !== '') parts.push(text);
      text = '';
    };
    while (this.at < this.text.length) {
      const what = step(this.at);
      if (what === 'end') break;
      const code = this.code();
      if (what === 'doubled') {
        text += this.text.slice(from, this.at + 1);
        this.at += 2;
        from = this.at;
      } else if (code === BACKTICK && this.at + 1 < this.text.length) {
        const escaped = readEscape(this.text, this.at + 1);
        text += this.text.slice(from, this.at) + escaped.value;
        this.at = escaped.end;
        from = this.at;
      } else if (code === 0x24 && beginsVariable(this.code(1))) {
        const start = this.at;
        this.countPart();
        const expanded: ElementSyntax[] = [];
        flush();
        from = start;
        this.#stringDepth += 1;
        if (this.dollar(expanded)) {
          for (const part of expanded) parts.push(part);
          from = this.at;
        } else this.at += 1;
        this.#stringDepth -= 1;
      } else this.at += 1;
    }
    flush();
    return parts;
  }
}

function variableName(text: string): string {
  return text.startsWith('${') ? text.slice(2, -1) : text.slice(1);
}
