/**
 * Text of others inside a comment on GitHub: it shows as what it is, and is no markup, no mention, no reference to an
 * issue and no link.
 */
import { printable, printableLine } from '../report/printable.ts';

/** Shows as nothing, and keeps GitHub from reading on: `@` then names nobody. */
const JOINER = '\u2060';

/** One line of a sentence. */
export function plainText(text: string): string {
  return printableLine(text)
    .replace(/[\\`*_[\]<>#|~$&]|^[-+=]/g, '\\$&')
    .replace(/@|\\#|:(?=\/\/)|\bwww\.|\bGH-/gi, (found) => found + JOINER)
    .replace(/:(?=[\w+-]+:)/g, `:${JOINER}`);
}

/** Monospaced, whatever stands in it; cut where a name is longer than a line. */
export function codeText(text: string, maxLength = 200): string {
  const line = printableLine(text.length > maxLength ? `${text.slice(0, maxLength)}…` : text);
  if (line.trim() === '') return '` `';
  const fence = '`'.repeat(longestRun(line) + 1);
  const padding = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  // Inside of a table a bar ends the cell, even in code.
  return `${fence}${padding}${line.replaceAll('|', '\\|')}${padding}${fence}`;
}

/** @param language  for the colours, e.g. `diff` */
export function codeBlock(text: string, language: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${printable(text)}\n${fence}`;
}

function longestRun(text: string): number {
  // One by one: a line of a file can have more runs than a call takes arguments.
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}
