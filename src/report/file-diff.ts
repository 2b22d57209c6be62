/** Two texts → the lines that differ, with a few around them, as people read a change. */
import { structuredPatch } from 'diff';

export interface DiffHunk {
  /** `@@ -1,4 +1,5 @@` */
  readonly head: string;
  readonly lines: readonly DiffLine[];
}

export interface DiffLine {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Texts that differ in more lines than this are not compared: finding the shortest difference takes the square of it. */
const MAX_EDITS = 2000;
const CONTEXT_LINES = 3;
const MAX_LINE_LENGTH = 1000;

/** Undefined when the texts differ too much to be shown so. */
export function diffHunks(before: string, after: string): readonly DiffHunk[] | undefined {
  const patch = structuredPatch('', '', normalized(before), normalized(after), undefined, undefined, {
    context: CONTEXT_LINES,
    maxEditLength: MAX_EDITS,
  });
  return patch?.hunks.map(({ oldStart, oldLines, newStart, newLines, lines }) => ({
    head: `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
    lines: lines.filter((line) => !line.startsWith('\\')).map(diffLine),
  }));
}

function diffLine(line: string): DiffLine {
  const text = line.slice(1, MAX_LINE_LENGTH);
  if (line.startsWith('+')) return { kind: 'added', text };
  return { kind: line.startsWith('-') ? 'removed' : 'same', text };
}

/** Line breaks differ from editor to editor. */
function normalized(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
