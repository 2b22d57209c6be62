/** The documentation of a gallery: Markdown of ours, with the name and the addresses of this gallery filled in. */
import type { GallerySettings } from '../domain/gallery-settings.ts';
import { type DocsValues, docsValues } from './docs-values.ts';
import type { SiteRoutes } from './routes.ts';

export interface DocsPage {
  /** Of the address. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Heading above it and its neighbours in the list of pages. */
  readonly group: string;
  /** With its placeholders filled in. */
  readonly markdown: string;
}

export interface DocsGroup {
  readonly title: string;
  readonly pages: readonly DocsPage[];
}

/** @param sources  by path, as they stand in src/site/docs */
export function docsPages(
  sources: Readonly<Record<string, string>>,
  settings: GallerySettings,
  routes: SiteRoutes,
): readonly DocsPage[] {
  const values = docsValues(settings, routes, Object.keys(sources).map(nameOf));
  return Object.entries(sources)
    .map(([path, text]) => readPage(path, text, values))
    .toSorted((a, b) => a.order - b.order)
    .map(({ order: _, ...page }) => page);
}

/** In the order of their first pages. */
export function docsGroups(pages: readonly DocsPage[]): readonly DocsGroup[] {
  return [...Map.groupBy(pages, ({ group }) => group)].map(([title, members]) => ({ title, pages: members }));
}

/** The pages before and after one, in the order of reading. */
export function docsNeighbours(pages: readonly DocsPage[], name: string) {
  const index = pages.findIndex((page) => page.name === name);
  return { previous: pages[index - 1], next: index < 0 ? undefined : pages[index + 1] };
}

function nameOf(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.md$/, '');
}

interface OrderedPage extends DocsPage {
  readonly order: number;
}

/** @throws when a field is missing: the texts are ours, so that is a mistake of ours */
function readPage(path: string, text: string, values: DocsValues): OrderedPage {
  const [, head = '', body = ''] =
    /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text.replace(/\r\n/g, '\n')) ?? [];
  const field = (name: string) => {
    const value = new RegExp(`^${name}: (.+)$`, 'm').exec(head)?.[1];
    if (value === undefined) throw new Error(`${path} has no ${name}`);
    return value;
  };
  return {
    name: nameOf(path),
    title: field('title'),
    description: field('description'),
    group: field('group'),
    order: Number(field('order')),
    markdown: filled(path, body, values),
  };
}

/** Between a line `{{#x}}` or `{{^x}}` and a line `{{/x}}`: only when x holds, or does not. Others may stand inside. */
const CONDITION = /^\{\{([#^])(\w+)\}\}\n([\s\S]*?)^\{\{\/\2\}\}\n/gm;
const PLACEHOLDER = /\{\{([^{}]*)\}\}/g;

function filled(path: string, body: string, { texts, conditions }: DocsValues): string {
  const known = <T>(map: ReadonlyMap<string, T>, key: string): T => {
    const value = map.get(key);
    if (value === undefined) throw new Error(`${path} has an unknown placeholder ${key}`);
    return value;
  };
  const kept = (text: string): string =>
    text.replace(CONDITION, (_, mark: string, key: string, inner: string) =>
      known(conditions, key) === (mark === '#') ? kept(inner) : '',
    );
  return kept(body).replace(PLACEHOLDER, (_, key: string) => known(texts, key));
}
