/** The words in help elements: paragraphs and lists as they are shown, code with its lines. */
import { descendant, type HelpElement } from './help-xml.ts';
import { writtenLine, writtenText } from './written-text.ts';

/** Elements that stand on lines of their own; any other is part of a line. */
const BLOCKS = new Set([
  'alert',
  'alertset',
  'content',
  'definition',
  'definitionlist',
  'definitionlistitem',
  'description',
  'entry',
  'para',
  'quote',
  'row',
  'section',
  'sections',
  'summary',
  'table',
  'tableheader',
  'term',
  'title',
]);

/** Characters of an item: every level of lists that nest makes each line longer. */
const MAX_INDENTED = 10_000;

/** Paragraphs parted by blank lines. */
export function blockText(element: HelpElement | undefined): string | undefined {
  return element && writtenText(paragraphsOf(element).join('\n\n'));
}

/** All words on one line. */
export function lineText(element: HelpElement | undefined): string | undefined {
  return element && writtenLine(rawText(element));
}

/** Lines and inner indents kept; blank lines around and the indent that all lines share left out. */
export function codeText(element: HelpElement | undefined): string | undefined {
  if (!element) return undefined;
  const lines = rawText(element)
    .split('\n')
    .map((line) => line.trimEnd());
  const first = lines.findIndex((line) => line !== '');
  if (first < 0) return undefined;
  const shown = lines.slice(first, lines.findLastIndex((line) => line !== '') + 1);
  const code = withoutIndent(shown).join('\n');
  return writtenText(code) === undefined ? undefined : code;
}

function paragraphsOf(element: HelpElement): readonly string[] {
  const found: string[] = [];
  let inline = '';
  const endLine = () => {
    const text = paragraphText(inline);
    if (text !== '') found.push(text);
    inline = '';
  };
  for (const part of element.content) {
    if (typeof part === 'string') inline += part;
    else if (part.name === 'list') {
      endLine();
      found.push(listText(part));
    } else if (BLOCKS.has(part.name)) {
      endLine();
      for (const text of paragraphsOf(part)) found.push(text);
    } else inline += inlineText(part);
  }
  endLine();
  return found;
}

function listText(list: HelpElement): string {
  const isOrdered = list.attributes.get('class')?.toLowerCase() === 'ordered';
  const items = list.content.filter((part) => typeof part !== 'string');
  return items
    .map((item, index) => {
      const mark = isOrdered ? `${index + 1}. ` : '- ';
      const text = paragraphsOf(item).join('\n\n');
      return (
        mark + (text.length > MAX_INDENTED ? text : text.replace(/\n(?!\n)/g, `\n${' '.repeat(mark.length)}`))
      );
    })
    .join('\n');
}

function inlineText(element: HelpElement): string {
  if (element.name !== 'navigationlink') return rawText(element);
  const text = lineText(descendant(element, 'linktext')) ?? '';
  const uri = lineText(descendant(element, 'uri'));
  return uri === undefined ? text : `${text} (${uri})`.trimStart();
}

function rawText(element: HelpElement): string {
  return element.content.map((part) => (typeof part === 'string' ? part : rawText(part))).join('');
}

/** Files printed by machines break lines and indent them; the first line begins behind its tag and has no say. */
function paragraphText(text: string): string {
  const [first = '', ...rest] = text.trim().split('\n');
  return [first.trimEnd(), ...withoutIndent(rest.map((line) => line.trimEnd()))].join('\n');
}

function withoutIndent(lines: readonly string[]): readonly string[] {
  const indents = lines.filter((line) => line !== '').map((line) => line.length - line.trimStart().length);
  const shared = indents.reduce((least, indent) => Math.min(least, indent), Number.POSITIVE_INFINITY);
  return lines.map((line) => line.slice(Math.min(shared, line.length)));
}
