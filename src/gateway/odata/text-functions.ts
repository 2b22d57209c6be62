/**
 * What the functions of `$filter` do with texts. Case does not count, as in the database behind the PowerShell
 * Gallery, on which clients rely: `startswith(Id,'az')` finds Az.Accounts.
 */
import { foldCase } from './fold-case.ts';

/**
 * UTF-16 code units. What would grow past them is null, so that no filter can fill the memory: a package's tags, with
 * a blank at both ends, stay far below the one, and what somebody replaces something in is short.
 */
const JOINED_MAX_LENGTH = 1_000_000;
const REPLACED_MAX_LENGTH = 100_000;

export function concatTexts(left: string, right: string): string | null {
  return left.length + right.length > JOINED_MAX_LENGTH ? null : left + right;
}

/** Every place at which `needle` stands, from the left; an empty one stands nowhere. */
export function replaceText(text: string, needle: string, replacement: string): string | null {
  if (needle === '') return text;
  const folded = foldCase(text);
  const wanted = foldCase(needle);
  const pieces: string[] = [];
  let length = 0;
  let from = 0;
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, from)) {
    pieces.push(text.slice(from, at), replacement);
    length += at - from + replacement.length;
    if (length > REPLACED_MAX_LENGTH) return null;
    from = at + needle.length;
  }
  pieces.push(text.slice(from));
  return length + text.length - from > REPLACED_MAX_LENGTH ? null : pieces.join('');
}

/** What of the wanted piece lies within the text: places outside of it are no error, as they are in .NET. */
export function substringOf(text: string, start: number, length: number | undefined): string {
  const from = Math.max(0, Math.trunc(start));
  return text.slice(from, length === undefined ? undefined : from + Math.max(0, Math.trunc(length)));
}
