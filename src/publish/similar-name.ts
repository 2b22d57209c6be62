/**
 * Names that people take for one another: by a slip of the finger, a separator more or less, or a letter that looks
 * like another. Who publishes under such a name gets what was meant for the other.
 */
import { editDistance, slipsAllowed } from '../domain/edit-distance.ts';

/** Of lower-cased text, where I is i and so stands beside 1 and l. Separators look like nothing. */
const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  Object.entries({ 0: 'o', 1: 'l', i: 'l', 5: 's', 8: 'b', '.': '', _: '', '-': '' }),
);

/** Without case and separators: `Az.Table` and `AzTable` are one. */
export function bareName(id: string): string {
  return id.toLowerCase().replace(/[._-]/g, '');
}

/** Names that look the same have the same one. It is for comparing, not for reading. */
export function foldedName(id: string): string {
  let folded = '';
  // Letter by letter: one pass, since a gallery has many ids.
  for (const letter of id.toLowerCase()) folded += LOOKALIKES.get(letter) ?? letter;
  return folded.replaceAll('rn', 'm').replaceAll('vv', 'w');
}

/**
 * Those of `others` that are like `id`, in their order. Alike are names
 * - that look the same: equal without case, separators and lookalike characters;
 * - that are one slip apart without case; of up to three characters none, since there every name is next to every other;
 * - that are two slips apart and long: 8 characters or more beside the segments that they begin with in common. So
 *   `Contoso.Web` and `Contoso.Net` are two names of one family, and `Contsoo.Wbe` is a forgery.
 */
export function similarNames(id: string, others: Iterable<string>): readonly string[] {
  const lower = id.toLowerCase();
  const folded = foldedName(id);
  const similar: string[] = [];
  for (const other of others) {
    if (isNear(lower, other.toLowerCase()) || foldedName(other) === folded) similar.push(other);
  }
  return similar;
}

/** @param a,b  lower-cased */
function isNear(a: string, b: string): boolean {
  const longest = Math.max(a.length, b.length);
  const most = slipsAllowed(longest);
  if (most === 0 || Math.abs(a.length - b.length) > most) return false;
  const shared = sharedSegments(a, b);
  const slips = Math.min(most, Math.max(1, slipsAllowed(longest - shared)));
  return editDistance(a.slice(shared), b.slice(shared), slips) <= slips;
}

/** Length of the segments, separators included, with which both begin. */
function sharedSegments(a: string, b: string): number {
  let shared = 0;
  for (let at = 0; at < a.length && a[at] === b[at]; at++) {
    const letter = a[at];
    if (letter === '.' || letter === '-' || letter === '_') shared = at + 1;
  }
  return shared;
}
