/**
 * PowerShell's constant data language, as .psd1 files are written in it → DataValue. A parser of our own: a manifest is
 * read for every package, and a parser of the whole language costs seven times what reading and hashing the package
 * does. What is not constant becomes `dynamic` with its source; nothing is ever evaluated.
 */
import type { DataEntry, DataValue } from '../domain/data-value.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { isDoubleQuote, isNameCharacter, isNameStart, isNewline, isSingleQuote } from './data-characters.ts';
import { DataCursor, DataRefusal, type DataRefusalKind, placeInText } from './data-cursor.ts';
import { endOfParentheses, scanExpansion } from './data-expansions.ts';
import { concatenated, converted, dataText } from './data-operators.ts';

export interface DataProblem {
  readonly kind: DataRefusalKind;
  /** Half a sentence: what was expected, the key that is there twice. */
  readonly detail: string;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
}

export const DATA_MAX_DEPTH = 64;

/** The hashtable that the file consists of. */
export function parseDataFile(text: string): Result<DataValue, DataProblem> {
  const parser = new DataParser(text);
  try {
    return ok(parser.parseFile());
  } catch (error) {
    if (error instanceof DataRefusal)
      return fail({ kind: error.kind, detail: error.message, ...placeInText(text, error.at) });
    throw error;
  }
}

class DataParser extends DataCursor {
  #depth = 0;

  parseFile(): DataValue {
    this.skipSeparators();
    if (!this.#isAtHashtable()) {
      throw new DataRefusal('no-hashtable', this.at, 'a hashtable @{ … } was expected');
    }
    const value = this.#hashtable();
    this.skipSeparators();
    if (this.at < this.text.length) throw this.expected('the end of the file');
    return value;
  }

  #isAtHashtable(): boolean {
    return this.text[this.at] === '@' && this.text[this.at + 1] === '{';
  }

  #hashtable(): DataValue {
    this.#enter();
    this.at += 2;
    const entries: DataEntry[] = [];
    const keys = new Set<string>();
    this.skipSpace();
    for (;;) {
      if (this.text[this.at] === '}') break;
      if (this.at >= this.text.length) throw this.expected('} at the end of the hashtable');
      entries.push(this.#entry(keys));
      this.skipBlanks();
      const code = this.text.charCodeAt(this.at);
      if (!isNewline(code) && code !== 0x3b && code !== 0x7d) throw this.expected('a line break, ; or }');
      this.skipSeparators();
    }
    this.at += 1;
    this.#depth -= 1;
    return { kind: 'hashtable', entries };
  }

  #entry(keys: Set<string>): DataEntry {
    const start = this.at;
    const key = this.#key();
    const folded = key.toLowerCase();
    if (keys.has(folded)) throw new DataRefusal('duplicate-key', start, key);
    keys.add(folded);
    this.skipBlanks();
    if (this.text[this.at] !== '=') throw this.expected('= after the key');
    const { line, column } = this.positionOf(start);
    this.at += 1;
    this.skipSpace();
    return { key, value: this.#statement(), line, column };
  }

  #key(): string {
    const start = this.at;
    if (isNameStart(this.text.charCodeAt(start))) {
      while (isNameCharacter(this.text.charCodeAt(this.at))) this.at += 1;
      return this.text.slice(start, this.at);
    }
    const value = this.#primary();
    const text = value && value.kind !== 'null' ? dataText(value) : undefined;
    if (text !== undefined) return text;
    this.at = start;
    if (value === undefined) this.#skipComputedKey();
    if (this.at === start) throw this.expected('a key');
    return this.text.slice(start, this.at).trim();
  }

  /** It is kept by its source, so that no key is lost. */
  #skipComputedKey(): void {
    const first = this.text[this.at];
    if (first === '$') this.at = scanExpansion(this.text, this.at)?.end ?? this.at;
    else if (isDoubleQuote(this.text.charCodeAt(this.at))) this.scanString();
    else if (first === '(') this.at = endOfParentheses(this.text, this.at);
  }

  /** The value of a key, or an element of @( … ): constant, or the source up to the end of the statement. */
  #statement(): DataValue {
    const start = this.at;
    const code = this.text.charCodeAt(start);
    if (Number.isNaN(code) || code === 0x7d || code === 0x3b || code === 0x29) throw this.expected('a value');
    const value = this.#sum();
    if (value !== undefined) {
      const end = this.at;
      this.skipBlanks();
      if (this.isStatementEnd()) return value;
      if (this.#isNextValue(end)) throw this.expected('a line break, ; or the end');
    }
    this.at = start;
    this.skipStatement();
    return { kind: 'dynamic', source: this.text.slice(start, this.at).trim() };
  }

  /** Two values without anything between: no operator begins like that. A number goes on until the next blank. */
  #isNextValue(end: number): boolean {
    const code = this.text.charCodeAt(this.at);
    if (this.at === end && isNameCharacter(this.text.charCodeAt(end - 1))) return false;
    return (
      isNameCharacter(code) ||
      isSingleQuote(code) ||
      isDoubleQuote(code) ||
      /[$@({]/.test(this.text[this.at] ?? '')
    );
  }

  #sum(): DataValue | undefined {
    let left = this.#list();
    /** Items of a sum of arrays: one list that grows, however many are added. */
    let items: DataValue[] | undefined;
    while (left !== undefined) {
      this.skipBlanks();
      if (this.text[this.at] !== '+') return left;
      this.at += 1;
      this.#skipToOperand();
      const right = this.#list();
      if (!right) return undefined;
      if (left.kind === 'array') {
        items ??= [...left.items];
        for (const item of right.kind === 'array' ? right.items : [right]) items.push(item);
        left = { kind: 'array', items };
      } else left = concatenated(left, right);
    }
    return left;
  }

  /** After a comma or an operator a value must follow, be it on the next line; a word is none. */
  #skipToOperand(): void {
    this.skipSpace();
    if (this.isStatementEnd() || isNameStart(this.text.charCodeAt(this.at))) throw this.expected('a value');
  }

  /** Values with commas between; the comma binds closer than any operator. */
  #list(): DataValue | undefined {
    const items: DataValue[] = [];
    for (;;) {
      const start = this.at;
      const item = this.#primary();
      const source = this.text.slice(start, this.at);
      this.skipBlanks();
      const isMore = this.text[this.at] === ',';
      if (item !== undefined) items.push(item);
      // A variable among constants: the others are known all the same.
      else if (source !== '' && (isMore || (items.length > 0 && this.isStatementEnd())))
        items.push({ kind: 'dynamic', source });
      else return undefined;
      if (!isMore) return items.length === 1 ? item : { kind: 'array', items };
      this.#skipComma();
    }
  }

  #skipComma(): void {
    this.at += 1;
    this.#skipToOperand();
  }

  /** A list of one, as a comma with nothing before it makes it. */
  #listOfOne(): DataValue | undefined {
    this.#enter();
    this.#skipComma();
    const only = this.#primary();
    this.#depth -= 1;
    return only && { kind: 'array', items: [only] };
  }

  #primary(): DataValue | undefined {
    const code = this.text.charCodeAt(this.at);
    if (isSingleQuote(code) || isDoubleQuote(code)) return this.#string();
    switch (this.text[this.at]) {
      case '@':
        return this.#afterAt();
      case '(':
        return this.#parentheses();
      case '$':
        return this.#constant();
      case '[':
        return this.#conversion();
      case ',':
        return this.#listOfOne();
      default:
        return this.#number();
    }
  }

  #afterAt(): DataValue | undefined {
    if (this.#isAtHashtable()) return this.#hashtable();
    if (this.text[this.at + 1] !== '(') return this.#string();
    this.#enter();
    this.at += 2;
    const items: DataValue[] = [];
    for (;;) {
      this.skipSeparators();
      if (this.text[this.at] === ')') break;
      if (this.at >= this.text.length) throw this.expected(') at the end of the array');
      const isBranch = this.isWord('if');
      const value = this.#statement();
      // What a statement yields is taken apart once, as PowerShell's pipeline does.
      if (value.kind === 'array') for (const item of value.items) items.push(item);
      else items.push(value);
      this.skipBlanks();
      // Behind the brace of an `if` the next statement may begin at once.
      if (isBranch) continue;
      if (!this.isStatementEnd() || this.text[this.at] === '}') throw this.expected('a line break, ; or )');
    }
    this.at += 1;
    this.#depth -= 1;
    return { kind: 'array', items };
  }

  #parentheses(): DataValue | undefined {
    const start = this.at;
    this.#enter();
    this.at += 1;
    this.skipSpace();
    if (this.isStatementEnd()) throw this.expected('a value');
    const value = this.#sum();
    this.#depth -= 1;
    this.skipSpace();
    if (value === undefined || this.text[this.at] !== ')') {
      // Half of it is no value of a list.
      this.at = start;
      return undefined;
    }
    this.at += 1;
    return value;
  }

  #constant(): DataValue | undefined {
    const isBraced = this.text[this.at + 1] === '{';
    const start = this.at + (isBraced ? 2 : 1);
    let end = start;
    while (isNameCharacter(this.text.charCodeAt(end)) || this.text[end] === ':') end += 1;
    const name = this.text.slice(start, end).toLowerCase();
    this.at = isBraced && this.text[end] === '}' ? end + 1 : end;
    if (name === 'true' || name === 'false') return { kind: 'boolean', value: name === 'true' };
    return name === 'null' ? { kind: 'null' } : undefined;
  }

  #conversion(): DataValue | undefined {
    const type = /^\[\s*([A-Za-z.]+(?:\[\])?)\s*\]/.exec(this.text.slice(this.at, this.at + 64));
    if (!type) return undefined;
    this.#enter();
    this.at += type[0].length;
    this.skipBlanks();
    const value = this.#primary();
    this.#depth -= 1;
    return value && converted(type[1] ?? '', value);
  }

  #number(): DataValue | undefined {
    const value = this.scanNumber();
    return value === undefined ? undefined : { kind: 'number', value };
  }

  #string(): DataValue | undefined {
    const { value } = this.scanString();
    return value === undefined ? undefined : { kind: 'string', value };
  }

  #enter(): void {
    this.#depth += 1;
    if (this.#depth > DATA_MAX_DEPTH) throw new DataRefusal('depth', this.at, `at most ${DATA_MAX_DEPTH}`);
  }
}
