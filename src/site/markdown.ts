/**
 * Markdown of packages → HTML that can do no harm: no raw HTML, only a plain set of elements, links to https and mailto
 * alone, no images from anywhere.
 */
import type { Element, Root as HastRoot } from 'hast';
import rehypeSanitize, { defaultSchema, type Options } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { VFile } from 'vfile';

/** Longer texts are cut: a page must open on a phone. */
const MAX_LENGTH = 200_000;

const SCHEMA: Options = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter(
    (name) => !['img', 'picture', 'source', 'video'].includes(name),
  ),
  protocols: { href: ['https', 'mailto'] },
  clobberPrefix: 'readme-',
};

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype)
  .use(() => softenTree)
  .use(() => renumberHeadings)
  .use(rehypeSanitize, SCHEMA)
  .use(() => markLinks)
  .use(rehypeStringify);

/** @param topLevel  of the highest heading in the text: 2 where the text stands for itself, 3 below a heading */
export function renderMarkdown(text: string, topLevel: 2 | 3): string {
  const file = new VFile({ value: text.slice(0, MAX_LENGTH), data: { topLevel } });
  return String(processor.processSync(file));
}

/** Without a first heading that only repeats the name of the package, which the page has already. */
export function withoutTitle(text: string, id: string): string {
  const found = /^\s*#[ \t]+(.+?)[ \t#]*\r?\n/.exec(text);
  return found?.[1]?.replace(/`/g, '').toLowerCase() === id.toLowerCase()
    ? text.slice(found[0].length)
    : text;
}

/** Pictures become their descriptions, links that lead nowhere become text. */
function softenTree(tree: HastRoot): void {
  visit(tree, 'element', (node: Element, index, parent) => {
    if (node.tagName === 'img') {
      const alt = String(node.properties['alt'] ?? '').trim();
      if (parent && index !== undefined) {
        if (alt === '') parent.children.splice(index, 1);
        else parent.children[index] = { type: 'text', value: alt };
        return [SKIP, alt === '' ? index : index + 1];
      }
    }
    if (node.tagName === 'a' && !isOutward(node)) node.tagName = 'span';
    return undefined;
  });
}

/** Headings go below those of the page, without leaving out a level: those who listen find their way by them. */
function renumberHeadings(tree: HastRoot, file: VFile): void {
  const open: number[] = [];
  visit(tree, 'element', (node: Element) => {
    const level = Number(/^h([1-6])$/.exec(node.tagName)?.[1] ?? 0);
    if (level === 0) return;
    while (open.length > 0 && (open.at(-1) ?? 0) >= level) open.pop();
    open.push(level);
    node.tagName = `h${Math.min(6, Number(file.data['topLevel']) + open.length - 1)}`;
  });
}

/** Relative links would lead into files that the site does not serve. */
function isOutward(node: Element): boolean {
  return /^(?:https:|mailto:|#)/i.test(String(node.properties['href'] ?? ''));
}

function markLinks(tree: HastRoot): void {
  visit(tree, 'element', (node: Element) => {
    if (node.tagName === 'a') node.properties['rel'] = ['nofollow', 'ugc', 'noopener'];
    // Only what scrolls by itself can be scrolled by keyboard.
    if (node.tagName === 'pre') node.properties['tabIndex'] = 0;
  });
}
