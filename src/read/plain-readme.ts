/** What a package says of itself at length, as words: its README and help topics without the marks of Markdown. */

/** Enough to say what it is about. */
const MAX_LENGTH = 20_000;
/** Thousands of help topics that are all marks would add nothing. */
const MOST_READ = 10 * MAX_LENGTH;

/** @param texts  the README first */
export function plainReadme(texts: Iterable<string>): string {
  let plain = '';
  let readLength = 0;
  for (const text of texts) {
    // Marks take room too: what is cut off here would hardly be reached.
    const begun = text.slice(0, 3 * MAX_LENGTH);
    plain += `${plain === '' ? '' : '\n'}${withoutMarks(begun)}`;
    readLength += begun.length;
    if (plain.length >= MAX_LENGTH || readLength >= MOST_READ) break;
  }
  return plain.slice(0, MAX_LENGTH);
}

/** Addresses, tags and pictures say nothing to those who search; words around them do. */
function withoutMarks(text: string): string {
  return text
    .replace(/<!--[\s\S]{0,2000}?-->/g, ' ')
    .replace(/<\/?[a-z][^<>]{0,500}>/gi, ' ')
    .replace(/!\[[^[\]]{0,300}\]\([^()\s]{0,500}\)/g, ' ')
    .replace(/\[([^[\]]{0,300})\]\([^()]{0,500}\)/g, '$1')
    .replace(/https?:\/\/\S{1,500}/g, ' ')
    .replace(/^[ \t]{0,3}[#>=*~|-]+[ \t]*/gm, '')
    .replace(/`{1,5}/g, '')
    .replace(/[*_|]{1,5}(?=[\s.,;:!?)]|$)|(?<=[\s(]|^)[*_|]{1,5}/gm, '')
    .replace(/[ \t]+/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
