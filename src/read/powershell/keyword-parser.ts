/** Statements that begin with a keyword, from `if` to `using`. */
import { isNewline } from '../data-characters.ts';
import { DefinitionParser } from './definition-parser.ts';
import type {
  AttributeSyntax,
  BlockSyntax,
  ElementSyntax,
  ParameterSyntax,
  StatementSyntax,
} from './syntax.ts';

const KEYWORD =
  /(?:param|begin|process|end|clean|dynamicparam|if|elseif|else|while|until|do|for|foreach|switch|try|catch|finally|trap|return|throw|exit|break|continue|using|data)(?![\p{L}\p{N}_\-.\\/:*?])/iuy;

const CONTINUATION = /(?:else|elseif|catch|finally|while|until)(?=[\s({#<[])/iy;

export abstract class KeywordParser extends DefinitionParser {
  /** Where words stand that look like keywords and are none: each is found out once, however deep they nest. */
  readonly #noKeywords = new Set<number>();

  /** What `param( … )` says is said of the block around it. */
  protected abstract parameterBlock(
    attributes: readonly AttributeSyntax[],
    parameters: readonly ParameterSyntax[],
  ): void;

  /** @param isFirst  whether nothing but `using` stands before this statement in its block */
  protected keyword(
    start: number,
    attributes: readonly AttributeSyntax[],
    isFirst: boolean,
  ): StatementSyntax | undefined | 'none' {
    const found = this.look(KEYWORD);
    if (!found) return 'none';
    if (this.#noKeywords.has(start)) return 'none';
    const commentCount = this.comments.length;
    const keyword = found[0].toLowerCase();
    this.at += found[0].length;
    const elements: ElementSyntax[] = [];
    switch (keyword) {
      case 'param':
        this.skipSpace();
        // Anywhere else it is the name of a command.
        if (this.char() !== '(' || !isFirst) break;
        this.parameterBlock(attributes, this.parameters());
        return undefined;
      case 'using': {
        this.skipBlanks();
        const what = this.take(/namespace|module|assembly|type|command/iy)?.[0].toLowerCase();
        if (what === undefined) break;
        const { elements: named } = this.command(start, '', false);
        return { kind: 'using', what, elements: named, start, end: this.at };
      }
      case 'return':
      case 'throw':
      case 'exit':
        this.skipBlanks();
        this.#operand(elements);
        return { kind: 'compound', keyword, elements, start, end: this.at };
      case 'break':
      case 'continue':
        this.take(/[ \t]+[\p{L}_$][\p{L}\p{N}_]*/uy);
        return { kind: 'compound', keyword, elements, start, end: this.at };
      default:
        if (this.#compound(keyword, elements))
          return { kind: 'compound', keyword, elements, start, end: this.at };
        // What was read up to here is read again, now as a command, and all that is within it too.
        this.#noKeywords.add(start);
    }
    this.back(start, commentCount);
    return 'none';
  }

  /** In a hashtable the parts of an `if` belong together, and may stand on lines of their own. */
  protected override continues(last: StatementSyntax | undefined): boolean {
    if (last?.kind !== 'compound' || !/^(?:if|elseif|try|catch|do)$/.test(last.keyword)) return false;
    const [at, commentCount] = [this.at, this.comments.length];
    this.skipSpace();
    if (this.look(CONTINUATION)) return true;
    this.back(at, commentCount);
    return false;
  }

  /** What `return` gives back is a pipeline of its own. */
  #operand(into: ElementSyntax[]): void {
    if (this.isAtEnd() || isNewline(this.code()) || ';)}'.includes(this.char())) return;
    const start = this.at;
    const statements = this.pipeline();
    into.push({ kind: 'group', open: '$(', statements, start, end: this.at });
  }

  /** False when what follows does not belong to such a keyword. */
  #compound(keyword: string, into: ElementSyntax[]): boolean {
    this.skipSpace();
    switch (keyword) {
      case 'if':
      case 'elseif':
      case 'while':
      case 'until':
      case 'for':
      case 'foreach':
      case 'switch':
        this.#options(into);
        if (this.char() === '(')
          for (const head of keyword === 'foreach' ? this.#foreachHead() : [this.group('(')]) into.push(head);
        else if (into.length === 0) return false;
        this.#skipToBlock();
        if (keyword === 'until') return true;
        if (this.char() === '{') into.push(keyword === 'switch' ? this.#switchBody() : this.#blockElement());
        return true;
      case 'catch':
      case 'trap':
        while (this.char() === '[' || this.char() === ',') {
          if (this.char() === ',') this.at += 1;
          else into.push(this.bracket());
          this.skipSpace();
        }
        break;
      case 'data':
        this.take(/[\p{L}_][\p{L}\p{N}_]*(?=\s)/uy);
        this.skipSpace();
        this.#options(into);
        break;
      default:
        break;
    }
    if (this.char() !== '{') return false;
    into.push(this.#blockElement());
    return true;
  }

  /** `-Parallel`, `-Regex`, `-File $path` before the parentheses. */
  #options(into: ElementSyntax[]): void {
    while (!this.isAtEnd() && !'({;)}'.includes(this.char()) && !isNewline(this.code())) {
      const before = this.at;
      this.commandElement(into);
      this.skipSpace();
      if (this.at === before) return;
    }
  }

  /** Leaves the line only when a block really follows: `while (…)` may end a `do`. */
  #skipToBlock(): void {
    const [at, commentCount] = [this.at, this.comments.length];
    this.skipSpace();
    if (this.char() !== '{') this.back(at, commentCount);
  }

  #blockElement(): ElementSyntax {
    const start = this.at;
    return { kind: 'block', body: this.block(), start, end: this.at };
  }

  /** The variable, and what it runs over. */
  #foreachHead(): readonly ElementSyntax[] {
    const start = this.at;
    const head = this.take(/\(\s*\$(\{[^}]*\}|[\p{L}\p{N}_:]+)\s+in(?![\p{L}\p{N}_])/iuy);
    if (!head) return [this.group('(')];
    const name = (head[1] ?? '').replace(/^\{|\}$/g, '');
    const variable = { kind: 'variable', name, isSplat: false, start, end: this.at } as const;
    this.enter();
    const statements = this.statements(')');
    this.close(')', start, 'the group');
    this.leave();
    return [variable, { kind: 'group', open: '(', statements, start, end: this.at }];
  }

  /** Conditions with a block behind each. */
  #switchBody(): ElementSyntax {
    const start = this.at;
    const statements: StatementSyntax[] = [];
    this.enter();
    this.at += 1;
    for (;;) {
      this.skipSpace();
      if (this.isAtEnd() || this.char() === '}' || this.char() === ')') break;
      if (this.char() === ';') {
        this.at += 1;
        continue;
      }
      const from = this.at;
      const elements: ElementSyntax[] = [];
      this.commandElement(elements);
      this.skipSpace();
      if (this.char() === '{') elements.push(this.#blockElement());
      if (this.at === from) this.at += 1;
      statements.push({ kind: 'expression', elements, start: from, end: this.at });
    }
    this.close('}', start, 'the block');
    this.leave();
    const body: BlockSyntax = { attributes: [], parameters: undefined, statements, start, end: this.at };
    return { kind: 'block', body, start, end: this.at };
  }
}
