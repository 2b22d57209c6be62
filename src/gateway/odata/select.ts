/** `$select`: which properties of a package the answer gives. */
import { fail, ok, type Result } from '../../domain/result.ts';
import { V2_PROPERTIES, type V2PropertyName } from '../../feed/v2/properties.ts';
import { type FilterProblem, filterProblem, shorten } from './filter-problem.ts';

const NAMES: ReadonlyMap<string, V2PropertyName> = new Map(
  V2_PROPERTIES.map(({ name }) => [name.toLowerCase(), name]),
);

/** @returns undefined for all of them: `*` */
export function parseSelect(text: string): Result<ReadonlySet<V2PropertyName> | undefined, FilterProblem> {
  const found = new Set<V2PropertyName>();
  let hasAll = false;
  let position = 0;
  for (const piece of text.split(',')) {
    const word = piece.trim();
    const name = NAMES.get(word.toLowerCase());
    if (word === '*') hasAll = true;
    else if (name !== undefined) found.add(name);
    else {
      const sentence =
        word === '' ? 'The name of a property is missing' : `There is no property \`${shorten(word)}\``;
      return fail(
        filterProblem(sentence, position + piece.search(/\S|$/), word, '$metadata lists those of a package.'),
      );
    }
    position += piece.length + 1;
  }
  return ok(hasAll ? undefined : found);
}
