/** Sentences in a header or in the reason phrase of an answer, which is all that nuget and Publish-Module show of it. */
const MAX_LENGTH = 400;

/** In ASCII, for what clients take other letters for differs. */
const ASCII: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
};

/** One line of printable ASCII, at most 400 characters; nothing in it ends a header or begins another. */
export function headerLine(text: string): string {
  const line = text
    .slice(0, MAX_LENGTH * 5)
    .replace(/[‘’“”–—]/g, (character) => ASCII[character] ?? '')
    .replaceAll('…', '...')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[\s\p{C}]+/gu, ' ')
    .replace(/[^ -~]/gu, '?')
    .trim();
  return line.length <= MAX_LENGTH ? line : `${line.slice(0, MAX_LENGTH - 3).trimEnd()}...`;
}
