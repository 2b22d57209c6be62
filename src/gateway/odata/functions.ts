/** The functions of `$filter` and `$orderby`: what each takes and gives. What they do stands in compile-value.ts and evaluate-filter.ts. */
import type { FunctionName, ValueType } from './filter-expression.ts';

interface FunctionSignature {
  /** In order. All must be given, but for the last of `substring`. */
  readonly takes: readonly Exclude<ValueType, 'Null'>[];
  readonly leastCount: number;
  readonly gives: 'String' | 'Boolean' | 'Number';
}

export const FUNCTIONS: ReadonlyMap<string, FunctionSignature & { readonly name: FunctionName }> = new Map(
  (
    [
      // OData 3 gives the needle first here, and OData 4 gives it last in `contains`.
      ['substringof', ['String', 'String'], 'Boolean'],
      ['contains', ['String', 'String'], 'Boolean'],
      ['startswith', ['String', 'String'], 'Boolean'],
      ['endswith', ['String', 'String'], 'Boolean'],
      ['indexof', ['String', 'String'], 'Number'],
      ['length', ['String'], 'Number'],
      ['tolower', ['String'], 'String'],
      ['toupper', ['String'], 'String'],
      ['trim', ['String'], 'String'],
      ['concat', ['String', 'String'], 'String'],
      ['replace', ['String', 'String', 'String'], 'String'],
      ['substring', ['String', 'Number', 'Number'], 'String'],
      ['year', ['DateTime'], 'Number'],
      ['month', ['DateTime'], 'Number'],
      ['day', ['DateTime'], 'Number'],
      ['hour', ['DateTime'], 'Number'],
      ['minute', ['DateTime'], 'Number'],
      ['second', ['DateTime'], 'Number'],
    ] as const
  ).map(([name, takes, gives]) => [
    name,
    { name, takes, gives, leastCount: name === 'substring' ? 2 : takes.length },
  ]),
);
