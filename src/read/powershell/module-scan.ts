/**
 * What a script module defines and exports, seen in its code: its functions, aliases and DSC classes, with the files
 * that it dot-sources or imports from the package. Definitions inside functions are not the module's.
 */

import { commandArguments, commandName } from './code-commands.ts';
import type { CodeFile, CodeFiles } from './code-files.ts';
import { attributeNamed, positionalTexts } from './code-parameters.ts';
import type { CodeValues } from './code-paths.ts';
import { CodeEvaluator } from './code-values.ts';
import { lineAt } from './comment-help.ts';
import {
  type ClassSyntax,
  type CommandSyntax,
  constantText,
  type ElementSyntax,
  type FunctionSyntax,
  type HashtableSyntax,
  type StatementSyntax,
} from './syntax.ts';

const MAX_PIPELINE = 20;

export interface FoundFunction {
  readonly name: string;
  readonly file: CodeFile;
  readonly definition: FunctionSyntax;
}

export interface FoundAlias {
  readonly name: string;
  readonly target: string;
  readonly path: string;
  readonly line: number;
}

export interface FoundClass {
  readonly file: CodeFile;
  readonly definition: ClassSyntax;
}

/** What Export-ModuleMember was given. */
export interface CodeExports {
  readonly functions: readonly string[];
  readonly cmdlets: readonly string[];
  readonly aliases: readonly string[];
  /** Part of it is computed when the module runs. */
  readonly isDynamic: boolean;
}

export interface ModuleScan {
  /** In the order of the code; of equal names the last counts. */
  readonly functions: readonly FoundFunction[];
  readonly aliases: readonly FoundAlias[];
  readonly classes: readonly FoundClass[];
  /** Undefined when the code never calls Export-ModuleMember: all functions are exported then. */
  readonly exports: CodeExports | undefined;
  /** Modules of the package that the code imports, as paths. */
  readonly imports: readonly string[];
}

export function scanModule(code: CodeFiles, path: string): ModuleScan {
  return new Scanner(code).scan(path);
}

class Scanner {
  readonly #code: CodeFiles;
  readonly #variables = new Map<string, CodeValues>();
  readonly #seen = new Set<string>();
  readonly #functions: FoundFunction[] = [];
  readonly #aliases: FoundAlias[] = [];
  readonly #classes: FoundClass[] = [];
  readonly #imports: string[] = [];
  #exports: CodeExports | undefined;

  constructor(code: CodeFiles) {
    this.#code = code;
  }

  scan(path: string): ModuleScan {
    this.#file(path);
    return {
      functions: this.#functions,
      aliases: this.#aliases,
      classes: this.#classes,
      exports: this.#exports,
      imports: this.#imports,
    };
  }

  #file(path: string): void {
    const file = this.#code.read(path);
    if (!file || this.#seen.has(file.path)) return;
    this.#seen.add(file.path);
    new FileScan(this, file, new CodeEvaluator(this.#code.files, file.path, this.#variables)).run();
  }

  /** Files that are dot-sourced or run in the module's own scope. */
  include(values: CodeValues): void {
    for (const path of this.#codePaths(values)) this.#file(path);
  }

  import(values: CodeValues): void {
    this.#imports.push(...this.#codePaths(values));
  }

  #codePaths(values: CodeValues): readonly string[] {
    return (values ?? []).flatMap(({ text }) => {
      const found = this.#code.files.resolve(text) ?? this.#code.files.resolve(`${text}.psm1`);
      return found !== undefined && /\.(?:ps1|psm1|psd1|dll)$/i.test(found) ? [found] : [];
    });
  }

  define(found: FoundFunction): void {
    this.#functions.push(found);
  }

  alias(found: FoundAlias): void {
    this.#aliases.push(found);
  }

  class(found: FoundClass): void {
    this.#classes.push(found);
  }

  export(more: CodeExports): void {
    const before = this.#exports;
    this.#exports = {
      functions: [...(before?.functions ?? []), ...more.functions],
      cmdlets: [...(before?.cmdlets ?? []), ...more.cmdlets],
      aliases: [...(before?.aliases ?? []), ...more.aliases],
      isDynamic: more.isDynamic || (before?.isDynamic ?? false),
    };
  }
}

/** One file, from its first statement to its last, with what its variables can be seen to hold. */
class FileScan {
  readonly #scanner: Scanner;
  readonly #file: CodeFile;
  readonly #evaluator: CodeEvaluator;
  /** Hashtables by the variables that hold them: arguments may be splatted. */
  readonly #tables = new Map<string, HashtableSyntax>();

  constructor(scanner: Scanner, file: CodeFile, evaluator: CodeEvaluator) {
    this.#scanner = scanner;
    this.#file = file;
    this.#evaluator = evaluator;
  }

  run(): void {
    this.#statements(this.#file.syntax.body.statements);
  }

  #statements(statements: readonly StatementSyntax[]): void {
    for (const [index, statement] of statements.entries()) this.#statement(statement, statements, index);
  }

  /** @param all  the statements that it stands among, for what is piped in */
  #statement(statement: StatementSyntax, all: readonly StatementSyntax[], index: number): void {
    switch (statement.kind) {
      case 'function':
        this.#define(statement);
        break;
      case 'class':
        this.#scanner.class({ file: this.#file, definition: statement });
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
          this.#scanner.import(this.#evaluator.ofElements(statement.elements.slice(0, 1)));
        break;
      case 'command':
        this.#command(statement, all, index);
        break;
      case 'expression':
        this.#inside(statement.elements);
        break;
      case 'enum':
        break;
      default:
        statement satisfies never;
    }
  }

  #define(definition: FunctionSyntax): void {
    this.#scanner.define({ name: definition.name, file: this.#file, definition });
    for (const name of aliasesOf(definition)) this.#alias(name, definition.name, definition.start);
  }

  #alias(name: string, target: string, at: number): void {
    this.#scanner.alias({ name, target, path: this.#file.path, line: lineAt(this.#file.lineStarts, at) });
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
    this.#inside(elements);
  }

  /** Blocks run where they stand: the body of an `if`, of ForEach-Object, of a call. */
  #inside(elements: readonly ElementSyntax[]): void {
    for (const element of elements) {
      if (element.kind === 'block') this.#statements(element.body.statements);
      else if (element.kind === 'group') this.#statements(element.statements);
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
    this.#inside(command.elements);
  }

  #include(elements: readonly ElementSyntax[]): void {
    const last = elements.findIndex(({ kind }) => kind === 'parameter' || kind === 'operator');
    this.#scanner.include(
      this.#evaluator.ofElements(
        last < 0 ? elements.slice(0, firstValueEnd(elements)) : elements.slice(0, last),
      ),
    );
  }

  #import(command: CommandSyntax): void {
    const given = commandArguments(command);
    const value = given.named.get('name') ?? given.positional[0];
    if (value) this.#scanner.import(this.#evaluator.ofElements(value));
  }

  #setAlias(command: CommandSyntax): void {
    const given = commandArguments(command);
    const places = given.positional.map((item) => constantText(item[0]));
    const name = constantText(given.named.get('name')?.[0]) ?? places.shift();
    const target = constantText(given.named.get('value')?.[0]) ?? places.shift();
    if (name !== undefined && target !== undefined) this.#alias(name, target, command.start);
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
    this.#scanner.export({ ...lists, isDynamic });
  }
}

/** From `[Alias()]` above the parameters. */
export function aliasesOf({ body }: FunctionSyntax): readonly string[] {
  const attribute = attributeNamed(body.attributes, 'Alias');
  return attribute ? positionalTexts(attribute) : [];
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
