/** The documentation of a gallery: Markdown of ours, with the name and the addresses of this gallery filled in. */
import type { GallerySettings } from '../domain/gallery-settings.ts';
import { QUALITY_CRITERIA } from '../domain/quality.ts';
import { renderRulesMarkdown } from '../report/rules-markdown.ts';
import { repositoryName } from './install-commands.ts';
import type { SiteRoutes } from './routes.ts';

export interface DocsPage {
  /** Of the address. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** With its placeholders filled in. */
  readonly markdown: string;
}

/** @param sources  by path, as they stand in src/site/docs */
export function docsPages(
  sources: Readonly<Record<string, string>>,
  settings: GallerySettings,
  routes: SiteRoutes,
): readonly DocsPage[] {
  const values = placeholders(settings, routes);
  const written = Object.entries(sources).map(([path, text]) => readPage(path, text, values));
  return [
    ...written,
    {
      order: 5,
      name: 'quality',
      title: 'Quality',
      description: 'How the score of a package is made.',
      markdown: qualityMarkdown(),
    },
    {
      order: 11,
      name: 'rules',
      title: 'Rules',
      description: 'Every rule, why it is there, and what to do.',
      markdown: rulesMarkdown(),
    },
  ]
    .toSorted((a, b) => a.order - b.order)
    .map(({ order: _, ...page }) => page);
}

interface OrderedPage extends DocsPage {
  readonly order: number;
}

function readPage(path: string, text: string, values: ReadonlyMap<string, string>): OrderedPage {
  const [, head = '', body = ''] =
    /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text.replace(/\r\n/g, '\n')) ?? [];
  const field = (name: string) => new RegExp(`^${name}: (.+)$`, 'm').exec(head)?.[1] ?? '';
  const name = /([^/]+)\.md$/.exec(path)?.[1] ?? path;
  return {
    name,
    title: field('title'),
    description: field('description'),
    order: Number(field('order')),
    markdown: body.replace(/\{\{(\w+)\}\}/g, (_, key: string) => {
      const value = values.get(key);
      if (value === undefined) throw new Error(`${path} has an unknown placeholder ${key}`);
      return value;
    }),
  };
}

function placeholders(settings: GallerySettings, routes: SiteRoutes): ReadonlyMap<string, string> {
  const { repository, owners } = settings;
  const maintainers = owners.map((owner) => `[${owner}](https://github.com/${owner})`).join(', ');
  const report =
    repository === undefined
      ? ''
      : ` Write to them by an [issue](https://github.com/${repository}/issues/new).`;
  return new Map([
    ['title', settings.title],
    ['name', repositoryName(settings.title)],
    ['v2Url', routes.v2Url],
    ['v3Url', routes.v3Url],
    ['home', routes.home],
    ['packages', routes.packages],
    ['commands', routes.commands],
    ['tags', routes.tags],
    ['categories', routes.categories],
    ['profiles', routes.profiles],
    ['quality', routes.docsPage('quality')],
    ['rules', routes.docsPage('rules')],
    ['contact', `\nThe maintainers of this gallery are ${maintainers}.${report}`],
  ]);
}

function qualityMarkdown(): string {
  const rows = QUALITY_CRITERIA.map(
    ({ title, weight }) => `| ${title} | ${weight === 0 ? 'noted' : weight} |`,
  );
  return [
    'The score says how well a version is made for those who use it, from 0 to 100. It is no judgement of the code. Search',
    'ranks by it, and the page of each package says what was found and how to do better.',
    '',
    '| criterion | weight |',
    '|---|---:|',
    ...rows,
    '',
    'Some criteria give a share: half of the commands with help earn half of its weight. What does not apply, such as help',
    'for a module without commands, is left out, and the rest counts for the whole. Signatures are noted and not judged:',
    'whether one is valid only Windows can tell.',
  ].join('\n');
}

/** The page has a title of its own, and readers here do not change the rules. */
function rulesMarkdown(): string {
  return renderRulesMarkdown()
    .replace(/^# .*\n/, '')
    .replace(/<!--[\s\S]*?-->\n/, '');
}
