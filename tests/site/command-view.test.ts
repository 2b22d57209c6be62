import { expect, it } from 'vitest';
import { hasCommandPage } from '../../src/site/command-page-name.ts';
import { commandSections, linkAddress, parameterFacts, sinceVersion } from '../../src/site/command-view.ts';
import { makeCommand } from '../support/make-docs.ts';
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
