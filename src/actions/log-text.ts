/**
 * Text of others in the log of a run. GitHub reads commands out of it: at the beginning of a line, spaces before it or not,
 * after `::`, and anywhere after `##[`. So no line begins with the one, and the other stands nowhere.
 */
import { printable } from '../report/printable.ts';

/** Shows as nothing. */
const JOINER = '\u2060';

export function logText(text: string): string {
  return printable(text)
    .replaceAll('##[', `##${JOINER}[`)
    .replace(/^(\s*):(?=:)/gm, `$1:${JOINER}`);
}
