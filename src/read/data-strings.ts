/** The four kinds of PowerShell strings. Those that would expand a variable come out as undefined: they are not constant. */
import { BACKTICK, isDoubleQuote, isNewline, isSingleQuote, isSpace } from './data-characters.ts';
import { scanExpansion } from './data-expansions.ts';

export interface ScannedString {
  /** Undefined when it holds a variable or an expression. */
  readonly value: string | undefined;
  /** The first position behind it. */
  readonly end: number;
  /** What PowerShell cannot read in it, where there is such a thing. */
  readonly fault?: StringFault;
}

export interface StringFault {
  readonly at: number;
  /** Half a sentence. */
  readonly message: string;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\u0007',
  b: '\b',
  e: '\u001b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** @param start  of the opening quote. Undefined when the string does not end. */
export function scanSingleQuoted(text: string, start: number): ScannedString | undefined {
  let value = '';
  let from = start + 1;
  for (let at = from; at < text.length; at++) {
    if (!isSingleQuote(text.charCodeAt(at))) continue;
    value += text.slice(from, at);
    if (!isSingleQuote(text.charCodeAt(at + 1))) return { value, end: at + 1 };
    // Of two quotes the second stays, and they need not look alike.
    at += 1;
    from = at;
  }
  return undefined;
}

/** @param start  of the opening quote. Undefined when the string does not end. */
export function scanDoubleQuoted(text: string, start: number): ScannedString | undefined {
  return scanExpandable(text, start + 1, false);
}

/** @param start  of the `@` before the quote. Undefined when it is no here-string, or does not end. */
export function scanHereString(text: string, start: number): ScannedString | undefined {
  const quote = text.charCodeAt(start + 1);
  const isExpandable = isDoubleQuote(quote);
  if (!isExpandable && !isSingleQuote(quote)) return undefined;
  let at = start + 2;
  while (isSpace(text.charCodeAt(at))) at += 1;
  if (!isNewline(text.charCodeAt(at))) return undefined;
  const body = skipNewline(text, at);
  const isEnd = isExpandable ? endsExpandable : endsLiteral;
  if (isEnd(text, body)) return { value: '', end: body + 2 };
  return isExpandable ? scanExpandable(text, body, true) : scanLiteral(text, body);
}

/** The end is a quote and @ at the very beginning of a line. */
function endsExpandable(text: string, line: number): boolean {
  return isDoubleQuote(text.charCodeAt(line)) && text[line + 1] === '@';
}

function endsLiteral(text: string, line: number): boolean {
  return isSingleQuote(text.charCodeAt(line)) && text[line + 1] === '@';
}

function scanLiteral(text: string, body: number): ScannedString | undefined {
  for (let at = body; at < text.length; ) {
    if (isNewline(text.charCodeAt(at))) {
      const line = skipNewline(text, at);
      if (endsLiteral(text, line)) return { value: text.slice(body, at), end: line + 2 };
      at = line;
    } else at += 1;
  }
  return undefined;
}

export function skipNewline(text: string, at: number): number {
  return text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1;
}

/** @param start  of what is inside. A here-string ends with a line of its own, any other with a quote. */
function scanExpandable(text: string, start: number, isHere: boolean): ScannedString | undefined {
  let value = '';
  let from = start;
  let isConstant = true;
  let fault: StringFault | undefined;
  const ended = (at: number, end: number): ScannedString => ({
    value: isConstant ? value + text.slice(from, at) : undefined,
    end,
    ...(fault && { fault }),
  });
  for (let at = start; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (isHere && isNewline(code)) {
      const line = skipNewline(text, at);
      if (endsExpandable(text, line)) return ended(at, line + 2);
      at = line;
    } else if (!isHere && isDoubleQuote(code)) {
      if (!isDoubleQuote(text.charCodeAt(at + 1))) return ended(at, at + 1);
      value += text.slice(from, at);
      from = at + 1;
      at += 2;
    } else if (code === BACKTICK && at + 1 < text.length) {
      const escaped = readEscape(text, at + 1);
      if (escaped.isWrong) fault ??= { at, message: 'this is no character: `u{ and 1 to 6 digits }' };
      value += text.slice(from, at) + escaped.value;
      at = escaped.end;
      from = at;
    } else if (code === 0x24) {
      const expansion = scanExpansion(text, at);
      if (expansion) {
        fault ??= expansion.fault;
        value += text.slice(from, at) + (expansion.value ?? '');
        isConstant &&= expansion.value !== undefined;
        at = expansion.end;
        from = at;
      } else at += 1;
    } else at += 1;
  }
  return undefined;
}

export interface Escape {
  readonly value: string;
  readonly end: number;
  /** A `u that names no character: PowerShell reads nothing of such a file. */
  readonly isWrong?: true;
}

/** @param at  behind the backtick */
export function readEscape(text: string, at: number): Escape {
  const character = text[at] ?? '';
  if (character === 'u') {
    const digits = /^u\{([0-9A-Fa-f]{1,6})\}/.exec(text.slice(at, at + 9))?.[1];
    const code = digits === undefined ? Number.NaN : Number.parseInt(digits, 16);
    if (digits === undefined || code > 0x10ffff) return { value: character, end: at + 1, isWrong: true };
    return { value: String.fromCodePoint(code), end: at + digits.length + 3 };
  }
  // A backtick before anything else only takes its meaning away; at the end of a line, the line break stays.
  return { value: ESCAPES[character] ?? character, end: at + 1 };
}
