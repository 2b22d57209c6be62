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
  ['a gallery behind a gateway', pagesOf({ hosting: 'gateway' })],
  ['one with a repository behind a gateway', pagesOf({ hosting: 'gateway', repository: 'contoso/gallery' })],
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

describe('what is said of queries and pushes', () => {
  const [files, served] = [pagesOf(), pagesOf({ hosting: 'gateway' })];
  /** Each is said of the one, and never of the other. */
  const saysOnly = (wordsOf: readonly (readonly [page: string, words: string])[], isServed: boolean) => {
    const [mine, other] = isServed ? [served, files] : [files, served];
    for (const [page, words] of wordsOf) {
      expect(textOf(mine, page), page).toContain(words);
      expect(textOf(other, page), page).not.toContain(words);
    }
  };

  it('of files is that they answer no query and take nothing', () => {
    saysOnly(
      [
        ['clients', 'This gallery is a folder of files.'],
        ['clients', 'Give it the V3 address. On V2 it says "could not be found"'],
        ['clients', '| publish | no | no | no |'],
        ['clients', '`-Command` and `-Includes` return every package.'],
        ['find', 'Do not use `-Tag`, `-Command` and `-Includes` here'],
        ['find', 'no host of plain files knows'],
        ['install', '-Uri https://contoso.example/repo/v3/index.json -Trusted'],
        ['publish', 'there is none here: these are plain files'],
        ['listing', 'find unlisted versions on a feed like this one'],
        ['mirror', 'What a folder can do and the feeds'],
        ['faq', 'Why does Find-Module -Tag show every package?'],
        ['faq', 'Not against these pages'],
      ],
      false,
    );
  });

  it('of a gateway is that queries are exact, and how to push with a key', () => {
    saysOnly(
      [
        ['clients', '| PSResourceGet | `https://contoso.example/repo/api/v2`, without a slash at its end |'],
        ['clients', '| by command | `-CommandName` | `Find-Command` |'],
        ['clients', 'shows every package twice'],
        ['find', 'Find-PSResource -Tag Azure,Backup -Repository'],
        ['find', 'Find-Module -Tag Azure,Backup -Repository'],
        ['install', '-Uri https://contoso.example/repo/api/v2 -Trusted'],
        ['publish', '## With a key\n\nIf this gallery takes pushes,'],
        ['publish', '`pwshelf keys new --kind bearer`'],
        ['publish', 'Publish-PSResource -Repository '],
        ['publish', 'Publish-Module -Repository '],
        ['publish', 'Publish-Script -Repository '],
        ['publish', ' -s https://contoso.example/repo/api/v2/package -k $key'],
        ['listing', '--source https://contoso.example/repo/api/v2/package --api-key $key'],
        ['mirror', 'npm run pwshelf -- serve'],
        ['faq', 'Yes, if this gallery takes pushes'],
      ],
      true,
    );
  });

  it('is the same whatever the names of the files are', () => {
    expect(pagesOf({ hosting: 'extensionless' })).toEqual(files);
    expect(pagesOf({ hosting: 'both' })).toEqual(files);
  });
});

describe('what differs from gallery to gallery', () => {
  const [, own] = GALLERIES[1] ?? ['', []];

  it('shows: registration, repository, maintainers', () => {
    const install = textOf(own, 'install');
    const settings = makeSettings({ title: 'Contoso [internal] *tools*' });
    for (const { command } of registrationCommands(settings, ROUTES)) {
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
