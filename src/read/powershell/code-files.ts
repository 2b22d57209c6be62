/** The code of one package, parsed once however often it is asked for. */
import type { PackageFiles } from '../package-source.ts';
import { CODE_MAX_PARTS } from './code-cursor.ts';
import { lineStarts } from './comment-help.ts';
import { EvaluationWork } from './evaluation-work.ts';
import { parseScript } from './script-parser.ts';
import type { ScriptSyntax, SyntaxProblem } from './syntax.ts';

/** A file that was read, kept so that it is parsed once. */
export interface CodeFile {
  readonly path: string;
  readonly syntax: ScriptSyntax;
  readonly lineStarts: readonly number[];
}

/** Of one package: the text is kept with what is read of it. */
const MAX_CHARACTERS = 64 * 1024 * 1024;

/** Parsed files of one package. */
export class CodeFiles {
  readonly files: PackageFiles;
  readonly work = new EvaluationWork();
  readonly problems = new Map<string, SyntaxProblem>();
  #partsLeft = CODE_MAX_PARTS;
  #charactersLeft = MAX_CHARACTERS;
  readonly #parsed = new Map<string, CodeFile | undefined>();

  constructor(files: PackageFiles) {
    this.files = files;
  }

  /** Undefined when it is not there, too large or nested too deep. */
  read(path: string): CodeFile | undefined {
    const known = this.files.resolve(path);
    if (known === undefined) return undefined;
    if (!this.#parsed.has(known)) this.#parsed.set(known, this.#parse(known));
    return this.#parsed.get(known);
  }

  #parse(path: string): CodeFile | undefined {
    const text = this.files.text(path);
    if (text === undefined) return undefined;
    const parsed = parseScript(text, Math.min(this.#partsLeft, this.#charactersLeft - text.length));
    if (!parsed.ok) {
      this.problems.set(path, parsed.problem);
      return undefined;
    }
    const starts = lineStarts(text);
    this.#charactersLeft -= text.length;
    // Where a line begins is a number: a few of them take as much as a part.
    this.#partsLeft -= parsed.value.partCount + Math.ceil(starts.length / 8);
    return { path, syntax: parsed.value, lineStarts: starts };
  }
}
