/** Values and what hangs on them: strings, variables, parentheses, hashtables, types, members. */
import { BACKTICK, isDash, isDoubleQuote, isNewline, isSingleQuote } from '../data-characters.ts';
import { StringParser } from './string-parser.ts';
import type {
  ArgumentSyntax,
  AttributeSyntax,
  BlockSyntax,
  ElementSyntax,
  HashtableEntrySyntax,
  StatementSyntax,
} from './syntax.ts';

const NUMBER =
  /(?:0[xX][0-9a-fA-F]+|0[bB][01]+|\d+(?:\.(?!\.)\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)[a-zA-Z]{0,3}/y;
const SPLAT = /@(?:[\p{L}\p{N}_?]+:)?[\p{L}\p{N}_?]+/uy;
const MEMBER_START = /::|\.(?=[\p{L}_$('"])/uy;
/** In expressions the name may stand on a line further down. */
const MEMBER_START_OF_EXPRESSION = /::|\.(?=[\p{L}_$('"{\s`#<])/uy;
const MEMBER_NAME = /[\p{L}\p{N}_]+/uy;
const OPERATOR = /\+\+|--|[-+*/%]=|\?\?=?|\.\.|>>|[-+*/%!=,<>?:~^]/y;
const DASH_OPERATOR = /[-\u2013-\u2015][A-Za-z]+/y;
const ASSIGNMENT = /(?:[-+*/%]|\?\?)?=/y;
const PLAIN_WORD = /[^\s;(){}[\],|&'"`$=<>]+/y;
/** Longer names of types are written by nobody. */
const MAX_TYPE_LENGTH = 2000;
const TYPE_START = /\[\s*[\p{L}_]/uy;

export interface ExpressionEnds {
  readonly comma: boolean;
  readonly assignment: boolean;
  /** A line break is only white space. */
  readonly isMultiline: boolean;
}

export abstract class ExpressionParser extends StringParser {
  /** From its `{` past its `}`. */
  protected abstract block(): BlockSyntax;
  /** One word, value or parameter of a command line. */
  protected abstract commandElement(into: ElementSyntax[]): void;
  /** A pipeline: the value of a key. */
  protected abstract pipeline(): readonly StatementSyntax[];
  /** Whether more of this statement follows: `else` behind an `if`. */
  protected abstract continues(last: StatementSyntax | undefined): boolean;

  protected expression(ends: ExpressionEnds): ElementSyntax[] {
    const elements: ElementSyntax[] = [];
    for (;;) {
      if (ends.isMultiline || lacksOperand(elements.at(-1))) this.skipSpace();
      else this.skipBlanks();
      if (this.isAtEnd() || this.#isExpressionEnd(ends)) return elements;
      this.#expressionElement(elements);
    }
  }

  #isExpressionEnd(ends: ExpressionEnds): boolean {
    const code = this.code();
    if (isNewline(code)) return true;
    switch (this.char()) {
      case ';':
      case ')':
      case '}':
      case ']':
      case '|':
      case '&':
        return true;
      case ',':
        return ends.comma;
      default:
        return ends.assignment && this.look(ASSIGNMENT) !== null;
    }
  }

  #expressionElement(into: ElementSyntax[]): void {
    if (this.value(into)) {
      this.postfix(into);
      return;
    }
    const start = this.at;
    const dashed = isDash(this.code()) ? this.take(DASH_OPERATOR) : null;
    const operator = dashed ?? this.take(OPERATOR);
    if (operator) {
      into.push({ kind: 'operator', text: operator[0], start, end: this.at });
      if (operator[0].startsWith('>')) this.#redirection(into);
      return;
    }
    const number = this.take(NUMBER);
    if (number) {
      into.push({ kind: 'number', text: number[0], start, end: this.at });
      this.postfix(into);
      return;
    }
    const word = this.take(PLAIN_WORD)?.[0] ?? this.#oneCharacter();
    into.push({ kind: 'word', parts: [word], start, end: this.at });
  }

  #oneCharacter(): string {
    this.at += 1;
    return this.text[this.at - 1] ?? '';
  }

  /** Behind `>`: a stream, or the name of a file. */
  #redirection(into: ElementSyntax[]): void {
    if (this.take(/&\d/y)) return;
    this.skipBlanks();
    if (!this.isAtEnd() && !isNewline(this.code())) this.commandElement(into);
  }

  /** A value that looks the same in expressions and on command lines; false when there is none. */
  protected value(into: ElementSyntax[]): boolean {
    const start = this.at;
    const code = this.code();
    if (isSingleQuote(code) || isDoubleQuote(code)) {
      into.push(this.string());
      return true;
    }
    if (this.isInString() && code === BACKTICK && isDoubleQuote(this.code(1))) {
      into.push(this.escapedString());
      return true;
    }
    switch (this.char()) {
      case '$':
        return this.dollar(into);
      case '@':
        return this.#at(into);
      case '(':
        into.push(this.group('('));
        return true;
      case '{':
        into.push({ kind: 'block', body: this.block(), start, end: this.at });
        return true;
      case '[':
        into.push(this.bracket());
        return true;
      default:
        return false;
    }
  }

  #at(into: ElementSyntax[]): boolean {
    const start = this.at;
    const next = this.code(1);
    if (this.char(1) === '(') into.push(this.group('@('));
    else if (this.char(1) === '{') into.push(this.#hashtable());
    else if (isSingleQuote(next) || isDoubleQuote(next)) into.push(this.hereString());
    else {
      const splat = this.take(SPLAT);
      if (!splat) return false;
      into.push({ kind: 'variable', name: splat[0].slice(1), isSplat: true, start, end: this.at });
    }
    return true;
  }

  /** `.Member`, `::Member`, `[index]`, `(arguments)` of a member: what stands directly behind a value. */
  protected postfix(into: ElementSyntax[], isOfCommand = false): void {
    for (; ; this.countPart()) {
      const start = this.at;
      if (this.char() === '[') {
        into.push(this.#index());
        continue;
      }
      const dot = this.take(isOfCommand ? MEMBER_START : MEMBER_START_OF_EXPRESSION)?.[0];
      if (dot === undefined) return;
      const isStatic = dot === '::';
      if (!isOfCommand) this.skipSpace();
      const name = this.take(MEMBER_NAME)?.[0];
      into.push({ kind: 'member', name, isStatic, start, end: this.at });
      if (name === undefined && !this.value(into)) return;
      if (this.char() === '(') into.push(this.group('('));
    }
  }

  protected override group(open: '(' | '$(' | '@('): ElementSyntax {
    const start = this.at;
    this.enter();
    this.at += open.length;
    const statements = this.statements(')');
    this.close(')', start, 'the group');
    this.leave();
    return { kind: 'group', open, statements, start, end: this.at };
  }

  #index(): ElementSyntax {
    const start = this.at;
    this.enter();
    this.at += 1;
    const elements = this.expression({ comma: false, assignment: false, isMultiline: true });
    this.close(']', start, 'the index');
    this.leave();
    return { kind: 'index', elements, start, end: this.at };
  }

  /** A type or an attribute; what cannot be one is read as an index. */
  protected bracket(): ElementSyntax {
    const attribute = this.look(TYPE_START) ? this.attribute() : undefined;
    return attribute
      ? { kind: 'type', attribute, start: attribute.start, end: attribute.end }
      : this.#index();
  }

  /** Undefined, and nothing is read, when no name of a type stands here. */
  protected attribute(): AttributeSyntax | undefined {
    const start = this.at;
    let depth = 0;
    let end = start + 1;
    const limit = Math.min(this.text.length, start + MAX_TYPE_LENGTH);
    for (; end < limit; end++) {
      const character = this.text[end] ?? '';
      if (character === '[') depth += 1;
      else if (character === ']') {
        if (depth === 0) break;
        depth -= 1;
      } else if (character === '(' && depth === 0) break;
      else if (!/[\p{L}\p{N}_.+,*=`&\s/\\-]/u.test(character)) return undefined;
    }
    if (end >= limit) return undefined;
    const name = this.text.slice(start + 1, end).replace(/\s+/g, '');
    this.at = end;
    let given: readonly ArgumentSyntax[] | undefined;
    if (this.char() === '(') given = this.#arguments();
    this.skipSpace();
    this.close(']', start, 'the attribute');
    return { name, arguments: given, start, end: this.at };
  }

  #arguments(): readonly ArgumentSyntax[] {
    const start = this.at;
    const found: ArgumentSyntax[] = [];
    this.enter();
    this.at += 1;
    for (;;) {
      this.skipSpace();
      if (this.char() === ',') {
        this.at += 1;
        continue;
      }
      if (this.isAtEnd() || this.char() === ')') break;
      const before = this.at;
      found.push(this.#argument());
      if (this.at === before) break;
    }
    this.close(')', start, 'the list of arguments');
    this.leave();
    return found;
  }

  #argument(): ArgumentSyntax {
    const name = this.take(/[\p{L}_][\p{L}\p{N}_]*(?=\s*(?:=(?!=)|[,)]))/uy)?.[0];
    if (name !== undefined) {
      this.skipSpace();
      if (this.char() !== '=') return { name, value: undefined };
      this.at += 1;
    }
    return { name, value: this.expression({ comma: true, assignment: false, isMultiline: true }) };
  }

  #hashtable(): ElementSyntax {
    const start = this.at;
    const entries: HashtableEntrySyntax[] = [];
    this.enter();
    this.at += 2;
    for (;;) {
      this.skipSpace();
      if (this.char() === ';') {
        this.at += 1;
        continue;
      }
      if (this.isAtEnd() || this.char() === '}' || this.char() === ')') break;
      const before = this.at;
      entries.push(this.#entry());
      if (this.at === before) this.at += 1;
    }
    this.close('}', start, 'the hashtable');
    this.leave();
    return { kind: 'hashtable', entries, start, end: this.at };
  }

  #entry(): HashtableEntrySyntax {
    const word = this.take(/[^\s=;(){}[\]'"$@#,|&`]+/y)?.[0];
    const elements =
      word === undefined ? this.expression({ comma: false, assignment: true, isMultiline: false }) : [];
    const only = elements.length === 1 ? elements[0] : undefined;
    const text =
      only?.kind === 'string' && only.parts.every((part) => typeof part === 'string')
        ? only.parts.join('')
        : undefined;
    const key = word ?? text;
    this.skipSpace();
    if (this.char() !== '=') return { key, value: [] };
    this.at += 1;
    this.skipSpace();
    const value = [...this.pipeline()];
    while (this.continues(value.at(-1))) for (const more of this.pipeline()) value.push(more);
    return { key, value };
  }
}

/** Behind an operator the value may stand on the next line. */
function lacksOperand(last: ElementSyntax | undefined): boolean {
  return last?.kind === 'operator' && !/^(?:\+\+|--|>)/.test(last.text);
}
