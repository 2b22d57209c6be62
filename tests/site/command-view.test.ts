import { expect, it } from 'vitest';
import { hasCommandPage } from '../../src/site/command-page-name.ts';
import {
  commandPage,
  commandSections,
  commandsWithPages,
  linkAddress,
  parameterFacts,
  sinceVersion,
} from '../../src/site/command-view.ts';
import { setSiteContext } from '../../src/site/gallery-context.ts';
import { makeCommand, NO_DOCS } from '../support/make-docs.ts';
import { makeGallery } from '../support/make-gallery.ts';
import { exportsOf } from '../support/make-nupkg-value.ts';

const command = (name: string, kind: Parameters<typeof hasCommandPage>[0]['kind'] = 'function') => ({
  ...makeCommand([name, []]),
  kind,
});

it.each([
  ['Get-Item', 'function', true],
  ['Get-A.ps1', 'script', true],
  ['ga', 'alias', false],
  ['Operator', 'role-capability', false],
  ['<script>', 'function', false],
  ['..', 'function', false],
  ['a/b', 'function', false],
  ['con', 'function', false],
  ['x'.repeat(101), 'function', false],
] as const)('gives %s, a %s, a page: %s', (name, kind, expected) => {
  expect(hasCommandPage(command(name, kind))).toBe(expected);
});

it('puts commands of a kind together, those first that readers look for', () => {
  const sections = commandSections([
    command('ga', 'alias'),
    command('Get-A'),
    command('X', 'dsc-resource'),
    command('Get-B'),
  ]);
  expect(sections.map(({ title, commands }) => [title, commands.length])).toEqual([
    ['Functions', 2],
    ['DSC resources', 1],
    ['Aliases', 1],
  ]);
});

it('knows since when a command has been there without a break', () => {
  const version = (number: string, ...names: string[]) => ({
    version: number,
    manifest: { functionsToExport: exportsOf(...names) },
  });
  const [owner] = makeGallery([
    {
      id: 'A',
      versions: [
        version('1.0.0', 'Get-A', 'Get-B'),
        version('2.0.0', 'Get-A'),
        version('3.0.0', 'get-a', 'Get-B'),
      ],
    },
  ]).packages;
  if (!owner) throw new Error('no package');
  expect(sinceVersion(owner, 'Get-A')?.version.original).toBe('1.0.0');
  expect(sinceVersion(owner, 'Get-B')?.version.original).toBe('3.0.0');
  expect(sinceVersion(owner, 'Get-C')).toBeUndefined();
});

it('says in short what a parameter takes', () => {
  const [parameter] = makeCommand(['Get-A', ['Name']]).help?.parameters ?? [];
  if (!parameter) throw new Error('no parameter');
  expect(parameterFacts(parameter)).toEqual([]);
  expect(
    parameterFacts({
      ...parameter,
      isMandatory: true,
      position: 0,
      pipeline: ['value', 'property'],
      acceptsWildcards: true,
      parameterSets: ['A', 'B'],
    }),
  ).toEqual([
    'required',
    'position 0',
    'from the pipeline',
    'from the pipeline by property name',
    'wildcards',
    'set A, B',
  ]);
});

it.each([
  ['https://example.org/a', 'https://example.org/a'],
  ['http://example.org/', undefined],
  ['javascript:alert(1)', undefined],
  ['https://example.org/"onclick="x', undefined],
  [undefined, undefined],
])('follows the link %s to %s', (uri, expected) => {
  expect(linkAddress(uri)).toBe(expected);
});

it('finds the page of each of twenty thousand commands without a look through all of them', () => {
  const names = Array.from({ length: 20_000 }, (_, index) => `Get-F${index}`);
  let looks = 0;
  const commands = [...names, 'GET-F1'].map((name) => ({
    ...command(name),
    get kind() {
      looks += 1;
      return 'function' as const;
    },
  }));
  const docs = {
    docs: { ...NO_DOCS, commands },
    quality: { score: 0, criteria: [] },
    readme: '',
    hashes: {},
  };
  const gallery = makeGallery([{ id: 'A', versions: ['1.0.0'] }]);
  setSiteContext({
    gallery,
    siteUrl: 'https://example.org/',
    version: '1',
    indexDir: '/index',
    pages: { take: () => true },
    readBlobEntry: () => Promise.reject(new Error('not asked')),
    readDocs: () => docs,
  });
  const [item] = gallery.packages[0]?.versions ?? [];
  if (!item) throw new Error('no version');
  expect(names.map((name) => commandPage(item, name)?.name)).toEqual(names);
  expect(commandPage(item, 'GET-F1')).toBeUndefined();
  expect(commandsWithPages(item)).toHaveLength(names.length);
  expect(looks).toBeLessThan(4 * names.length);
});
