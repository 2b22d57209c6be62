/** The characters that PowerShell's scanner takes for quotes, dashes, white space and names, typographic ones included. */

export const NEWLINE_LF = 0x0a;
export const NEWLINE_CR = 0x0d;
export const BACKTICK = 0x60;
export const HASH = 0x23;

export function isNewline(code: number): boolean {
  return code === NEWLINE_LF || code === NEWLINE_CR;
}

export function isSpace(code: number): boolean {
  if (code === 0x20 || code === 0x09) return true;
  if (code < 0x80) return code === 0x0b || code === 0x0c;
  return (
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

export function isSingleQuote(code: number): boolean {
  return code === 0x27 || (code >= 0x2018 && code <= 0x201b);
}

export function isDoubleQuote(code: number): boolean {
  return code === 0x22 || (code >= 0x201c && code <= 0x201e);
}

export function isDash(code: number): boolean {
  return code === 0x2d || (code >= 0x2013 && code <= 0x2015);
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Of a bare word: letters of any alphabet, digits, `_`. */
export function isNameCharacter(code: number): boolean {
  if (code < 0x80) {
    return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || isDigit(code) || code === 0x5f;
  }
  return /[\p{L}\p{N}\p{M}]/u.test(String.fromCharCode(code));
}

/** What may follow `$` in an expandable string so that a variable or an expression begins there. */
export function beginsVariable(code: number): boolean {
  return (
    isNameCharacter(code) ||
    code === 0x7b ||
    code === 0x28 ||
    code === 0x24 ||
    code === 0x3f ||
    code === 0x5e ||
    code === 0x3a
  );
}
