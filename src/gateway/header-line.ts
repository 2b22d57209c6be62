/** Sentences in a header or in the reason phrase of an answer, which is all that nuget and Publish-Module show of it. */
import type { Finding } from '../domain/finding.ts';
import { findingText } from '../report/finding-text.ts';

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

/** `PUBLISH_VERSION_EXISTS: Version 1.0.0 is already in this gallery. Raise the version and pack again.` */
export function findingLine(finding: Finding): string {
  const { message, remedy } = findingText(finding);
  return headerLine(`${finding.code}: ${message} ${remedy}`);
}
