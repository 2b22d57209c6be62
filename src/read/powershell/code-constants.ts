/** What is written between the parentheses of an attribute, as the text that PowerShell makes of it. */
import { parseDataNumber } from '../data-numbers.ts';
import { type AttributeSyntax, constantText, type ElementSyntax } from './syntax.ts';

/**
 * The arguments without a name, those that are constant. A bare word is the name of a property of the attribute, as in
 * `[ValidateSet('a', IgnoreCase)]`, and no text.
 */
export function positionalTexts({ arguments: given = [] }: AttributeSyntax): readonly string[] {
  return given.flatMap(({ name, value }) => (name === undefined && value ? (textOf(value) ?? []) : []));
}

function textOf(elements: readonly ElementSyntax[]): string | undefined {
  const [first, second, ...more] = elements;
  if (first === undefined || more.length > 0) return undefined;
  if (second === undefined) return textOfElement(first);
  // A member of an enumeration prints its name.
  if (first.kind === 'type' && second.kind === 'member' && second.isStatic) return second.name;
  const number = second.kind === 'number' ? parseDataNumber(second.text) : undefined;
  if (first.kind !== 'operator' || number === undefined) return undefined;
  return first.text === '-' ? String(-number) : first.text === '+' ? String(number) : undefined;
}

function textOfElement(element: ElementSyntax): string | undefined {
  switch (element.kind) {
    case 'number': {
      const number = parseDataNumber(element.text);
      return number === undefined ? undefined : String(number);
    }
    case 'variable':
      return { true: 'True', false: 'False', null: '' }[element.name.toLowerCase()];
    case 'group':
      return element.open === '(' ? listText(element.statements) : undefined;
    default:
      return constantText(element);
  }
}

/** A list becomes one text, with spaces between its items. */
function listText(
  statements: Extract<ElementSyntax, { readonly kind: 'group' }>['statements'],
): string | undefined {
  const [only, another] = statements;
  if (only?.kind !== 'expression' || another) return undefined;
  const items: ElementSyntax[][] = [[]];
  for (const element of only.elements) {
    if (element.kind === 'operator' && element.text === ',') items.push([]);
    else items.at(-1)?.push(element);
  }
  const texts = items.map(textOf);
  return texts.includes(undefined) ? undefined : texts.join(' ');
}
