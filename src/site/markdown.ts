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
import { isTooIntricate } from './markdown-limits.ts';

/** Longer texts are cut, and those that become longer shown as they were written: a page must open on a phone. */
const MAX_LENGTH = 100_000;
const MAX_HTML_LENGTH = 1_000_000;

/** No id is longer, with marks around it. */
const MAX_TITLE_LENGTH = 200;

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
  .use(() => frameWhatScrolls)
  .use(rehypeStringify);

const plainWriter = unified().use(rehypeStringify);

/** @param topLevel  of the highest heading in the text: 2 where the text stands for itself, 3 below a heading */
export function renderMarkdown(text: string, topLevel: 2 | 3): string {
  const shown = text.slice(0, MAX_LENGTH);
  if (isTooIntricate(shown)) return renderPlainText(shown);
  try {
    const html = String(processor.processSync(new VFile({ value: shown, data: { topLevel } })));
    return html.length > MAX_HTML_LENGTH ? renderPlainText(shown) : html;
  } catch {
    // A text that the parser fails on must not keep the whole site from being built.
    return renderPlainText(shown);
  }
}

/** The text as it was written, escaped. */
export function renderPlainText(text: string): string {
  return plainWriter.stringify({
    type: 'element',
    tagName: 'div',
    properties: { className: ['plain'] },
    children: [{ type: 'text', value: text.slice(0, MAX_LENGTH) }],
  } satisfies Element as never);
}

/** Without a first heading that only repeats the name of the package, which the page has already. */
export function withoutTitle(text: string, id: string): string {
  const start = text.search(/\S/);
  const end = text.indexOf('\n', start);
  if (start < 0 || end < 0 || end - start > MAX_TITLE_LENGTH || !/^#[ \t]/.test(text.slice(start)))
    return text;
  const title = text.slice(start, end).replace(/[`#]/g, '').trim();
  return title.toLowerCase() === id.toLowerCase() ? text.slice(end + 1) : text;
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

/** Links are marked as those of users; code and tables scroll by themselves, by keyboard too. */
function frameWhatScrolls(tree: HastRoot): void {
  visit(tree, 'element', (node: Element, index, parent) => {
    if (node.tagName === 'a') node.properties['rel'] = ['nofollow', 'ugc', 'noopener'];
    if (node.tagName === 'pre') node.properties['tabIndex'] = 0;
    if (node.tagName === 'table' && parent && index !== undefined) {
      const properties = { className: ['scroll'], tabIndex: 0, role: 'group', ariaLabel: 'Table' };
      parent.children[index] = { type: 'element', tagName: 'div', properties, children: [node] };
      return SKIP;
    }
    return undefined;
  });
}
