/**
 * PowerShell source → ScriptSyntax. A parser of our own: what a package brings is known only from its code, and the
 * grammar that is to be had leaves an error in one of four real files. It is forgiving: what it cannot read becomes a
 * word, and the statements around it are read all the same.
 */
import { fail, ok, type Result } from '../../domain/result.ts';
import { isNewline } from '../data-characters.ts';
import { CODE_MAX_PARTS, CodeRefusal } from './code-cursor.ts';
import { KeywordParser } from './keyword-parser.ts';
import type {
  AttributeSyntax,
  BlockSyntax,
  ClassSyntax,
  ElementSyntax,
  ExpressionSyntax,
  FunctionSyntax,
  ParameterSyntax,
  ScriptSyntax,
  StatementSyntax,
  UnreadScript,
} from './syntax.ts';

const FUNCTION =
  /(function|filter|workflow|configuration)\s+(?:([A-Za-z]+):)?((?:"[^"\r\n]+"|'[^'\r\n]+'|[^\s(){};,'"`$|&=][^\s(){};,|&]*))(?=\s*[({#<])/iy;
const CLASS = /(class|enum)\s+([\p{L}_][\p{L}\p{N}_]*)(?=\s*[:{#<])/iuy;
const LABEL = /:[\p{L}_][\p{L}\p{N}_]*(?!:)/uy;
const PATH_START = /\.{1,2}[\\/]/y;
const NUMBER_ALONE =
  /(?:0[xX][0-9a-fA-F]+|\d+(?:\.(?!\.)\d*)?(?:[eE][+-]?\d+)?|\.\d+)(?:u?[ylsn]|d)?(?:[kmgtp]b)?(?![\p{L}\p{N}_\\])/iuy;
/** Other words that begin with a dash are names of commands here. */
const DASH_ALONE = /[-\u2013-\u2015](?:(?:b?not|[ic]?split|join)(?![\p{L}\p{N}_-])|(?![\p{L}_?]))/iuy;
/** Of each file, so that one broken file does not fill a report. */
const MAX_PROBLEMS = 20;

/** @param maxParts  how much may be in it, as CODE_MAX_PARTS counts */
export function parseScript(text: string, maxParts = CODE_MAX_PARTS): Result<ScriptSyntax, UnreadScript> {
  const parser = new ScriptParser(text, maxParts);
  try {
    return ok(parser.script());
  } catch (error) {
    if (!(error instanceof CodeRefusal)) throw error;
    return fail({ at: error.at, problem: error.message, comments: parser.comments });
  }
}

interface BlockHead {
  attributes: readonly AttributeSyntax[];
  parameters: readonly ParameterSyntax[] | undefined;
  /** Whether no statement has begun in it but `using`. */
  isFirst: boolean;
}

class ScriptParser extends KeywordParser {
  #head: BlockHead = { attributes: [], parameters: undefined, isFirst: true };

  script(): ScriptSyntax {
    const body = this.#body('');
    return {
      text: this.text,
      body: { ...body, start: 0, end: this.text.length },
      comments: this.comments,
      partCount: this.partCount,
      problems: this.problems.slice(0, MAX_PROBLEMS),
    };
  }

  protected block(): BlockSyntax {
    const start = this.at;
    this.enter();
    this.at += 1;
    const body = this.#body('}');
    this.close('}', start, 'the block');
    this.leave();
    return { ...body, start, end: this.at };
  }

  protected parameterBlock(
    attributes: readonly AttributeSyntax[],
    parameters: readonly ParameterSyntax[],
  ): void {
    this.#head = { ...this.#head, attributes, parameters };
  }

  #body(closer: string): Omit<BlockSyntax, 'start' | 'end'> {
    const outer = this.#head;
    this.#head = { attributes: [], parameters: undefined, isFirst: true };
    const statements = this.statements(closer);
    const { attributes, parameters } = this.#head;
    this.#head = outer;
    return { attributes, parameters, statements };
  }

  protected statements(closer: string): readonly StatementSyntax[] {
    const found: StatementSyntax[] = [];
    for (;;) {
      this.skipSpace();
      const character = this.char();
      if (this.isAtEnd() || character === closer) return found;
      if (character === ';') this.at += 1;
      else if (character === '}' || character === ')') {
        // The closer of something further out: whoever opened that will take it.
        if (closer !== '' && character === '}') return found;
        this.report(this.at, `this ${character} closes nothing`);
        this.at += 1;
      } else {
        const before = this.at;
        this.#pipeline(found);
        if (this.at === before) this.at += 1;
      }
    }
  }

  protected pipeline(): readonly StatementSyntax[] {
    const found: StatementSyntax[] = [];
    this.enter();
    this.#pipeline(found);
    this.leave();
    return found;
  }

  #pipeline(into: StatementSyntax[]): void {
    let isPiped = false;
    for (;;) {
      const before = this.at;
      const { isFirst } = this.#head;
      this.#head.isFirst = false;
      const statement = this.#statement(isPiped, isFirst);
      if (statement) into.push(statement);
      if (statement?.kind === 'using') this.#head.isFirst = isFirst;
      this.skipBlanks();
      const joint = this.take(/\|\||&&|\||&(?!&)/y)?.[0];
      if (joint === undefined) {
        // From PowerShell 7 on, a line may begin with the bar.
        if (!this.#nextLineContinues()) return;
        this.skipSpace();
        this.at += 1;
      } else if (joint === '&') return;
      isPiped = joint === '|' || joint === undefined;
      this.skipSpace();
      if (this.isAtEnd() || this.char() === ')' || this.char() === '}' || this.char() === ';') return;
      if (this.at === before) return;
    }
  }

  #nextLineContinues(): boolean {
    return this.look(/\s*\|(?!\|)/y) !== null && isNewline(this.code());
  }

  #statement(isPiped: boolean, isFirst: boolean): StatementSyntax | undefined {
    const start = this.at;
    if (this.look(LABEL)) {
      this.take(LABEL);
      this.skipSpace();
    }
    const character = this.char();
    if (character === '[') return this.#bracketed(start, isFirst);
    if (character === '&' && this.char(1) !== '&') {
      this.at += 1;
      return this.command(start, '&', isPiped);
    }
    if (character === '.' && !this.look(PATH_START) && /[\s$("'&{]/.test(this.char(1))) {
      this.at += 1;
      return this.command(start, '.', isPiped);
    }
    if (/[a-z]/i.test(character)) {
      const named = this.#definition(start, []) ?? this.keyword(start, [], isFirst);
      if (named !== 'none') return named;
      return this.command(start, '', isPiped);
    }
    if (this.#beginsExpression(character)) return this.#expressionStatement(start, []);
    return this.command(start, '', isPiped);
  }

  #beginsExpression(character: string): boolean {
    if ('$"\'(@{!,+\u2018\u2019\u201c\u201d'.includes(character)) {
      return character !== '@' || this.look(/@[({"'\u2018-\u201e\p{L}_]/uy) !== null;
    }
    return this.look(NUMBER_ALONE) !== null || this.look(DASH_ALONE) !== null;
  }

  /** `[CmdletBinding()] param( … )`, `[Flags()] enum X { … }`, or an expression that begins with a type. */
  #bracketed(start: number, isFirst: boolean): StatementSyntax | undefined {
    const attributes: AttributeSyntax[] = [];
    const elements: ElementSyntax[] = [];
    for (;;) {
      const element = this.bracket();
      elements.push(element);
      if (element.kind !== 'type') break;
      attributes.push(element.attribute);
      const next = /(?:\s|<#(?:[^#]|#(?!>))*#>|#[^\r\n]*)*/y;
      next.lastIndex = this.at;
      const gap = next.exec(this.text)?.[0].length ?? 0;
      const ahead = this.text.slice(this.at + gap, this.at + gap + 8);
      if (/^param\s*(?:\(|$|#|<)/i.test(ahead) || /^(?:class|enum)\s/i.test(ahead)) {
        this.skipSpace();
        const found = this.#definition(start, attributes) ?? this.keyword(start, attributes, isFirst);
        return found === 'none' ? undefined : found;
      }
      if (!ahead.startsWith('[')) break;
      this.skipSpace();
    }
    this.postfix(elements);
    return this.#expressionStatement(start, elements);
  }

  #expressionStatement(start: number, begun: ElementSyntax[]): StatementSyntax {
    const elements = [...begun, ...this.expression({ comma: false, assignment: true, isMultiline: false })];
    const end = this.at;
    const operator = this.take(/(?:[-+*/%]|\?\?)?=/y)?.[0];
    if (operator === undefined)
      return { kind: 'expression', elements, start, end } satisfies ExpressionSyntax;
    this.skipSpace();
    const value = this.pipeline();
    return { kind: 'assignment', target: elements, operator, value, start, end: this.at };
  }

  #definition(
    start: number,
    attributes: readonly AttributeSyntax[],
  ): FunctionSyntax | ClassSyntax | undefined {
    const named = this.take(CLASS);
    if (named)
      return this.classDefinition(
        start,
        named[1]?.toLowerCase() === 'enum' ? 'enum' : 'class',
        named[2] ?? '',
        attributes,
      );
    const begun = this.take(FUNCTION);
    if (!begun) return undefined;
    const [, keyword = '', scope, name = ''] = begun;
    this.skipSpace();
    const parameters = this.char() === '(' ? this.parameters() : undefined;
    this.skipSpace();
    const body = this.char() === '{' ? this.block() : this.#emptyBlock();
    return {
      kind: 'function',
      keyword: keyword.toLowerCase() as FunctionSyntax['keyword'],
      name: name.replace(/^["']|["']$/g, ''),
      scope: scope?.toLowerCase(),
      parameters,
      body,
      start,
      end: this.at,
    };
  }

  #emptyBlock(): BlockSyntax {
    this.report(this.at, 'a { was expected');
    return { attributes: [], parameters: undefined, statements: [], start: this.at, end: this.at };
  }
}
