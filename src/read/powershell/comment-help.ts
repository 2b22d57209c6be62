/**
 * Comment-based help: where PowerShell looks for it, and what stands in it. A block with a keyword that PowerShell does
 * not know is no help to it, so it is none here: a gallery shows what Get-Help would.
 */
import type { CommentSyntax, FunctionSyntax, ParameterSyntax, ScriptSyntax } from './syntax.ts';

export interface CommentHelp {
  readonly synopsis: string | undefined;
  readonly description: string | undefined;
  /** By lower-cased name. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly examples: readonly string[];
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly notes: string | undefined;
  readonly links: readonly string[];
  /** Path of a MAML file that has the words instead. */
  readonly externalHelp: string | undefined;
}

/** Lines between a comment and the keyword `function`, counted as PowerShell does: one blank line may stand there. */
const PROXIMITY = 2;

/** Of a line without the white space around it. */
const DIRECTIVE = /^\.(\w+)(?:\s+(\S.*))?$/;
const NAMED = new Set([
  'PARAMETER',
  'FORWARDHELPTARGETNAME',
  'FORWARDHELPCATEGORY',
  'REMOTEHELPRUNSPACE',
  'EXTERNALHELP',
]);
const SECTIONS = new Set([
  'SYNOPSIS',
  'DESCRIPTION',
  'NOTES',
  'LINK',
  'EXAMPLE',
  'INPUTS',
  'OUTPUTS',
  'COMPONENT',
  'ROLE',
  'FUNCTIONALITY',
]);

export class CommentHelpReader {
  readonly #script: ScriptSyntax;
  readonly #lineStarts: readonly number[];

  constructor(script: ScriptSyntax) {
    this.#script = script;
    this.#lineStarts = lineStarts(script.text);
  }

  /** Before the keyword, at the beginning of the body, at its end: the first that is help. */
  ofFunction(definition: FunctionSyntax): CommentHelp | undefined {
    const preceding = this.#blockBefore(definition.start, this.#line(definition.start) - PROXIMITY);
    return this.#helpIn(preceding) ?? this.#ofBody(definition.body.start + 1, definition.body.end - 1);
  }

  /** Of the file itself: at its beginning, if it is not the help of its first function, or at its end. */
  ofScript(): CommentHelp | undefined {
    const { body, text } = this.#script;
    const first = body.statements.find(({ kind }) => kind !== 'using');
    let at = 0;
    for (;;) {
      const block = this.#blockFrom(at, body.end);
      const last = block.at(-1);
      if (!last) break;
      at = last.end;
      const help = this.#helpIn(block);
      if (!help) continue;
      const isOfFunction =
        first?.kind === 'function' &&
        first.keyword !== 'configuration' &&
        this.#line(first.start) - this.#line(last.end) <= PROXIMITY;
      if (isOfFunction) break;
      return help;
    }
    return this.#helpIn(this.#blockBefore(text.length, 0));
  }

  /** A comment above a parameter, within it or behind it: its description where help has none. */
  ofParameter({ start, end }: ParameterSyntax): string | undefined {
    const before = this.#blockBefore(start, this.#line(start) - PROXIMITY);
    const within = this.#script.comments.slice(this.#firstCommentFrom(start), this.#firstCommentFrom(end));
    const behind = this.#blockFrom(end, this.#script.text.length, true);
    const lines = [...before, ...within, ...behind].flatMap((comment) => this.#lines(comment));
    return sectionText(lines, -1).text.trim() || undefined;
  }

  /** The comment directly above what begins at `at`; what it is about is for readers to see. */
  above(at: number): string | undefined {
    const comments = this.#blockBefore(at, this.#line(at) - 1);
    return (
      sectionText(
        comments.flatMap((comment) => this.#lines(comment)),
        -1,
      ).text.trim() || undefined
    );
  }

  #ofBody(start: number, end: number): CommentHelp | undefined {
    let at = start;
    for (;;) {
      const block = this.#blockFrom(at, end);
      const last = block.at(-1);
      if (!last) break;
      const help = this.#helpIn(block);
      if (help) return help;
      at = last.end;
    }
    return this.#helpIn(this.#blockBefore(end, 0));
  }

  /** The comments that begin at `from` behind nothing but white space, each on the line of the last or the next. */
  #blockFrom(from: number, end: number, mayFollowComma = false): readonly CommentSyntax[] {
    const found: CommentSyntax[] = [];
    let at = from;
    let lastLine = Number.POSITIVE_INFINITY;
    for (let index = this.#firstCommentFrom(from); ; index++) {
      const comment = this.#script.comments[index];
      if (!comment || comment.end > end) break;
      const between = this.#script.text.slice(at, comment.start);
      if (!(mayFollowComma && found.length === 0 ? /^[\s,]*$/ : /^\s*$/).test(between)) break;
      if (this.#line(comment.start) > lastLine) break;
      found.push(comment);
      at = comment.end;
      lastLine = this.#line(comment.end) + 1;
    }
    return found;
  }

  /** The comments that end before `to` with nothing but white space between, none ending above `minLine`. */
  #blockBefore(to: number, minLine: number): readonly CommentSyntax[] {
    const found: CommentSyntax[] = [];
    let at = to;
    let lowest = minLine;
    for (let index = this.#firstCommentFrom(to) - 1; index >= 0; index--) {
      const comment = this.#script.comments[index];
      if (!comment || comment.end > at || this.#line(comment.end) < lowest) break;
      if (this.#script.text.slice(comment.end, at).trim() !== '') break;
      found.push(comment);
      at = comment.start;
      lowest = this.#line(comment.start) - 1;
    }
    return found.reverse();
  }

  #helpIn(block: readonly CommentSyntax[]): CommentHelp | undefined {
    return block.length === 0 ? undefined : parseHelp(block.flatMap((comment) => this.#lines(comment)));
  }

  /** Without the marks. */
  #lines({ start, end, isBlock }: CommentSyntax): readonly string[] {
    const text = this.#script.text.slice(start, end);
    if (!isBlock) return [text.replace(/^#+/, '')];
    return text.slice(2, text.endsWith('#>') ? -2 : undefined).split(/\r\n|\r|\n/);
  }

  #firstCommentFrom(at: number): number {
    const { comments } = this.#script;
    let [low, high] = [0, comments.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((comments[middle]?.start ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #line(at: number): number {
    return lineAt(this.#lineStarts, at);
  }
}

/** A carriage return alone ends a line too. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || (code === 0x0d && text.charCodeAt(at + 1) !== 0x0a)) starts.push(at + 1);
  }
  return starts;
}

/** 1-based. */
export function lineAt(starts: readonly number[], at: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function parseHelp(lines: readonly string[]): CommentHelp | undefined {
  const texts = new Map<string, string[]>();
  const parameters = new Map<string, string>();
  let externalHelp: string | undefined;
  let isFound = false;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const directive = DIRECTIVE.exec(line.trim());
    if (!directive) {
      if (line.trim() !== '') return undefined;
      continue;
    }
    const keyword = (directive[1] ?? '').toUpperCase();
    const value = directive[2];
    if (!(value === undefined ? SECTIONS : NAMED).has(keyword)) return undefined;
    isFound = true;
    if (keyword === 'EXTERNALHELP') externalHelp = value;
    if (value !== undefined && keyword !== 'PARAMETER') continue;
    const { text, next } = sectionText(lines, index);
    index = next;
    if (value !== undefined) {
      const name = value.toLowerCase();
      if (!parameters.has(name)) parameters.set(name, text.trim());
    } else if (!texts.get(keyword)?.push(text)) texts.set(keyword, [text]);
  }
  if (!isFound) return undefined;
  const all = (keyword: string) =>
    (texts.get(keyword) ?? []).map((text) => text.trim()).filter((text) => text !== '');
  // Where a section stands twice, PowerShell takes the last.
  const last = (keyword: string) => all(keyword).at(-1);
  return {
    synopsis: last('SYNOPSIS'),
    description: last('DESCRIPTION'),
    parameters,
    examples: all('EXAMPLE'),
    inputs: all('INPUTS'),
    outputs: all('OUTPUTS'),
    notes: last('NOTES'),
    links: all('LINK'),
    externalHelp,
  };
}

/** The lines below `index` up to the next keyword; the indent of the first one is taken off all. */
function sectionText(
  lines: readonly string[],
  index: number,
): { readonly text: string; readonly next: number } {
  const found: string[] = [];
  let indent = 0;
  let at = index + 1;
  for (; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (DIRECTIVE.test(line.trim())) break;
    if (found.length === 0) {
      if (line.trim() === '') continue;
      indent = /^[ \t\u00a0]*/.exec(line)?.[0].length ?? 0;
    }
    const own = /^[ \t\u00a0]*/.exec(line)?.[0].length ?? 0;
    found.push(line.slice(Math.min(indent, own)).trimEnd());
  }
  return { text: found.join('\n'), next: at - 1 };
}
