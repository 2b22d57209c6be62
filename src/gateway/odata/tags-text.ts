/**
 * Tags are one text with blanks between, and `substringof('PSCommand_Get-A', Tags)` is how PSResourceGet asks for a
 * tag. As plain text that finds PSCommand_Get-AB too, and the client does not look again. So here a needle without
 * a blank must be a whole tag; one with blanks, as nuget pads its own, already says where a tag ends.
 */
import type { FilterExpression } from './filter-expression.ts';
import { foldCase } from './fold-case.ts';

/** Whether a text is the tags of a package: `Tags`, `tolower(Tags)`, `concat(concat(' ',tolower(Tags)),' ')`. */
export function isTagsText(expression: FilterExpression): boolean {
  if (expression.kind === 'property') return expression.name === 'Tags';
  if (expression.kind !== 'call') return false;
  const [first, second] = expression.parameters;
  if (expression.name === 'tolower' || expression.name === 'toupper') return isTags(first);
  if (expression.name !== 'concat') return false;
  return (isTags(first) && isBlank(second)) || (isBlank(first) && isTags(second));
}

/** Whether `needle` may only be a whole tag. An empty one stands in every text. */
export function isOneTag(needle: string): boolean {
  return needle !== '' && !needle.includes(' ');
}

export function hasTag(tags: string, tag: string): boolean {
  return ` ${foldCase(tags)} `.includes(` ${foldCase(tag)} `);
}

function isTags(expression: FilterExpression | undefined): boolean {
  return expression !== undefined && isTagsText(expression);
}

function isBlank(expression: FilterExpression | undefined): boolean {
  return expression?.kind === 'literal' && expression.type === 'String' && /^ +$/.test(expression.value);
}
