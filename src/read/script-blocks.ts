/**
 * What stands in a script outside of strings: its comments, `#Requires` lines, and the functions and workflows of its
 * top level. A scan, not a parse: it skips what it need not understand.
 */
import { BACKTICK, isDoubleQuote, isNewline, isSingleQuote } from './data-characters.ts';
import { scanDoubleQuoted, scanHereString, scanSingleQuoted } from './data-strings.ts';

export interface ScriptBlocks {
  /** Texts of <# … #> comments, without the marks. */
  readonly blockComments: readonly string[];
  /** Runs of # lines, joined, without the marks: help can be written so too. */
  readonly lineComments: readonly string[];
  /** What follows `#Requires`, line by line. */
  readonly requires: readonly string[];
  readonly functions: readonly string[];
  readonly workflows: readonly string[];
}

const DEFINITION = /(function|filter|workflow)[ \t]+(?:(?:global|script|local|private):)?([^\s({};,'"`$]+)/iy;
const BEFORE_DEFINITION = /(?:^|[\s;{}(])$/;

export function scanScript(text: string): ScriptBlocks {
  const blockComments: string[] = [];
  const lineComments: string[] = [];
  const requires: string[] = [];
  const functions: string[] = [];
  const workflows: string[] = [];
  let depth = 0;
  let at = 0;
  let lastCommentLine = -2;
  let line = 0;
  const countLines = (from: number, to: number) => {
    for (let index = from; index < to; index++) if (text.charCodeAt(index) === 0x0a) line += 1;
  };
  while (at < text.length) {
    const start = at;
    const code = text.charCodeAt(at);
    const character = text[at];
    if (character === '<' && text[at + 1] === '#') {
      const end = text.indexOf('#>', at + 2);
      blockComments.push(text.slice(at + 2, end < 0 ? text.length : end));
      at = end < 0 ? text.length : end + 2;
    } else if (character === '#' && isCommentStart(text, at)) {
      let end = at;
      while (end < text.length && !isNewline(text.charCodeAt(end))) end += 1;
      const comment = text.slice(at + 1, end);
      const required = /^requires[ \t]+(.*)$/i.exec(comment)?.[1];
      if (required !== undefined) requires.push(required.trim());
      else if (lastCommentLine === line - 1) lineComments.push(`${lineComments.pop() ?? ''}\n${comment}`);
      else lineComments.push(comment);
      lastCommentLine = line;
      at = end;
    } else if (
      character === '@' &&
      (isSingleQuote(text.charCodeAt(at + 1)) || isDoubleQuote(text.charCodeAt(at + 1)))
    ) {
      at = scanHereString(text, at)?.end ?? at + 2;
    } else if (isSingleQuote(code)) at = scanSingleQuoted(text, at)?.end ?? text.length;
    else if (isDoubleQuote(code)) at = scanDoubleQuoted(text, at)?.end ?? text.length;
    else if (code === BACKTICK) at += 2;
    else {
      if (character === '{') depth += 1;
      else if (character === '}') depth -= 1;
      else if (depth === 0 && /[fw]/i.test(character ?? '')) {
        DEFINITION.lastIndex = at;
        const found = BEFORE_DEFINITION.test(text.slice(Math.max(0, at - 1), at))
          ? DEFINITION.exec(text)
          : null;
        if (found) {
          const [whole, keyword = '', name = ''] = found;
          (keyword.toLowerCase() === 'workflow' ? workflows : functions).push(name);
          at += whole.length - 1;
        }
      }
      at += 1;
    }
    countLines(start, at);
  }
  return { blockComments, lineComments, requires, functions, workflows };
}

/** Inside a word, # is a character like any other. */
function isCommentStart(text: string, at: number): boolean {
  return at === 0 || /[\s({;,|&=)}]/.test(text[at - 1] ?? '');
}
