/**
 * Which texts the Markdown parser is given at all. It takes time in the square of some repetitions, and no bounded
 * depth of nesting: six kilobytes of `> > >` end the process. A text beyond these limits is shown as it was written.
 * The limits count characters, not seconds, so that every machine decides alike.
 */

/** Nested quotes and lists: columns before the text of a line that opens one. Each level takes at least one. */
const MAX_PREFIX_COLUMNS = 32;
/** The same of all lines together. */
const MAX_PREFIXES = 20_000;
/** Of the characters whose pairs are looked for, in one block: a run of lines without a blank one. */
const MAX_BLOCK_MARKS = 2000;
const MAX_BLOCK_LINES = 2000;
/** A table is filled up to the width of its head, so a short text can become a very long one. */
const MAX_CELLS = 20_000;
const MAX_FOOTNOTES = 300;
/** Headings that are underlined: the parser reads the whole text again for each. */
const MAX_UNDERLINES = 1000;

const TAB_COLUMNS = 4;

/** Always the start of a paragraph of its own, so that long lists without blank lines are read as what they are. */
const NEW_ITEM = /^ {0,3}[-+*] +\S/;

export function isTooIntricate(markdown: string): boolean {
  if (markdown.split('[^').length > MAX_FOOTNOTES) return true;
  let block = NO_LINES;
  let [cellCount, prefixCount, underlineCount] = [0, 0, 0];
  for (const line of markdown.split(/\r\n|\r|\n/)) {
    if (line.trim() === '') {
      block = NO_LINES;
      continue;
    }
    const prefix = prefixColumns(line);
    block = blockWith(block, line);
    cellCount += block.widestRow;
    prefixCount += prefix;
    if (UNDERLINE.test(line)) underlineCount += 1;
    if (
      block.lineCount > MAX_BLOCK_LINES ||
      block.markCount > MAX_BLOCK_MARKS ||
      cellCount > MAX_CELLS ||
      prefix > MAX_PREFIX_COLUMNS ||
      prefixCount > MAX_PREFIXES ||
      underlineCount > MAX_UNDERLINES
    ) {
      return true;
    }
  }
  return false;
}

interface Block {
  readonly lineCount: number;
  readonly markCount: number;
  /** Bars in the widest line so far. */
  readonly widestRow: number;
}

const NO_LINES: Block = { lineCount: 0, markCount: 0, widestRow: 0 };

function blockWith(block: Block, line: string): Block {
  return {
    lineCount: block.lineCount + 1,
    markCount: (NEW_ITEM.test(line) ? 0 : block.markCount) + countOf(line, '*_~[]'),
    widestRow: Math.max(block.widestRow, countOf(line, '|')),
  };
}

function countOf(line: string, characters: string): number {
  let count = 0;
  for (const character of line) if (characters.includes(character)) count += 1;
  return count;
}

const UNDERLINE = /^[ \t>]*(?:=+|-+)[ \t]*$/;

/** `>`, `-`, `+`, `*`, `1.`, `1)`: what opens a level, after white space. */
const OPENER = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;

/** Up to the end of the last opener; 0 for a line that opens nothing. */
function prefixColumns(line: string): number {
  let columns = 0;
  OPENER.lastIndex = 0;
  for (let found = OPENER.exec(line); found; found = OPENER.exec(line)) {
    for (const character of found[0]) columns += character === '\t' ? TAB_COLUMNS : 1;
  }
  return columns;
}
