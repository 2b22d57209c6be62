/**
 * What a script module defines and exports, seen in its code: its functions, aliases and DSC classes, with the files
 * that it dot-sources or imports from the package. Definitions inside functions are not the module's.
 */
import type { CodeFiles } from './code-files.ts';
import type { CodeValues } from './code-paths.ts';
import { CodeEvaluator } from './code-values.ts';
import { scanFile } from './file-scan.ts';
import type { CodeExports, FoundAlias, FoundClass, FoundFunction, ScanSink } from './scan-sink.ts';

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

class Scanner implements ScanSink {
  readonly #code: CodeFiles;
  readonly #variables = new Map<string, CodeValues>();
  readonly #seen = new Set<string>();
  readonly #functions: FoundFunction[] = [];
  readonly #aliases: FoundAlias[] = [];
  readonly #classes: FoundClass[] = [];
  readonly #imports: string[] = [];
  #exports: { functions: string[]; cmdlets: string[]; aliases: string[]; isDynamic: boolean } | undefined;

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
    scanFile(this, file, new CodeEvaluator(this.#code.files, file.path, this.#variables, this.#code.work));
  }

  /** Files that are dot-sourced or run in the module's own scope. */
  include(values: CodeValues): void {
    for (const path of this.#codePaths(values)) this.#file(path);
  }

  import(values: CodeValues): void {
    for (const path of this.#codePaths(values)) this.#imports.push(path);
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
    this.#exports ??= { functions: [], cmdlets: [], aliases: [], isDynamic: false };
    for (const list of ['functions', 'cmdlets', 'aliases'] as const)
      for (const name of more[list]) this.#exports[list].push(name);
    this.#exports.isDynamic ||= more.isDynamic;
  }
}
