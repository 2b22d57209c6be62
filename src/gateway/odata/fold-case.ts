/**
 * Text as .NET compares it when case does not count (OrdinalIgnoreCase): character by character, and of the same
 * length as before, so that a place in the folded text is the same place in the text.
 */

export function foldCase(text: string): string {
  const upper = text.toUpperCase();
  // Only characters that grow (`ß` → `SS`) and those that turn into ASCII (`ı` → `I`) need a closer look.
  if (upper.length === text.length && !GAINS_ASCII.test(text)) return upper;
  let folded = '';
  for (const character of text) folded += foldCharacter(character);
  return folded;
}

const GAINS_ASCII = /[\u0131\u017f]/;

function foldCharacter(character: string): string {
  const upper = character.toUpperCase();
  if (upper.length !== character.length || GAINS_ASCII.test(character)) return character;
  return upper;
}
