/** What search takes for the same: letter case and accents do not count, and names fall into the words they are made of. */

/** Longer ones are cut: nobody types them, and keys of the index stay short. */
const MAX_TOKEN_LENGTH = 40;

// Scripts that put no spaces between words: each character is a word.
const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}`;
const TOKEN = new RegExp(`[${UNSPACED}]|(?:(?![${UNSPACED}])[\\p{L}\\p{N}])+`, 'gu');
const ASCII = /^[\x20-\x7e\s]*$/;
const ASCII_TOKEN = /[a-z0-9]+/g;

export function foldText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Words of a text, folded, in their order. */
export function textTokens(text: string): readonly string[] {
  const folded = foldText(text);
  const found = folded.match(ASCII.test(folded) ? ASCII_TOKEN : TOKEN) ?? [];
  return found.map((token) => token.slice(0, MAX_TOKEN_LENGTH));
}

/** `Get-AzVMReport` → `getazvmreport`: what names are compared by where punctuation does not count. */
export function joinName(name: string): string {
  return foldText(name).replace(/[^\p{L}\p{N}]+/gu, '');
}

export interface NamePart {
  /** Folded. */
  readonly token: string;
  /** Where it starts in the name, in UTF-16 code units. */
  readonly start: number;
  /** Whether a run of letters and digits starts here, rather than a capital inside one. */
  readonly isPieceStart: boolean;
}

const PIECE = /[\p{L}\p{N}]+/gu;
// A capital after a small letter or digit; the last capital of several before a small letter.
const HUMP = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;

/** `Get-AzVMReport` → get, az, vm, report */
export function nameParts(name: string): readonly NamePart[] {
  const parts: NamePart[] = [];
  for (const { 0: piece, index } of name.matchAll(PIECE)) {
    let start = index;
    for (const part of piece.split(HUMP)) {
      const token = foldText(part).slice(0, MAX_TOKEN_LENGTH);
      if (token !== '') parts.push({ token, start, isPieceStart: start === index });
      start += part.length;
    }
  }
  return parts;
}

/** Every word by which a name is found: the parts, and the pieces that they make. `Get-AzVM` → get, az, vm, azvm */
export function nameTokens(name: string): readonly string[] {
  const tokens = new Set(nameParts(name).map(({ token }) => token));
  for (const token of textTokens(name)) tokens.add(token);
  return [...tokens];
}
