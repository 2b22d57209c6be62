/**
 * What an expression can be seen to be without running it: texts, and paths in the package. Modules gather their files
 * by `Get-ChildItem $PSScriptRoot\Public\*.ps1` and export by their names; that much can be followed. All else is
 * unknown, and said to be.
 */
import { normalizedPath, type PackageFiles } from '../package-source.ts';
import { wildcardMatcher } from '../wildcard.ts';
import { type CommandArguments, commandArguments, commandName } from './code-commands.ts';
import {
  ancestorsOf,
  type CodeValue,
  type CodeValues,
  folderOf,
  MAX_VALUES,
  pairs,
  parentOf,
  pathsJoined,
  propertyOf,
} from './code-paths.ts';
import type { EvaluationWork } from './evaluation-work.ts';
import { constantText, type ElementSyntax, type StatementSyntax, type TextPart } from './syntax.ts';

export class CodeEvaluator {
  readonly #files: PackageFiles;
  readonly #folder: string;
  readonly #path: string;
  readonly #variables: Map<string, CodeValues>;
  readonly #work: EvaluationWork;

  /** @param path  of the file that the code stands in */
  constructor(files: PackageFiles, path: string, variables: Map<string, CodeValues>, work: EvaluationWork) {
    this.#work = work;
    this.#files = files;
    this.#path = path;
    this.#folder = folderOf(path);
    this.#variables = variables;
  }

  set(variable: string, values: CodeValues): void {
    this.#variables.set(variableKey(variable), values);
  }

  add(variable: string, values: CodeValues): void {
    const before = this.#variables.get(variableKey(variable)) ?? [];
    const isKnown = this.#work.spend(before.length);
    this.set(variable, isKnown ? values && [...before, ...values].slice(0, MAX_VALUES) : undefined);
  }

  /** A pipeline, or the statements of a group one after the other. */
  ofStatements(statements: readonly StatementSyntax[]): CodeValues {
    let all: CodeValue[] = [];
    let last: CodeValues = [];
    for (const statement of statements) {
      const isPiped = statement.kind === 'command' && statement.isPiped;
      const found = this.#ofStatement(statement, isPiped ? last : undefined);
      if (found === undefined) return undefined;
      if (isPiped) all = [...found];
      else for (const value of found) all.push(value);
      if (all.length > MAX_VALUES) return undefined;
      last = found;
    }
    return all;
  }

  ofElements(elements: readonly ElementSyntax[]): CodeValues {
    const [first, ...rest] = elements;
    if (!first) return [];
    const operator = elements.findIndex((item) => item.kind === 'operator');
    if (operator >= 0) return this.#ofOperator(elements, operator);
    if (first.kind === 'type') return this.#ofType(first.attribute.name, rest);
    let values = this.#paid(this.#ofElement(first));
    for (const [index, member] of rest.entries()) {
      if (member.kind !== 'member' || rest[index + 1]?.kind === 'group') return undefined;
      values = this.#memberOf(first, values, member.name?.toLowerCase() ?? '');
    }
    return values;
  }

  #ofStatement(statement: StatementSyntax, input: CodeValues): CodeValues {
    if (statement.kind === 'expression') return this.ofElements(statement.elements);
    if (statement.kind !== 'command' || statement.invocation !== '') return undefined;
    return this.#ofCommand(commandName(statement) ?? '', commandArguments(statement), input);
  }

  #ofCommand(name: string, given: CommandArguments, input: CodeValues): CodeValues {
    switch (name.toLowerCase()) {
      case 'get-childitem':
      case 'gci':
      case 'dir':
      case 'ls':
        return this.#children(given);
      case 'get-item':
      case 'resolve-path':
      case 'convert-path':
      case 'rvpa':
        return this.#found(this.#argument(given, ['path', 'literalpath'], 0));
      case 'join-path':
        return this.#joined(given);
      case 'split-path':
        if (given.named.has('leaf')) return undefined;
        return this.#argument(given, ['path', 'parent', 'literalpath'], 0)?.map(parentOf);
      case 'where-object':
      case 'where':
      case '?':
      case 'sort-object':
      case 'sort':
        return input;
      case 'select-object':
      case 'select': {
        const property = constantText(given.named.get('expandproperty')?.[0]);
        return property === undefined
          ? input
          : input?.flatMap((value) => propertyOf(value, property.toLowerCase()) ?? []);
      }
      case 'foreach-object':
      case 'foreach':
      case '%': {
        const property = constantText(given.positional[0]?.[0]);
        return property === undefined
          ? undefined
          : input?.flatMap((value) => propertyOf(value, property.toLowerCase()) ?? []);
      }
      default:
        return undefined;
    }
  }

  #argument(given: CommandArguments, names: readonly string[], position: number): CodeValues {
    for (const name of names) {
      const value = given.named.get(name);
      if (value && value.length > 0) return this.ofElements(value);
    }
    const positional = given.positional[position];
    return positional && this.ofElements(positional);
  }

  #children(given: CommandArguments): CodeValues {
    const roots = this.#argument(given, ['path', 'literalpath'], 0);
    if (!roots) return undefined;
    const patterns = (names: readonly string[], position: number) =>
      this.#argument(given, names, position)?.map(({ text }) => wildcardMatcher(text)) ?? [];
    const wanted = [...patterns(['filter'], 1), ...patterns(['include'], 9)];
    const refused = patterns(['exclude'], 9);
    const looks = roots.length * (1 + wanted.length + refused.length);
    if (!this.#work.spendPaths(looks * this.#files.paths.length)) return undefined;
    const isRecursive = [...given.named.keys()].some((name) => name !== '' && 'recurse'.startsWith(name));
    const found: CodeValue[] = [];
    for (const root of roots) {
      if (root.kind === 'text') return undefined;
      const folder = wildcardMatcher(root.text);
      for (const path of this.#files.paths) {
        const name = path.split('/').at(-1) ?? path;
        const isBelow = isRecursive
          ? ancestorsOf(path).some((ancestor) => folder(ancestor) || ancestor === root.text)
          : folder(folderOf(path)) || folderOf(path).toLowerCase() === root.text.toLowerCase();
        const isNamed = folder(path) && path.split('/').length === root.text.split('/').length;
        if (!(isBelow || isNamed)) continue;
        if (wanted.some((pattern) => !pattern(name)) || refused.some((pattern) => pattern(name))) continue;
        found.push({ kind: 'file', text: path });
      }
    }
    return found;
  }

  #found(values: CodeValues): CodeValues {
    if (values && !this.#work.spendPaths(values.length * this.#files.paths.length)) return undefined;
    return values?.flatMap((value): readonly CodeValue[] => {
      if (value.kind !== 'path') return [value];
      const pattern = wildcardMatcher(value.text);
      const depth = value.text.split('/').length;
      const files = this.#files.paths.filter((path) => path.split('/').length === depth && pattern(path));
      return files.length > 0 ? files.map((text) => ({ kind: 'file', text })) : [value];
    });
  }

  #joined(given: CommandArguments): CodeValues {
    const roots = this.#argument(given, ['path'], 0);
    const children = [
      this.#argument(given, ['childpath'], given.named.has('path') ? 0 : 1),
      ...given.positional
        .slice(given.named.has('path') || given.named.has('childpath') ? 9 : 2)
        .map((item) => this.ofElements(item)),
    ];
    return children.reduce<CodeValues>((left, right) => pathsJoined(left, right), roots);
  }

  #ofType(name: string, rest: readonly ElementSyntax[]): CodeValues {
    const [member, list] = rest;
    const isCombine =
      /^(?:System\.)?IO\.Path$/i.test(name) &&
      member?.kind === 'member' &&
      member.name?.toLowerCase() === 'combine';
    if (isCombine && list?.kind === 'group' && rest.length === 2) {
      const parts = list.statements.flatMap((statement) =>
        statement.kind === 'expression' ? split(statement.elements, ',') : [],
      );
      return parts
        .map((part) => this.ofElements(part))
        .reduce<CodeValues>((left, right) => pathsJoined(left, right), [{ kind: 'text', text: '' }]);
    }
    // A conversion changes nothing that matters here.
    return /^(?:string|array|object|psobject)(?:\[\])?$/i.test(name) ? this.ofElements(rest) : undefined;
  }

  #ofOperator(elements: readonly ElementSyntax[], at: number): CodeValues {
    if (elements.some((item) => item.kind === 'operator' && item.text !== ',' && item.text !== '+'))
      return undefined;
    const isSum = elements.some((item, index) => index > 0 && item.kind === 'operator' && item.text === '+');
    if (isSum) return this.#ofSum(split(elements, '+'), isText(elements[0]));
    if (at === 0) {
      // A sign, or a list of one.
      const value = elements.findIndex(({ kind }) => kind !== 'operator');
      return value < 0 ? [] : this.ofElements(elements.slice(value));
    }
    const lists = split(elements, ',').map((item) => this.ofElements(item));
    return lists.some((list) => list === undefined) ? undefined : lists.flatMap((list) => list ?? []);
  }

  /** From the left to the right: texts are joined, or lists. */
  #ofSum(terms: readonly (readonly ElementSyntax[])[], isOfText: boolean): CodeValues {
    let sum: CodeValue[] | undefined;
    for (const term of terms) {
      const values = this.ofElements(term);
      if (!values) return undefined;
      if (!sum) sum = [...values];
      else if (isOfText) sum = [...(this.#paid(pairs(sum, values, (a, b) => a + b)) ?? [])];
      else for (const value of values) sum.push(value);
    }
    return sum;
  }

  /** What was seen, as long as there is work to be spent on it. */
  #paid(values: CodeValues): CodeValues {
    const cost = (values ?? []).reduce((sum, { text }) => sum + text.length, 1);
    return this.#work.spend(cost) ? values : undefined;
  }

  #ofElement(element: ElementSyntax): CodeValues {
    switch (element.kind) {
      case 'word':
      case 'string':
        return this.#ofParts(element.parts);
      case 'variable':
        return this.#ofVariable(element.name);
      case 'group':
        return this.ofStatements(element.statements);
      default:
        return undefined;
    }
  }

  #ofVariable(name: string): CodeValues {
    const key = variableKey(name);
    if (key === 'psscriptroot') return [{ kind: 'path', text: this.#folder }];
    if (key === 'pscommandpath') return [{ kind: 'file', text: this.#path }];
    return this.#variables.get(key);
  }

  #ofParts(parts: readonly TextPart[]): CodeValues {
    let values: CodeValues = [{ kind: 'text', text: '' }];
    for (const part of parts) {
      const next: CodeValues =
        typeof part === 'string' ? [{ kind: 'text', text: part }] : this.#ofElement(part);
      values = this.#paid(values && next && pairs(values, next, (a, b) => a + b));
    }
    // "./a.ps1" is taken from where the user stands, but in a module it can only be meant beside it.
    return values?.map((value) =>
      value.kind === 'path' ? { kind: 'path', text: normalizedPath(value.text) } : value,
    );
  }

  #memberOf(owner: ElementSyntax, values: CodeValues, member: string): CodeValues {
    if (owner.kind === 'variable' && variableKey(owner.name) === 'myinvocation') {
      return ['mycommand', 'path', 'definition', 'scriptblock', 'file'].includes(member)
        ? [{ kind: 'file', text: this.#path }]
        : undefined;
    }
    return values?.flatMap((value) => propertyOf(value, member) ?? []);
  }
}

function split(elements: readonly ElementSyntax[], operator: string): readonly (readonly ElementSyntax[])[] {
  const found: ElementSyntax[][] = [[]];
  for (const element of elements) {
    if (element.kind === 'operator' && element.text === operator) found.push([]);
    else found.at(-1)?.push(element);
  }
  return found.filter((item) => item.length > 0);
}

function isText(element: ElementSyntax | undefined): boolean {
  return element?.kind === 'string' || (element?.kind === 'variable' && /^PSScriptRoot$/i.test(element.name));
}

function variableKey(name: string): string {
  return name.toLowerCase().replace(/^(?:script|global|local|private|using):/, '');
}
