/** What is known of one command for its users: how it is called, and what its author wrote about it. */

/** Where the words come from. `code`: nobody wrote any, the parameters alone are known. */
export type HelpOrigin = 'comment' | 'maml' | 'markdown' | 'code';

export interface CommandHelp {
  readonly origin: HelpOrigin;
  /** File inside the package that holds the words, or the definition when there are none. */
  readonly path: string;
  readonly synopsis: string | undefined;
  /** Paragraphs are parted by blank lines. */
  readonly description: string | undefined;
  /** One line a parameter set, as `Get-Command -Syntax` prints it. Empty when no file tells. */
  readonly syntax: readonly string[];
  readonly parameters: readonly CommandParameter[];
  readonly inputs: readonly HelpType[];
  readonly outputs: readonly HelpType[];
  readonly examples: readonly HelpExample[];
  readonly notes: string | undefined;
  readonly links: readonly HelpLink[];
}

export interface CommandParameter {
  /** Without its dash. */
  readonly name: string;
  /** As PowerShell prints it: `string[]`, `int`, `switch`; undefined when unknown. */
  readonly type: string | undefined;
  readonly description: string | undefined;
  /** In every parameter set that it belongs to. */
  readonly isMandatory: boolean;
  /** From 0; undefined for a named parameter. */
  readonly position: number | undefined;
  readonly pipeline: readonly PipelineInput[];
  readonly acceptsWildcards: boolean;
  readonly aliases: readonly string[];
  /** As source text. */
  readonly defaultValue: string | undefined;
  /** Of a ValidateSet, or the members of an enumeration where help lists them. */
  readonly validValues: readonly string[];
  /** Empty when it belongs to all. */
  readonly parameterSets: readonly string[];
}

export type PipelineInput = 'value' | 'property';

export interface HelpType {
  readonly type: string;
  readonly description: string | undefined;
}

export interface HelpExample {
  readonly title: string | undefined;
  readonly code: string;
  readonly remarks: string | undefined;
}

export interface HelpLink {
  readonly text: string;
  /** Absolute, as written; undefined for the name of a command or topic. */
  readonly uri: string | undefined;
}
