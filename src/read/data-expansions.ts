/** What `$` begins in an expandable string: a variable or an expression. Three variables are constants; of the others only the end is found. */
import {
  BACKTICK,
  beginsVariable,
  isDoubleQuote,
  isNameCharacter,
  isSpecialVariable,
} from './data-characters.ts';
import type { ScannedString } from './data-strings.ts';

const CONSTANTS: Readonly<Record<string, string>> = { true: 'True', false: 'False', null: '' };
const NO_NAME = 'this variable has no name';

/** @param at  of the `$`. Undefined when it stands for itself. */
export function scanExpansion(text: string, at: number): ScannedString | undefined {
  const next = text.charCodeAt(at + 1);
  if (next === 0x28) return { value: undefined, end: endOfParentheses(text, at + 1) };
  if (next === 0x7b) return scanBraced(text, at);
  if (!beginsVariable(next)) return undefined;
  let end = at + 2;
  if (isSpecialVariable(next)) return { value: undefined, end };
  while (isOfName(text, end)) end += 1;
  const name = text.slice(at + 1, end);
  if (name.endsWith(':')) return { value: undefined, end, fault: { at, message: NO_NAME } };
  return { value: constantOf(name), end };
}

/** A drive is part of the name; two colons are not. */
function isOfName(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isNameCharacter(code) || code === 0x3f || (code === 0x3a && text[at + 1] !== ':');
}

function scanBraced(text: string, start: number): ScannedString {
  let at = start + 2;
  while (at < text.length && text[at] !== '}') {
    const code = text.charCodeAt(at);
    const isPair = isDoubleQuote(code) && isDoubleQuote(text.charCodeAt(at + 1));
    if (code === 0x7b) {
      const message = 'a { in the name of a variable needs a backtick';
      return { value: undefined, end: at + 1, fault: { at, message } };
    }
    at += isPair || code === BACKTICK ? 2 : 1;
  }
  const name = text.slice(start + 2, at);
  const end = Math.min(at + 1, text.length);
  if (name === '' || name.endsWith(':'))
    return { value: undefined, end, fault: { at: start, message: NO_NAME } };
  return { value: constantOf(name), end };
}

function constantOf(name: string): string | undefined {
  const key = name.toLowerCase();
  return Object.hasOwn(CONSTANTS, key) ? CONSTANTS[key] : undefined;
}

/**
 * Past the parenthesis that closes the one at `start`, or the end of the text. PowerShell counts them in strings
 * without regard to quotes.
 */
export function endOfParentheses(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === '(') depth += 1;
    else if (text[at] === ')') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return text.length;
}
