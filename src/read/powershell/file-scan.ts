/** One file read from its first statement to its last: what it defines, includes, imports and exports. */
import { PackageFiles } from '../package-source.ts';
import { commandArguments, commandName } from './code-commands.ts';
import { positionalTexts } from './code-constants.ts';
import type { CodeFile } from './code-files.ts';
import { isNamed } from './code-parameters.ts';
import type { CodeValues } from './code-paths.ts';
import { CodeEvaluator } from './code-values.ts';
import { lineAt } from './comment-help.ts';
import { EvaluationWork } from './evaluation-work.ts';
import type { FoundAlias, ScanSink } from './scan-sink.ts';
import {
  type ClassSyntax,
  type CommandSyntax,
  constantText,
  type ElementSyntax,
  type ExpressionSyntax,
  type FunctionSyntax,
  type HashtableSyntax,
  type StatementSyntax,
} from './syntax.ts';

const MAX_PIPELINE = 20;

/** Commands that run a block in the scope of whoever calls them: what it defines stays. */
const IN_SCOPE: ReadonlySet<string> = new Set(
  'foreach-object foreach % where-object where ? measure-command'.split(' '),
);

/** What a file defines by itself, whoever reads it. */
export interface FileDefinitions {
  readonly functions: readonly FunctionSyntax[];
  readonly classes: readonly ClassSyntax[];
  readonly aliases: readonly { readonly name: string; readonly target: string }[];
}

/** `function global:Name` goes to the session beside the module, with its aliases; the module exports none of it. */
export function isOfSession({ scope }: FunctionSyntax): boolean {
  return scope?.toLowerCase() === 'global';
}

export function definitionsOf(file: CodeFile): FileDefinitions {
  const functions: FunctionSyntax[] = [];
  const classes: ClassSyntax[] = [];
  const aliases: FoundAlias[] = [];
  const nothing = () => {};
  const sink: ScanSink = {
    define: ({ definition }) => functions.push(definition),
    class: ({ definition }) => classes.push(definition),
    alias: (alias) => aliases.push(alias),
    export: nothing,
    include: nothing,
    import: nothing,
  };
  // What it includes is not asked for.
  scanFile(sink, file, new CodeEvaluator(NO_FILES, file.path, new Map(), new EvaluationWork(0)));
  return { functions, classes, aliases };
}

const NO_FILES = new PackageFiles({ paths: [], bytes: () => undefined });

export function scanFile(sink: ScanSink, file: CodeFile, evaluator: CodeEvaluator): void {
  new FileScan(sink, file, evaluator).run();
}

/** One file, from its first statement to its last, with what its variables can be seen to hold. */
class FileScan {
  readonly #sink: ScanSink;
  readonly #file: CodeFile;
  readonly #evaluator: CodeEvaluator;
  /** Hashtables by the variables that hold them: arguments may be splatted. */
  readonly #tables = new Map<string, HashtableSyntax>();

  constructor(sink: ScanSink, file: CodeFile, evaluator: CodeEvaluator) {
    this.#sink = sink;
    this.#file = file;
    this.#evaluator = evaluator;
  }

  run(): void {
    this.#statements(this.#file.syntax.body.statements);
  }

  /**
   * Each is looked at once: twice at every level would be without end for what nests.
   * @param doRun  whether blocks run that stand in expressions
   */
  #statements(statements: readonly StatementSyntax[], doRun = false): void {
    for (const [index, statement] of statements.entries()) {
      if (statement.kind === 'expression') this.#inside(statement.elements, doRun);
      else this.#statement(statement, statements, index);
    }
  }

  /** @param all  the statements that it stands among, for what is piped in */
  #statement(
    statement: Exclude<StatementSyntax, ExpressionSyntax>,
    all: readonly StatementSyntax[],
    index: number,
  ): void {
    switch (statement.kind) {
      case 'function':
        this.#define(statement);
        break;
      case 'class':
        this.#sink.class({ file: this.#file, definition: statement });
        break;
      case 'assignment':
        this.#assign(statement.target, statement.operator, statement.value);
        this.#statements(statement.value);
        break;
      case 'compound':
        this.#compound(statement.keyword, statement.elements);
        break;
      case 'using':
        if (statement.what === 'module')
          this.#sink.import(this.#evaluator.ofElements(statement.elements.slice(0, 1)));
        break;
      case 'command':
        this.#command(statement, all, index);
        break;
      case 'enum':
        break;
      default:
        statement satisfies never;
    }
  }

  #define(definition: FunctionSyntax): void {
    this.#sink.define({ name: definition.name, file: this.#file, definition });
    if (isOfSession(definition)) return;
    for (const name of aliasesOf(definition)) this.#alias(name, definition.name, definition.start);
  }

  #alias(name: string, target: string, at: number): void {
    this.#sink.alias({ name, target, path: this.#file.path, line: lineAt(this.#file.lineStarts, at) });
  }

  #assign(target: readonly ElementSyntax[], operator: string, value: readonly StatementSyntax[]): void {
    const variable = target.at(-1);
    if (variable?.kind !== 'variable') return;
    const only = value.length === 1 && value[0]?.kind === 'expression' ? value[0].elements : [];
    if (only.length === 1 && only[0]?.kind === 'hashtable')
      this.#tables.set(variable.name.toLowerCase(), only[0]);
    const values = this.#evaluator.ofStatements(value);
    if (operator === '+=') this.#evaluator.add(variable.name, values);
    else this.#evaluator.set(variable.name, values);
  }

  #compound(keyword: string, elements: readonly ElementSyntax[]): void {
    const [variable, list] = elements;
    if (keyword === 'foreach' && variable?.kind === 'variable' && list?.kind === 'group') {
      this.#evaluator.set(variable.name, this.#evaluator.ofStatements(list.statements));
    }
    if (keyword !== 'switch') {
      this.#inside(elements, true);
      return;
    }
    this.#inside(
      elements.filter(({ kind }) => kind !== 'block'),
      true,
    );
    for (const element of elements) {
      // A condition, and what runs then.
      if (element.kind === 'block') this.#statements(element.body.statements, true);
    }
  }

  /** @param doRun  whether blocks run in the scope that they stand in: the body of an `if` does, a value does not */
  #inside(elements: readonly ElementSyntax[], doRun: boolean): void {
    for (const [index, element] of elements.entries()) {
      const previous = elements[index - 1];
      const isGivenToMember = previous?.kind === 'member' && /^(?:foreach|where)$/i.test(previous.name ?? '');
      if (element.kind === 'block') {
        if (doRun || isGivenToMember) this.#statements(element.body.statements);
      } else if (element.kind === 'group') {
        this.#statements(element.statements, isGivenToMember);
      }
    }
  }

  #command(command: CommandSyntax, all: readonly StatementSyntax[], index: number): void {
    if (command.isPiped) this.#evaluator.set('_', this.#evaluator.ofStatements(pipelineBefore(all, index)));
    const name = commandName(command)?.toLowerCase();
    if (command.invocation === '.') this.#include(command.elements);
    else if (name === 'export-modulemember') this.#export(command);
    else if (name === 'set-alias' || name === 'new-alias' || name === 'sal' || name === 'nal')
      this.#setAlias(command);
    else if (name === 'import-module' || name === 'ipmo') this.#import(command);
    this.#inside(command.elements, command.invocation === '.' || (name !== undefined && IN_SCOPE.has(name)));
  }

  #include(elements: readonly ElementSyntax[]): void {
    const last = elements.findIndex(({ kind }) => kind === 'parameter' || kind === 'operator');
    this.#sink.include(
      this.#evaluator.ofElements(
        last < 0 ? elements.slice(0, firstValueEnd(elements)) : elements.slice(0, last),
      ),
    );
  }

  #import(command: CommandSyntax): void {
    const given = commandArguments(command);
    const value = given.named.get('name') ?? given.positional[0];
    if (value) this.#sink.import(this.#evaluator.ofElements(value));
  }

  #setAlias(command: CommandSyntax): void {
    const given = commandArguments(command);
    const places = given.positional.map((item) => constantText(item[0]));
    const name = constantText(given.named.get('name')?.[0]) ?? places.shift();
    const target = constantText(given.named.get('value')?.[0]) ?? places.shift();
    const isGlobal = constantText(given.named.get('scope')?.[0])?.toLowerCase() === 'global';
    if (name !== undefined && target !== undefined && !isGlobal) this.#alias(name, target, command.start);
  }

  #export(command: CommandSyntax): void {
    const given = commandArguments(command);
    let isDynamic = false;
    const take = (found: CodeValues): readonly string[] => {
      if (!found || found.some(({ kind }) => kind !== 'text')) isDynamic = true;
      return (found ?? []).map(({ text }) => text);
    };
    const splatted = command.elements.flatMap((element) => {
      if (element.kind !== 'variable' || !element.isSplat) return [];
      const table = this.#tables.get(element.name.toLowerCase());
      if (!table) isDynamic = true;
      return table?.entries ?? [];
    });
    const names = (parameter: string, position: number): readonly string[] => {
      const value =
        [...given.named].find(([name]) => name !== '' && parameter.startsWith(name))?.[1] ??
        given.positional.filter((item) => item[0]?.kind !== 'variable' || !item[0].isSplat)[position];
      const entries = splatted.filter(({ key }) => key?.toLowerCase() === parameter);
      return [
        ...(value ? take(this.#evaluator.ofElements(value)) : []),
        ...entries.flatMap((entry) => take(this.#evaluator.ofStatements(entry.value))),
      ];
    };
    const lists = {
      functions: names('function', 0),
      cmdlets: names('cmdlet', 1),
      aliases: names('alias', 3),
    };
    this.#sink.export({ ...lists, isDynamic });
  }
}

/** From `[Alias()]` above the parameters. */
export function aliasesOf({ body }: FunctionSyntax): readonly string[] {
  return body.attributes.filter((item) => isNamed(item, 'Alias')).flatMap(positionalTexts);
}

/** The commands of the same pipeline in front of this one; a very long one counts as unknown. */
function pipelineBefore(all: readonly StatementSyntax[], index: number): readonly StatementSyntax[] {
  let start = index - 1;
  while (start > 0 && index - start < MAX_PIPELINE) {
    const statement = all[start];
    if (statement?.kind !== 'command' || !statement.isPiped) break;
    start -= 1;
  }
  return all.slice(Math.max(start, 0), index);
}

/** Behind a value and what hangs on it: arguments of the script come after. */
function firstValueEnd(elements: readonly ElementSyntax[]): number {
  let end = 1;
  while (elements[end]?.kind === 'member' || elements[end]?.kind === 'index') end += 1;
  return end;
}
