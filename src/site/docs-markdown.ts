/** Our own Markdown → HTML: unlike that of packages it may link within the site, and its headings have anchors. */
import type { Element, Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype)
  .use(() => finish)
  .use(rehypeStringify);

export function renderDocsMarkdown(markdown: string): string {
  return String(processor.processSync(markdown));
}

function finish(tree: Root): void {
  visit(tree, 'element', (node: Element, index, parent) => {
    if (/^h[2-4]$/.test(node.tagName)) node.properties['id'] ??= anchorOf(textOf(node));
    if (node.tagName === 'pre') node.properties['tabIndex'] = 0;
    if (node.tagName === 'table' && parent && index !== undefined && !isFramed(parent)) {
      const properties = { className: ['scroll'], tabIndex: 0, role: 'group', ariaLabel: 'Table' };
      parent.children[index] = { type: 'element', tagName: 'div', properties, children: [node] };
    }
  });
}

function isFramed(parent: Root | Element): boolean {
  return parent.type === 'element' && parent.tagName === 'div';
}

/** Codes of rules stay as they are: their addresses are permanent. */
export function anchorOf(title: string): string {
  if (/^[A-Z][A-Z0-9_]+$/.test(title)) return title;
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

function textOf(node: Element): string {
  return node.children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? textOf(child) : ''))
    .join('');
}
