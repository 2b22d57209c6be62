/** The tile of a package without a picture: its letter, in a colour that its name gives. */

/** 0 to 7: which of the quiet colours of the tiles. */
export function tileColour(id: string): number {
  let sum = 0;
  for (const character of id.toLowerCase()) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return sum % 8;
}

export function tileLetter(id: string): string {
  return id.charAt(0).toUpperCase();
}
