/** The four kinds of PowerShell strings. Those that would expand a variable come out as undefined: they are not constant. */
import {
  BACKTICK,
  beginsVariable,
  isDoubleQuote,
  isNewline,
  isSingleQuote,
  isSpace,
} from './data-characters.ts';

export interface ScannedString {
  /** Undefined when it holds a variable or an expression. */
  readonly value: string | undefined;
  /** The first position behind it. */
  readonly end: number;
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
    // Two quotes stand for one.
    value += text[at];
    at += 1;
    from = at + 1;
  }
  return undefined;
}

/** @param start  of the opening quote. Undefined when the string does not end. */
export function scanDoubleQuoted(text: string, start: number): ScannedString | undefined {
  return scanExpandable(text, start + 1, (at) => {
    if (!isDoubleQuote(text.charCodeAt(at))) return 'inside';
    return isDoubleQuote(text.charCodeAt(at + 1)) ? 'doubled' : { end: at + 1 };
  });
}

/** @param start  of the `@` before the quote. Undefined when it is no here-string, or does not end. */
export function scanHereString(text: string, start: number): ScannedString | undefined {
  const isExpandable = isDoubleQuote(text.charCodeAt(start + 1));
  const isQuote = isExpandable ? isDoubleQuote : isSingleQuote;
  let at = start + 2;
  while (isSpace(text.charCodeAt(at))) at += 1;
  if (!isNewline(text.charCodeAt(at))) return undefined;
  const body = skipNewline(text, at);
  // The end is a quote and @ at the very beginning of a line.
  let line = body;
  let contentEnd = body;
  while (line <= text.length) {
    if (isQuote(text.charCodeAt(line)) && text[line + 1] === '@') {
      const content = text.slice(body, contentEnd);
      const value = isExpandable ? expandable(content) : content;
      return { value, end: line + 2 };
    }
    contentEnd = line;
    while (contentEnd < text.length && !isNewline(text.charCodeAt(contentEnd))) contentEnd += 1;
    if (contentEnd >= text.length) return undefined;
    line = skipNewline(text, contentEnd);
  }
  return undefined;
}

export function skipNewline(text: string, at: number): number {
  return text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1;
}

function expandable(content: string): string | undefined {
  return scanExpandable(content, 0, (at) => (at >= content.length ? { end: at } : 'inside'))?.value;
}

type Step = 'inside' | 'doubled' | { readonly end: number };

/** @param step  what stands at a position: more of the string, a doubled quote, or its end */
function scanExpandable(text: string, start: number, step: (at: number) => Step): ScannedString | undefined {
  let value = '';
  let from = start;
  let isConstant = true;
  let at = start;
  while (at <= text.length) {
    const what = step(at);
    if (typeof what === 'object') {
      value += text.slice(from, at);
      return { value: isConstant ? value : undefined, end: what.end };
    }
    if (at === text.length) return undefined;
    const code = text.charCodeAt(at);
    if (what === 'doubled') {
      value += text.slice(from, at + 1);
      at += 2;
      from = at;
    } else if (code === BACKTICK && at + 1 < text.length) {
      const escaped = readEscape(text, at + 1);
      value += text.slice(from, at) + escaped.value;
      at = escaped.end;
      from = at;
    } else if (code === 0x24 && beginsVariable(text.charCodeAt(at + 1))) {
      isConstant = false;
      at = text[at + 1] === '(' ? endOfParentheses(text, at + 1) : at + 2;
    } else at += 1;
  }
  return undefined;
}

export function readEscape(text: string, at: number): { readonly value: string; readonly end: number } {
  const character = text[at] ?? '';
  if (character === 'u') {
    const digits = /^u\{([0-9A-Fa-f]{1,6})\}/.exec(text.slice(at, at + 9))?.[1];
    const code = digits === undefined ? Number.NaN : Number.parseInt(digits, 16);
    if (digits !== undefined && code <= 0x10ffff) {
      return { value: String.fromCodePoint(code), end: at + digits.length + 3 };
    }
  }
  // A backtick before anything else only takes its meaning away; at the end of a line, the line break stays.
  return { value: ESCAPES[character] ?? character, end: at + 1 };
}

/** Past `( … )` with what is nested in it; strings inside may hold parentheses of their own. */
function endOfParentheses(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (character === '(') depth += 1;
    else if (character === ')') {
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (character === "'") at = (scanSingleQuoted(text, at)?.end ?? text.length) - 1;
    else if (character === '"') at = (scanDoubleQuoted(text, at)?.end ?? text.length) - 1;
  }
  return text.length;
}
