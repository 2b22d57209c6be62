/**
 * Our own Markdown → HTML: unlike that of packages it may link within the site, its headings are links to themselves,
 * and code has a button that copies it.
 */
import type { Element, ElementContent, Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';

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
    if (/^h[2-4]$/.test(node.tagName)) linkHeading(node);
    if (!parent || index === undefined) return undefined;
    if (node.tagName === 'pre') parent.children[index] = codeFrame(node);
    else if (node.tagName === 'table') parent.children[index] = scrollFrame(node);
    else return undefined;
    // The frame holds the node itself, which is not to be framed again.
    return [SKIP, index + 1];
  });
}

function linkHeading(node: Element): void {
  const id = anchorOf(textOf(node));
  node.properties['id'] = id;
  node.children = [element('a', { className: ['anchor'], href: `#${id}` }, node.children)];
}

/** As the code blocks of the other pages are; the script of the page shows the button. */
function codeFrame(pre: Element): Element {
  const code = textOf(pre).trimEnd();
  pre.properties['tabIndex'] = 0;
  const properties = {
    className: ['copy'],
    type: 'button',
    dataCopy: code,
    ariaLabel: `Copy ${code.split('\n')[0]}`,
    hidden: true,
  };
  const button = element('button', properties, [{ type: 'text', value: 'Copy' }]);
  return element('div', { className: ['code'] }, [pre, button]);
}

function scrollFrame(table: Element): Element {
  const properties = { className: ['scroll'], tabIndex: 0, role: 'group', ariaLabel: 'Table' };
  return element('div', properties, [table]);
}

function element(
  tagName: string,
  properties: Element['properties'],
  children: readonly ElementContent[],
): Element {
  return { type: 'element', tagName, properties, children: [...children] };
}

/** Codes of rules stay as they are: their addresses are permanent. */
export function anchorOf(title: string): string {
  if (/^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/.test(title)) return title;
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
