/** One command of a pipeline, as it is typed: its name, parameters, words and values. */
import {
  BACKTICK,
  beginsVariable,
  isDash,
  isDoubleQuote,
  isNewline,
  isSingleQuote,
  isSpace,
} from '../data-characters.ts';
import { readEscape } from '../data-strings.ts';
import { ExpressionParser } from './expression-parser.ts';
import type { CommandSyntax, ElementSyntax, TextPart } from './syntax.ts';

const PARAMETER = /[-\u2013-\u2015][\p{L}_?][^\s(){};,|&.[:"'`]*:?/uy;
/** The number of a stream may stand before `>`. */
const NUMBER_WORD =
  /[1-6](?=>)|[-+]?(?:0[xX][0-9a-fA-F]+|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+)[a-zA-Z]{0,3}(?=[\s;,(){}|&]|$)/y;

export abstract class CommandParser extends ExpressionParser {
  /** @param start  of the command, its invocation operator included */
  protected command(start: number, invocation: CommandSyntax['invocation'], isPiped: boolean): CommandSyntax {
    const elements: ElementSyntax[] = [];
    let end = this.at;
    for (;;) {
      this.skipBlanks();
      if (this.isAtEnd() || this.#isCommandEnd()) break;
      const before = this.at;
      if (elements.length > 0 && this.text.startsWith('--%', this.at)) this.#verbatim(elements);
      else this.commandElement(elements);
      if (this.at === before) this.at += 1;
      end = this.at;
    }
    return { kind: 'command', invocation, elements, isPiped, start, end };
  }

  #isCommandEnd(): boolean {
    if (isNewline(this.code())) return true;
    return [';', ')', '}', '|', '&'].includes(this.char());
  }

  protected commandElement(into: ElementSyntax[]): void {
    const start = this.at;
    const character = this.char();
    if (character === ',') {
      this.at += 1;
      into.push({ kind: 'operator', text: ',', start, end: this.at });
      this.skipSpace();
      return;
    }
    if (character === '>' || character === '<') {
      const text = this.take(/>>?(?:&\d)?|</y)?.[0] ?? '';
      into.push({ kind: 'operator', text, start, end: this.at });
      return;
    }
    if (isDash(this.code())) {
      const found = this.take(PARAMETER)?.[0];
      if (found !== undefined) {
        const hasColon = found.endsWith(':');
        const name = found.slice(1, hasColon ? -1 : undefined);
        into.push({ kind: 'parameter', name, hasColon, start, end: this.at });
        return;
      }
    }
    const number = this.take(NUMBER_WORD)?.[0];
    if (number !== undefined) {
      into.push({ kind: 'number', text: number, start, end: this.at });
      return;
    }
    const first = into.length;
    // A bracket is a character of a word here: wildcards, names of types.
    if (character === '[' || !this.value(into)) {
      this.#word(into, start, []);
      return;
    }
    if (into[first]?.kind !== 'block') this.postfix(into, true);
    // "$root\file" is one word, though it begins with a variable: what looks like a comment behind it is none.
    if (
      into[first]?.kind === 'variable' &&
      into.length === first + 1 &&
      !this.isAtEnd() &&
      !this.#endsWord(this.code())
    ) {
      this.#word(into, start, into.splice(first));
    }
  }

  /** @param begun  what is read of the word already */
  #word(into: ElementSyntax[], start: number, begun: readonly ElementSyntax[]): void {
    const parts: TextPart[] = [...begun];
    let text = '';
    const flush = () => {
      if (text !== '') parts.push(text);
      text = '';
    };
    while (!this.isAtEnd() && !this.#endsWord(this.code())) {
      const code = this.code();
      if (code === BACKTICK) {
        if (isNewline(this.code(1)) || this.at + 1 >= this.text.length) break;
        const escaped = readEscape(this.text, this.at + 1);
        text += escaped.value;
        this.at = escaped.end;
      } else if (isSingleQuote(code) || isDoubleQuote(code)) {
        const string = this.string();
        flush();
        for (const part of string.parts) parts.push(part);
      } else if (code === 0x24 && beginsVariable(this.code(1))) {
        flush();
        this.countPart();
        const expanded: ElementSyntax[] = [];
        if (this.value(expanded)) for (const part of expanded) parts.push(part);
        else {
          text += '$';
          this.at += 1;
        }
      } else {
        text += this.char();
        this.at += 1;
      }
    }
    flush();
    if (this.at > start) into.push({ kind: 'word', parts: joined(parts), start, end: this.at });
  }

  #endsWord(code: number): boolean {
    if (isSpace(code) || isNewline(code)) return true;
    switch (code) {
      case 0x28: // (
      case 0x29: // )
      case 0x7b: // {
      case 0x7d: // }
      case 0x2c: // ,
      case 0x3b: // ;
      case 0x7c: // |
      case 0x26: // &
        return true;
      default:
        return false;
    }
  }

  /** Behind `--%` the rest of the line goes to the program as it stands. */
  #verbatim(into: ElementSyntax[]): void {
    const start = this.at;
    const rest = this.take(/[^\r\n|]*/y)?.[0] ?? '';
    into.push({ kind: 'word', parts: [rest], start, end: this.at });
  }
}

function joined(parts: readonly TextPart[]): readonly TextPart[] {
  const found: TextPart[] = [];
  for (const part of parts) {
    const last = found.at(-1);
    if (typeof part === 'string' && typeof last === 'string') found[found.length - 1] = last + part;
    else found.push(part);
  }
  return found;
}
