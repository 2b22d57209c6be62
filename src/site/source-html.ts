/** The lines of a file as HTML: each with its number, which is an address. Millions of lines: no component for each. */
import { codeLanguage, highlightLines } from './highlight.ts';

export interface SourceHtml {
  readonly html: string;
  /** Of the whole file. */
  readonly lineCount: number;
  /** Less when the file is too long for a page. */
  readonly shownCount: number;
}

/** Some 50 KB compressed, and more than anybody reads in a browser. */
export const MAX_CHARACTERS = 100_000;

export function sourceHtml(text: string, path: string): SourceHtml {
  const lineCount = countLines(text.replace(/\n$/, ''));
  const lines = highlightLines(shownText(text), codeLanguage(path));
  const numbered = lines.map((line, index) => {
    const number = index + 1;
    return `<a class="line" id="L${number}" href="#L${number}" aria-label="Line ${number}"></a>${line}\n`;
  });
  return { html: numbered.join(''), lineCount, shownCount: lines.length };
}

/** The lines that fit. */
export function shownText(text: string): string {
  const whole = text.replace(/\n$/, '');
  const shown =
    whole.length <= MAX_CHARACTERS ? whole : whole.slice(0, whole.lastIndexOf('\n', MAX_CHARACTERS));
  return shown.slice(0, MAX_CHARACTERS);
}

function countLines(text: string): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
