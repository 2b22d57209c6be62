/** What every verb of the command line is: its name, its help, its options, and what it does. */
import type { Terminal } from './terminal.ts';

/** 0 fine · 1 findings of severity error, or a refusal · 2 could not run */
export type ExitCode = 0 | 1 | 2;

export interface VerbOption {
  /** The name of its value in the help; absent for a switch. */
  readonly value?: string;
  readonly help: string;
  readonly isMultiple?: boolean;
  /** All values that it takes. The value may be left out then, and is the first of them. */
  readonly choices?: readonly [string, ...string[]];
}

export interface VerbArguments {
  readonly positionals: readonly string[];
  readonly text: (name: string) => string | undefined;
  readonly texts: (name: string) => readonly string[];
  readonly isSet: (name: string) => boolean;
}

export interface Verb {
  readonly name: string;
  /** Half a line, for the list of verbs. */
  readonly summary: string;
  /** What stands behind the name: `FILE… [--index DIR]` without the options. */
  readonly operands: string;
  /** How many operands there must be. */
  readonly operandCount: { readonly min: number; readonly max: number };
  /** Paragraphs of the help between the usage and the options. */
  readonly about: readonly string[];
  readonly options: Readonly<Record<string, VerbOption>>;
  readonly examples: readonly (readonly [command: string, does: string])[];
  readonly run: (args: VerbArguments, terminal: Terminal) => Promise<ExitCode>;
}

/** Wrong use of the command line, as opposed to a package or an index that is wrong. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

export const INDEX_OPTION: VerbOption = {
  value: 'DIR',
  help: 'the index: gallery.yaml, packages/, blobs/ (default: packages-index)',
};
export const DIST_OPTION: VerbOption = { value: 'DIR', help: 'the folder that build wrote (default: dist)' };
export const JSON_OPTION: VerbOption = { help: 'print the result as JSON on stdout' };
export const DRY_RUN_OPTION: VerbOption = { help: 'decide and tell, but write nothing' };
export const CACHE_OPTION: VerbOption = {
  value: 'DIR',
  help: 'where to keep what was read, for the next run (default: .cache/pwshelf beside the program)',
};
export const NO_CACHE_OPTION: VerbOption = { help: 'read everything again, and keep nothing' };

export function distDirOf(args: VerbArguments): string {
  return (args.text('dir') ?? 'dist').replace(/(?<=.)\/+$/, '');
}

export function indexDirOf(args: VerbArguments): string {
  return (args.text('index') ?? 'packages-index').replace(/(?<=.)\/+$/, '');
}
