/**
 * A PowerShell file as far as a gallery needs it: statements, commands with their arguments, functions, classes and
 * where each stands. Operators are kept in their order and not by precedence: nothing here is ever evaluated.
 * Positions are 0-based offsets into the text, `end` exclusive.
 */
export interface ScriptSyntax {
  readonly text: string;
  readonly body: BlockSyntax;
  /** In the order of the text. */
  readonly comments: readonly CommentSyntax[];
  readonly problems: readonly SyntaxProblem[];
  /** How much is in it, as CODE_MAX_PARTS counts. */
  readonly partCount: number;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** With its marks. */
export interface CommentSyntax extends Span {
  readonly isBlock: boolean;
}

export interface SyntaxProblem {
  readonly at: number;
  /** Half a sentence. */
  readonly problem: string;
}

/** Why a file is not read, and the comments up to there. */
export interface UnreadScript extends SyntaxProblem {
  readonly comments: readonly CommentSyntax[];
}

/** A file, or what stands in braces; `start` and `end` are those of the braces. */
export interface BlockSyntax extends Span {
  readonly attributes: readonly AttributeSyntax[];
  /** Undefined when there is no `param( … )`. */
  readonly parameters: readonly ParameterSyntax[] | undefined;
  readonly statements: readonly StatementSyntax[];
}

/** `[Name(arguments)]` or a type alone. */
export interface AttributeSyntax extends Span {
  /** As written, without white space: `Parameter`, `string[]`, `System.Collections.Generic.List[int]`. */
  readonly name: string;
  /** Undefined for a type without parentheses. */
  readonly arguments: readonly ArgumentSyntax[] | undefined;
}

export interface ArgumentSyntax {
  /** Undefined for a positional one. */
  readonly name: string | undefined;
  /** Undefined for a name alone, which means $true. */
  readonly value: readonly ElementSyntax[] | undefined;
}

export interface ParameterSyntax extends Span {
  /** Without `$`. */
  readonly name: string;
  readonly attributes: readonly AttributeSyntax[];
  readonly defaultValue: readonly ElementSyntax[] | undefined;
}

export type StatementSyntax =
  | FunctionSyntax
  | ClassSyntax
  | CommandSyntax
  | AssignmentSyntax
  | ExpressionSyntax
  | CompoundSyntax
  | UsingSyntax;

export interface FunctionSyntax extends Span {
  readonly kind: 'function';
  readonly keyword: 'function' | 'filter' | 'workflow' | 'configuration';
  /** Without its scope. */
  readonly name: string;
  readonly scope: string | undefined;
  /** Of `function Name( … )`; undefined without parentheses. */
  readonly parameters: readonly ParameterSyntax[] | undefined;
  readonly body: BlockSyntax;
}

export interface ClassSyntax extends Span {
  readonly kind: 'class' | 'enum';
  readonly name: string;
  readonly bases: readonly string[];
  readonly attributes: readonly AttributeSyntax[];
  readonly members: readonly MemberSyntax[];
}

export interface MemberSyntax extends Span {
  readonly kind: 'property' | 'method' | 'value';
  readonly name: string;
  readonly isStatic: boolean;
  readonly isHidden: boolean;
  /** The type among them. */
  readonly attributes: readonly AttributeSyntax[];
  /** Of a method. */
  readonly parameters: readonly ParameterSyntax[];
  /** Of a property or a value of an enum what it is at first, of a constructor what it gives to its base. */
  readonly value: readonly StatementSyntax[];
  readonly body: BlockSyntax | undefined;
}

/** One command of a pipeline. */
export interface CommandSyntax extends Span {
  readonly kind: 'command';
  /** `&` and `.` run what the first element says; without them the first element is a name. */
  readonly invocation: '' | '&' | '.';
  /** The name among them. */
  readonly elements: readonly ElementSyntax[];
  readonly isPiped: boolean;
}

export interface AssignmentSyntax extends Span {
  readonly kind: 'assignment';
  readonly target: readonly ElementSyntax[];
  readonly operator: string;
  /** A pipeline: one statement, or several that are piped. */
  readonly value: readonly StatementSyntax[];
}

export interface ExpressionSyntax extends Span {
  readonly kind: 'expression';
  readonly elements: readonly ElementSyntax[];
}

/** `if`, `foreach`, `begin` …: what stands in their parentheses and braces. */
export interface CompoundSyntax extends Span {
  readonly kind: 'compound';
  readonly keyword: string;
  readonly elements: readonly ElementSyntax[];
}

export interface UsingSyntax extends Span {
  readonly kind: 'using';
  readonly what: string;
  readonly elements: readonly ElementSyntax[];
}

export type ElementSyntax =
  | WordSyntax
  | (Span & { readonly kind: 'parameter'; readonly name: string; readonly hasColon: boolean })
  | (Span & { readonly kind: 'variable'; readonly name: string; readonly isSplat: boolean })
  | StringSyntax
  | (Span & { readonly kind: 'number'; readonly text: string })
  | (Span & { readonly kind: 'type'; readonly attribute: AttributeSyntax })
  | (Span & { readonly kind: 'member'; readonly name: string | undefined; readonly isStatic: boolean })
  | (Span & {
      readonly kind: 'group';
      readonly open: '(' | '$(' | '@(';
      readonly statements: readonly StatementSyntax[];
    })
  | (Span & { readonly kind: 'index'; readonly elements: readonly ElementSyntax[] })
  | (Span & { readonly kind: 'block'; readonly body: BlockSyntax })
  | HashtableSyntax
  | (Span & { readonly kind: 'operator'; readonly text: string });

/** Text and what is expanded in it: variables, `$( … )`. */
export type TextPart = string | ElementSyntax;

/** A bare word of a command line. */
export interface WordSyntax extends Span {
  readonly kind: 'word';
  readonly parts: readonly TextPart[];
}

export interface StringSyntax extends Span {
  readonly kind: 'string';
  readonly parts: readonly TextPart[];
}

export interface HashtableSyntax extends Span {
  readonly kind: 'hashtable';
  readonly entries: readonly HashtableEntrySyntax[];
}

export interface HashtableEntrySyntax {
  /** Undefined when it is computed. */
  readonly key: string | undefined;
  readonly value: readonly StatementSyntax[];
}

/** The text of a word or string in which nothing is expanded, else undefined. */
export function constantText(element: ElementSyntax | undefined): string | undefined {
  if (element?.kind !== 'word' && element?.kind !== 'string') return undefined;
  let text = '';
  for (const part of element.parts) {
    if (typeof part !== 'string') return undefined;
    text += part;
  }
  return text;
}
