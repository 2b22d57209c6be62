/** What was not understood in a query option, told so that its sender can mend it. */
import { printableLine } from '../../report/printable.ts';

export interface FilterProblem {
  /** Sentences, with the place in them; harmless for a terminal or a page of plain text. */
  readonly message: string;
  /** Where it was found: UTF-16 code units from the start of the option's text. */
  readonly position: number;
  /** The piece of the text, shortened; '' at its end. */
  readonly found: string;
}

const FOUND_MAX_LENGTH = 60;

/** @param sentence  without its full stop, into which the place is put */
export function filterProblem(sentence: string, position: number, found: string, advice = ''): FilterProblem {
  return {
    message: `${sentence} (at character ${position + 1}).${advice === '' ? '' : ` ${advice}`}`,
    position,
    found: shorten(found),
  };
}

/** A piece of a query for a message: on one line, with an end that is cut off when it is long. */
export function shorten(text: string): string {
  const line = printableLine(text.slice(0, FOUND_MAX_LENGTH));
  return text.length > FOUND_MAX_LENGTH ? `${line}…` : line;
}
