/** What an author has written, told from what a generator left for the author to fill in. */

/** `{{ Fill in the Synopsis }}`, in code behind a prompt. */
const PLACEHOLDER = /^(?:PS [^>\n]*>[ \t]*)?\{\{[^{}]*\}\}$/;

/** Undefined when there are no words. */
export function writtenText(text: string): string | undefined {
  const trimmed = text.trim();
  return trimmed === '' || PLACEHOLDER.test(trimmed) ? undefined : trimmed;
}

/** On one line. */
export function writtenLine(text: string): string | undefined {
  return writtenText(text.replace(/\s+/g, ' '));
}

/** `-------- Example 1: Add a note --------` → `Example 1: Add a note`: Get-Help prints titles between dashes. */
export function exampleTitle(text: string): string | undefined {
  let from = 0;
  let to = text.length;
  while (from < to && isFrame(text[from])) from++;
  while (to > from && isFrame(text[to - 1])) to--;
  return writtenLine(text.slice(from, to));
}

function isFrame(character: string | undefined): boolean {
  return character === '-' || (character !== undefined && character.trim() === '');
}
