/** Which words a package is found by, where they stand, and in which order: the same for the index and for its tests. */
import { nameParts, nameTokens, textTokens } from './fold-text.ts';
import { Place } from './index-format.ts';
import type { SearchRecord } from './search-record.ts';

/** What is read of a README: enough to say what a package is about, without drowning its name. */
export const MAX_README_LENGTH = 20_000;
/** Longer ones are hashes and encoded data. */
const MAX_README_TOKEN = 24;

export interface WordUse {
  places: number;
  /** Ascending; the next number is the next word. Words of different texts are never neighbours. */
  readonly positions: number[];
}

export function recordWords(record: SearchRecord): ReadonlyMap<string, WordUse> {
  const words = new Map<string, WordUse>();
  let position = 0;
  const note = (token: string, place: number, at?: number) => {
    const use = words.get(token) ?? { places: 0, positions: [] };
    use.places |= place;
    if (at !== undefined && use.positions.at(-1) !== at) use.positions.push(at);
    words.set(token, use);
  };
  const noteName = (name: string, place: number) => {
    const pieces = textTokens(name);
    let piece = -1;
    for (const { token, isPieceStart } of nameParts(name)) {
      if (isPieceStart) note(pieces[++piece] ?? token, place, position);
      note(token, place, position++);
    }
    position++;
  };
  const noteText = (text: string, place: number) => {
    for (const token of textTokens(text)) note(token, place, position++);
    position++;
  };
  noteName(record.id, Place.id);
  for (const tag of record.tags) noteName(tag, Place.tag);
  noteText(record.description, Place.description);
  for (const people of [record.authors, record.company, ...record.owners]) noteText(people, Place.people);
  for (const { name, synopsis } of record.commands) {
    for (const token of nameTokens(name)) note(token, Place.command);
    for (const token of textTokens(synopsis)) note(token, Place.readme);
  }
  for (const token of textTokens(record.readme.slice(0, MAX_README_LENGTH))) {
    if (token.length <= MAX_README_TOKEN) note(token, Place.readme);
  }
  return words;
}
