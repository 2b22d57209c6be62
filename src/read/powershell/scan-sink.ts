/** What is found in a file of code, and who is told of it. */
import type { CodeFile } from './code-files.ts';
import type { CodeValues } from './code-paths.ts';
import type { ClassSyntax, FunctionSyntax } from './syntax.ts';

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

/** Who is told what a file does. */
export interface ScanSink {
  readonly define: (found: FoundFunction) => void;
  readonly alias: (found: FoundAlias) => void;
  readonly class: (found: FoundClass) => void;
  readonly export: (exports: CodeExports) => void;
  /** Files that are dot-sourced: they run in the scope of this one. */
  readonly include: (values: CodeValues) => void;
  readonly import: (values: CodeValues) => void;
}
