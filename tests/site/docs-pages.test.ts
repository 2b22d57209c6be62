import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseVerbArguments } from '../../src/cli/parse-arguments.ts';
import { VERBS } from '../../src/cli/verbs.ts';
import type { GallerySettingsInput } from '../../src/domain/gallery-settings.ts';
import { readModuleManifest } from '../../src/read/module-manifest.ts';
import { readScriptFileInfo } from '../../src/read/script-file-info.ts';
import { RULES } from '../../src/rules/index.ts';
import { renderDocsMarkdown } from '../../src/site/docs-markdown.ts';
import { type DocsPage, docsGroups, docsNeighbours, docsPages } from '../../src/site/docs-pages.ts';
import { registrationCommands } from '../../src/site/install-commands.ts';
import { siteRoutes } from '../../src/site/routes.ts';
import { PROJECT_ROOT } from '../support/clients.ts';
import { makeSettings } from '../support/make-gallery.ts';

const FOLDER = 'src/site/docs';
const SOURCES = Object.fromEntries(
  readdirSync(join(PROJECT_ROOT, FOLDER)).map((name) => [
    `./docs/${name}`,
    readFileSync(join(PROJECT_ROOT, FOLDER, name), 'utf8'),
  ]),
);
const ROUTES = siteRoutes('https://contoso.example/repo/');

function pagesOf(settings: Partial<GallerySettingsInput> = {}): readonly DocsPage[] {
  return docsPages(SOURCES, makeSettings(settings), ROUTES);
}

/** With and without a repository; with and without categories, prefixes and a policy of its own. */
const GALLERIES: readonly (readonly [string, readonly DocsPage[]])[] = [
  ['a gallery with a title alone', pagesOf()],
  [
    'a gallery with everything',
    pagesOf({
      title: 'Contoso [internal] *tools*',
      repository: 'contoso/gallery',
      categories: [{ id: 'net', title: 'Net | <b>work</b>', description: 'A_b_c' }],
      prefixes: [{ pattern: 'Contoso.*', owners: ['contoso'] }],
      policy: { license: 'recommended', severities: { META_AUTHOR_MISSING: 'off' } },
    }),
  ],
];
const textOf = (pages: readonly DocsPage[], name: string) =>
  pages.find((page) => page.name === name)?.markdown ?? '';

describe.each(GALLERIES)('the documentation of %s', (_, pages) => {
  it.each(pages.map((page) => [page.name, page] as const))('fills in %s', (_name, page) => {
    expect(page.markdown).not.toMatch(/\{\{|\}\}|undefined|\[object/);
    expect(page.description).toMatch(/^[A-Z].*\.$/);
    expect(page.markdown.trim()).not.toBe('');
  });

  it.each(pages.map((page) => [page.name, page] as const))(
    'gives each heading of %s an address of its own, a level at a time',
    (_name, page) => {
      const headings = [...renderDocsMarkdown(page.markdown).matchAll(/<h([2-6]) id="([^"]+)">/g)];
      const ids = headings.map(([, , id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      // The frame of the page has this one.
      expect(ids).not.toContain('content');
      let last = 1;
      for (const [, level] of headings) {
        expect(Number(level)).toBeLessThanOrEqual(last + 1);
        last = Number(level);
      }
    },
  );

  it('leads only to pages and headings that are there', () => {
    const known = new Set(pages.flatMap((page) => addresses(page)));
    const links = pages.flatMap((page) =>
      [...renderDocsMarkdown(page.markdown).matchAll(/href="([^"]+)"/g)].map(([, href = '']) =>
        href.startsWith('#') ? ROUTES.docsPage(page.name) + href : href,
      ),
    );
    const within = links.filter((href) => href.startsWith(ROUTES.docs));
    expect(within.filter((href) => !known.has(href))).toEqual([]);
    expect(within.length).toBeGreaterThan(50);
    const outside = links.filter((href) => !href.startsWith('/repo/'));
    expect(outside.filter((href) => !href.startsWith('https://'))).toEqual([]);
  });
});

function addresses(page: DocsPage): readonly string[] {
  const address = ROUTES.docsPage(page.name);
  const ids = renderDocsMarkdown(page.markdown).matchAll(/ id="([^"]+)"/g);
  return [address, ...[...ids].map(([, id]) => `${address}#${id}`)];
}

describe('a gallery without a repository', () => {
  it('is told of without one', () => {
    const all = pagesOf()
      .map(({ markdown }) => markdown)
      .join('\n');
    expect(all).not.toContain('github.com/.git');
    expect(all.replaceAll('git clone https://github.com/pwshelf/pwshelf', '')).not.toContain('git clone');
    expect(all).not.toContain('github.com//');
  });
});

describe('what differs from gallery to gallery', () => {
  const [, own] = GALLERIES[1] ?? ['', []];

  it('shows: registration, repository, maintainers', () => {
    const install = textOf(own, 'install');
    for (const { command } of registrationCommands('Contoso [internal] *tools*', ROUTES)) {
      expect(install).toContain(command);
    }
    expect(textOf(own, 'publish')).toContain('git clone https://github.com/contoso/gallery.git');
    expect(textOf(own, 'report')).toContain('[contoso-admin](https://github.com/contoso-admin)');
  });

  it('shows: its categories, as text', () => {
    expect(renderDocsMarkdown(textOf(own, 'find'))).toContain(
      '<a href="/repo/categories/net/">Net | &#x3C;b>work&#x3C;/b></a>: A_b_c',
    );
  });

  it('shows: which fields are required there', () => {
    const manifest = textOf(own, 'manifest');
    expect(manifest).toContain('| `PSData.LicenseUri` | no, with a warning |');
    expect(manifest).toContain('| `Author` | no |');
    expect(manifest).toContain('| `Description` | yes |');
    expect(textOf(own, 'rules')).toContain('*warning in this gallery; error in others, adjustable*');
    expect(textOf(own, 'rules')).toContain('*off in this gallery; error in others, adjustable*');
  });
});

it('has every rule on its page, at the address that findings lead to', () => {
  const page = pagesOf().find(({ name }) => name === 'rules');
  const known = page ? addresses(page) : [];
  expect(RULES.filter(({ code }) => !known.includes(ROUTES.rule(code)))).toEqual([]);
});

describe('a command in the texts', () => {
  const lines = [
    ...new Set(
      GALLERIES.flatMap(([, pages]) => pages).flatMap(({ markdown }) =>
        [...markdown.matchAll(/npm run pwshelf -- ([^\n`]+)/g)].map(([, words = '']) => words),
      ),
    ),
  ].filter((words) => words !== 'pack PATH.');

  it.each(lines)('`pwshelf %s` is one that the program takes', async (words) => {
    const [name = '', ...rest] = [...words.matchAll(/"([^"]*)"|(\S+)/g)].map(
      ([, quoted, bare]) => quoted ?? bare ?? '',
    );
    const verb = await VERBS[name]?.();
    if (!verb) throw new Error(`there is no verb ${name}`);
    expect(parseVerbArguments(verb, rest)).not.toBe('help');
  });

  it('is there for publishing and for each change of a record', () => {
    const verbs = new Set(lines.map((words) => words.split(' ')[0]));
    for (const verb of [
      'pack',
      'inspect',
      'publish',
      'check',
      'unlist',
      'relist',
      'deprecate',
      'remove',
      'owners',
    ])
      expect(verbs, verb).toContain(verb);
  });
});

describe('an example in the texts', () => {
  const codeOf = (name: string) => {
    const code = /```powershell\n([\s\S]*?)```/.exec(textOf(pagesOf(), name))?.[1] ?? '';
    return new TextEncoder().encode(code);
  };

  it('is a manifest without a fault', () => {
    const { value, findings } = readModuleManifest(codeOf('manifest'), 'Contoso.Tools.psd1', { file: 'a' });
    expect(findings).toEqual([]);
    expect(value?.manifest).toMatchObject({ moduleVersion: '1.2.0', author: 'Contoso' });
    expect(value?.manifest.licenseUri).toMatch(/^https:/);
  });

  it('is a script without a fault', () => {
    const { value, findings } = readScriptFileInfo(codeOf('script'), 'Get-Report.ps1', { file: 'a' });
    expect(findings).toEqual([]);
    expect(value).toMatchObject({
      version: '1.0.0',
      author: 'Contoso',
      tags: ['Report', 'Storage'],
      requiredModules: [{ name: 'Contoso.Tools', moduleVersion: '1.2.0' }],
    });
    expect(value?.description).toMatch(/^Reports/);
  });
});

describe('a text of ours', () => {
  const read = (text: string) => docsPages({ './docs/a.md': text }, makeSettings(), ROUTES);
  const HEAD = '---\ntitle: A\ndescription: B.\ngroup: C\norder: 1\n---\n';

  it.each([
    ['an unknown placeholder', `${HEAD}{{nonsense}}\n`, /unknown placeholder nonsense/],
    ['an unknown condition', `${HEAD}{{#nonsense}}\na\n{{/nonsense}}\n`, /unknown placeholder nonsense/],
    ['a condition that is not closed', `${HEAD}{{#repository}}\na\n`, /unknown placeholder #repository/],
    ['a page that is not there', `${HEAD}{{page.b}}\n`, /unknown placeholder page\.b/],
    ['a rule that is not there', `${HEAD}{{rule.NONE}}\n`, /unknown placeholder rule\.NONE/],
    ['no group', '---\ntitle: A\ndescription: B.\norder: 1\n---\n', /has no group/],
  ])('is refused for %s', (_, text, problem) => {
    expect(() => read(text)).toThrow(problem);
  });

  it('may name itself', () => {
    expect(read(`${HEAD}{{page.a}}\n`)[0]?.markdown).toBe('/repo/docs/a/\n');
  });
});

describe('the list of pages', () => {
  const pages = pagesOf();

  it('has groups whose pages stand together, each page once', () => {
    const groups = docsGroups(pages);
    expect(groups.map(({ title }) => title)).toEqual([
      'Use packages',
      'Publish packages',
      'Agreements',
      'Reference',
    ]);
    expect(groups.flatMap((group) => group.pages)).toEqual(pages);
    expect(pages).toHaveLength(Object.keys(SOURCES).length);
  });

  it('leads from each page to its neighbours, and nowhere from the ends', () => {
    const name = (page: DocsPage | undefined) => page?.name;
    const neighbours = docsNeighbours(pages, 'find');
    expect([name(neighbours.previous), name(neighbours.next)]).toEqual(['install', 'mirror']);
    expect(docsNeighbours(pages, 'install').previous).toBeUndefined();
    expect(docsNeighbours(pages, 'rules').next).toBeUndefined();
    expect(docsNeighbours(pages, 'absent')).toEqual({ previous: undefined, next: undefined });
  });
});
