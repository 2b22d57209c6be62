/** Whether a filter asks for a version by its number: then it may be one that is not listed. */
import type { FilterExpression } from '../odata/filter-expression.ts';

export function namesVersion(expression: FilterExpression): boolean {
  switch (expression.kind) {
    case 'comparison':
      return expression.operator === 'eq' && (isVersion(expression.left) || isVersion(expression.right));
    case 'and':
    case 'or':
      return expression.operands.some(namesVersion);
    case 'not':
    case 'call':
    case 'property':
    case 'literal':
      return false;
    default:
      return expression satisfies never;
  }
}

function isVersion(expression: FilterExpression): boolean {
  return (
    expression.kind === 'property' &&
    (expression.name === 'Version' || expression.name === 'NormalizedVersion')
  );
}
