/** A name for a key that has none: that of its owner or of its series, with the next number that is free. */

/** With hyphen and number, a name has at most 63 characters. */
const LONGEST = 56;

/** @param stem  a login, or what the names of a series have in common */
export function nextKeyId(stem: string, taken: readonly string[]): string {
  const start = stem.toLowerCase().slice(0, LONGEST).replace(/-+$/, '');
  for (let number = 1; ; number++) {
    const id = `${start}-${number}`;
    // The first of a series may have been named by hand, without a number.
    if (!taken.includes(id) && !(number === 1 && taken.includes(start))) return id;
  }
}
