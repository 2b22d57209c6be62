/**
 * Markdown of packages → HTML that can do no harm: no raw HTML, only a plain set of elements, links to https and mailto
 * alone, no images from anywhere.
 */
import type { Element, Root as HastRoot, Nodes } from 'hast';
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
  clobberPrefix: 'text-',
};

/** Properties that name elements; the sanitizer puts its prefix before their values. */
const NAMES = ['id', 'ariaDescribedBy', 'ariaLabelledBy'];

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype)
  .use(() => softenTree)
  .use(() => dropEmpty)
  .use(() => renumberHeadings)
  .use(() => nameHeadings)
  .use(rehypeSanitize, SCHEMA)
  .use(() => placeNames)
  .use(() => frameWhatScrolls)
  .use(rehypeStringify);

const plainWriter = unified().use(rehypeStringify);

/**
 * @param topLevel  of the highest heading in the text: 2 where the text stands for itself, 3 below a heading
 * @param idPrefix  of headings and footnotes, so that links within the text lead there; without one nothing has a name,
 *   for texts of which a page shows several
 */
export function renderMarkdown(text: string, topLevel: 2 | 3, idPrefix?: string): string {
  const shown = text.slice(0, MAX_LENGTH);
  if (isTooIntricate(shown)) return renderPlainText(shown);
  try {
    const html = String(processor.processSync(new VFile({ value: shown, data: { topLevel, idPrefix } })));
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

const EMPTY_IS_NOTHING = /^(?:a|span|p|h[1-6])$/;

/** What held only a picture without a description: a link that nobody could name, a heading of no words. */
function dropEmpty(tree: HastRoot): void {
  visit(tree, 'element', (node: Element, index, parent) => {
    if (!EMPTY_IS_NOTHING.test(node.tagName) || textOf(node).trim() !== '') return undefined;
    if (!parent || index === undefined) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
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

/** Headings get the names that they have on GitHub: authors link to them. */
function nameHeadings(tree: HastRoot): void {
  const taken = new Map<string, number>();
  visit(tree, 'element', (node: Element) => {
    if (!/^h[1-6]$/.test(node.tagName) || node.properties['id'] !== undefined) return;
    const name = textOf(node)
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}_\- ]/gu, '')
      .replaceAll(' ', '-');
    if (name === '') return;
    const count = taken.get(name) ?? 0;
    taken.set(name, count + 1);
    node.properties['id'] = count === 0 ? name : `${name}-${count}`;
  });
}

/** Names get the prefix that keeps them apart from those of the page; links to what is not there become text. */
function placeNames(tree: HastRoot, file: VFile): void {
  const idPrefix = file.data['idPrefix'] as string | undefined;
  const sanitized = String(SCHEMA.clobberPrefix);
  const placed = (value: unknown) => `${idPrefix}${String(value).slice(sanitized.length)}`;
  const ids = new Set<string>();
  visit(tree, 'element', ({ properties }: Element) => {
    for (const name of NAMES) {
      const value = properties[name];
      if (value === undefined || value === null) continue;
      if (idPrefix === undefined) delete properties[name];
      else properties[name] = Array.isArray(value) ? value.map(placed) : placed(value);
    }
    if (properties['id'] !== undefined) ids.add(String(properties['id']));
  });
  visit(tree, 'element', (node: Element) => {
    const href = String(node.properties['href'] ?? '');
    if (!href.startsWith('#')) return;
    const name = decoded(href.slice(1));
    const target = [name, name.toLowerCase()].map((id) => `${idPrefix}${id}`).find((id) => ids.has(id));
    if (target === undefined) {
      node.tagName = 'span';
      node.properties = {};
    } else node.properties['href'] = `#${encodeURIComponent(target)}`;
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Relative links would lead into files that the site does not serve. */
function isOutward(node: Element): boolean {
  return /^(?:https:|mailto:|#)/i.test(String(node.properties['href'] ?? ''));
}

/** Links are marked as those of users; code and tables scroll by themselves, by keyboard too. */
function frameWhatScrolls(tree: HastRoot): void {
  visit(tree, 'element', (node: Element, index, parent) => {
    if (node.tagName === 'a' && !String(node.properties['href']).startsWith('#'))
      node.properties['rel'] = ['nofollow', 'ugc', 'noopener'];
    if (node.tagName === 'pre') node.properties['tabIndex'] = 0;
    if (node.tagName === 'table' && parent && index !== undefined) {
      const properties = { className: ['scroll'], tabIndex: 0, role: 'group', ariaLabel: 'Table' };
      parent.children[index] = { type: 'element', tagName: 'div', properties, children: [node] };
      return SKIP;
    }
    return undefined;
  });
}
