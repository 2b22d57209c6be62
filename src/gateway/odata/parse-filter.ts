/** `$filter` as clients of NuGet's V2 send it. What is not understood is told: a filter that was skipped would find everything. */
import { fail, type Result } from '../../domain/result.ts';
import { understand } from './cursor.ts';
import type { FilterExpression } from './filter-expression.ts';
import { type FilterProblem, filterProblem } from './filter-problem.ts';
import { parseExpression } from './parse-expression.ts';
import { checkType } from './type-check.ts';

/** @param text  decoded, at most 4,000 characters; of blanks alone it is a problem, so ask first */
export function parseFilter(text: string): Result<FilterExpression, FilterProblem> {
  const result = understand(text, parseExpression);
  if (!result.ok) return result;
  const { expression } = result.value;
  if (expression.type === 'Null')
    return fail(filterProblem('The filter is null, which holds of no package', 0, text));
  const problem = checkType(result.value, 'Boolean', 'A filter');
  return problem === undefined ? { ok: true, value: expression } : fail(problem);
}
