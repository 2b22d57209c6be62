/** The code of a script as far as its description needs it: comments, `#Requires` lines, what it defines, its help. */
import { MAX_TEXT_BYTES } from './package-source.ts';
import { CommentHelpReader, lineStarts } from './powershell/comment-help.ts';
import { definitionsOf } from './powershell/file-scan.ts';
import { parseScript } from './powershell/script-parser.ts';
import type { FunctionSyntax } from './powershell/syntax.ts';
import { decodeText } from './text-encoding.ts';

export interface ScriptSource {
  /** Texts of <# … #> comments, without the marks. */
  readonly blockComments: readonly string[];
  /** What follows `#Requires`, line by line. */
  readonly requires: readonly string[];
  /** Filters among them. */
  readonly functions: readonly string[];
  readonly workflows: readonly string[];
  /** What Get-Help tells of the script. */
  readonly help:
    | { readonly synopsis: string | undefined; readonly description: string | undefined }
    | undefined;
}

const REQUIRES = /^#requires[ \t]+(.*)$/i;

export function readScriptSource(bytes: Uint8Array, path: string): ScriptSource {
  // Whatever the size of a script, what describes it stands at its beginning.
  const text = decodeText(bytes.subarray(0, MAX_TEXT_BYTES));
  const parsed = parseScript(text);
  const comments = parsed.ok ? parsed.value.comments : parsed.problem.comments;
  const written = comments.map(({ start, end, isBlock }) => ({ text: text.slice(start, end), isBlock }));
  const found = {
    blockComments: written
      .filter(({ isBlock }) => isBlock)
      .map((comment) => comment.text.slice(2).replace(/#>$/, '')),
    requires: written.flatMap((comment) => REQUIRES.exec(comment.text)?.[1] ?? []),
  };
  if (!parsed.ok) return { ...found, functions: [], workflows: [], help: undefined };
  const syntax = parsed.value;
  const { functions } = definitionsOf({ path, syntax, lineStarts: lineStarts(text) });
  const names = (isWanted: (keyword: FunctionSyntax['keyword']) => boolean) => [
    ...new Set(functions.filter(({ keyword }) => isWanted(keyword)).map(({ name }) => name)),
  ];
  return {
    ...found,
    functions: names((keyword) => keyword === 'function' || keyword === 'filter'),
    workflows: names((keyword) => keyword === 'workflow'),
    help: new CommentHelpReader(syntax).ofScript(),
  };
}
