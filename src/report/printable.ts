/** Text of others, made harmless for a terminal: what would move its cursor or turn the direction of text is shown as an escape. */

/** Line breaks stay. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
    character === '\n' ? character : `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
}

/** One line: line breaks are escaped too. */
export function printableLine(text: string): string {
  return printable(text).replaceAll('\n', '\\u{a}');
}
