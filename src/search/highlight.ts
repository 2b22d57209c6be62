/** Where a text shows what a query asks for: pieces of it, some of them marked. */
import type { FieldName } from './fields.ts';
import { foldText, textTokens } from './fold-text.ts';
import type { Query } from './query.ts';
import { isWildcard } from './wildcard.ts';

/** Their values are seen in a result; those of others are facts beside it. */
const SHOWN_FIELDS: readonly FieldName[] = [
  'Id',
  'Tags',
  'Functions',
  'Cmdlets',
  'DscResources',
  'Commands',
  'Aliases',
  'Parameters',
];

export interface TextPiece {
  readonly text: string;
  readonly isMarked: boolean;
}

/** Folded words whose beginnings are to be marked. */
export function markedWords(query: Query): readonly string[] {
  const texts = query.groups.flat().flatMap((term) => {
    if (term.isNegated) return [];
    if (term.kind === 'field') return SHOWN_FIELDS.includes(term.field) ? term.values.flat() : [];
    return [term.text];
  });
  const tokens = texts.flatMap((text) =>
    isWildcard(text) ? text.split(/[*?]+/).flatMap(wordsOf) : wordsOf(text),
  );
  return [...new Set(tokens)].sort((a, b) => b.length - a.length);
}

/** The verb of a command is in half of all texts, so of a name it is marked only where the whole name stands. */
function wordsOf(text: string): readonly string[] {
  const tokens = textTokens(text);
  if (tokens.length < 2 || /\s/.test(text)) return tokens;
  return [foldText(text), ...tokens.slice(1)];
}

/** Letters between which a word begins, also inside names: GetReport has two. */
const STARTS = /(?<![\p{L}\p{N}])(?=[\p{L}\p{N}])|(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu;

export function markText(text: string, words: readonly string[]): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let shownTo = 0;
  for (const { index } of text.matchAll(STARTS)) {
    if (index < shownTo) continue;
    const length = markedLength(text.slice(index, index + 60), words);
    if (length === 0) continue;
    if (index > shownTo) pieces.push({ text: text.slice(shownTo, index), isMarked: false });
    pieces.push({ text: text.slice(index, index + length), isMarked: true });
    shownTo = index + length;
  }
  if (shownTo < text.length) pieces.push({ text: text.slice(shownTo), isMarked: false });
  return pieces;
}

/** Of the original, which folding may have made shorter or longer. */
function markedLength(text: string, words: readonly string[]): number {
  const folded = foldText(text);
  const word = words.find((one) => folded.startsWith(one));
  if (word === undefined) return 0;
  if (folded.length === text.length) return word.length;
  let length = 1;
  while (length < text.length && foldText(text.slice(0, length)).length < word.length) length++;
  return length;
}

/** The part of a long text around the first marked word, cut at words. */
export function excerpt(text: string, words: readonly string[], length: number): string {
  const clean = text.replace(/\s+/g, ' ').trim();
  if (clean.length <= length) return clean;
  const first = markText(clean, words).findIndex(({ isMarked }) => isMarked);
  const before =
    first < 0
      ? 0
      : markText(clean, words)
          .slice(0, first)
          .reduce((sum, piece) => sum + piece.text.length, 0);
  const from = before < length * 0.6 ? 0 : clean.lastIndexOf(' ', before - length * 0.3) + 1;
  const end = from + length >= clean.length ? clean.length : clean.lastIndexOf(' ', from + length);
  return `${from > 0 ? '… ' : ''}${clean.slice(from, end > from ? end : from + length)}${end < clean.length ? ' …' : ''}`;
}
