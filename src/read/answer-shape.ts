/** What a server has sent, told from how it begins: enough to know a feed from a page for signing in. */
export type AnswerShape =
  | 'nothing'
  | 'a page of HTML'
  | 'a V2 service document'
  | 'a V2 feed'
  | 'a V2 entry'
  | 'other XML'
  | 'JSON'
  | 'something else';

/** @param text  all of it, or its beginning */
export function answerShape(text: string): AnswerShape {
  const start = text
    .slice(0, 4096)
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (start === '') return 'nothing';
  if (/^[{[]/.test(start)) return 'JSON';
  if (/^<!doctype html|^<html/i.test(start)) return 'a page of HTML';
  // PowerShellGet 2 takes an address for V2 only when its answer begins so.
  const root = /^<\?xml[^>]*\?>\s*<(?:[\w.-]+:)?([\w.-]+)/.exec(start)?.[1];
  if (root === 'service') return 'a V2 service document';
  if (root === 'feed') return 'a V2 feed';
  if (root === 'entry') return 'a V2 entry';
  return /^</.test(start) ? 'other XML' : 'something else';
}
