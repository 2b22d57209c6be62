import { describe, expect, it } from 'vitest';
import { commandChanges, factChanges, fileChanges } from '../../src/site/changes.ts';
import { makeCommand, NO_DOCS } from '../support/make-docs.ts';
import { makeGallery } from '../support/make-gallery.ts';

const docs = (commands: Readonly<Record<string, readonly string[]>>) => ({
  ...NO_DOCS,
  commands: Object.entries(commands).map(makeCommand),
});

describe('commandChanges', () => {
  it('tells what came, what went and what is called differently', () => {
    const before = docs({ 'Get-A': ['Name'], 'Get-B': [], 'Get-C': ['X'] });
    const after = docs({ 'get-a': ['Name', 'Path'], 'Get-C': ['X'], 'Get-D': [] });
    const { added, removed, changed } = commandChanges(before, after);
    expect(added.map(({ name }) => name)).toEqual(['Get-D']);
    expect(removed.map(({ name }) => name)).toEqual(['Get-B']);
    expect(changed).toEqual([{ name: 'get-a', added: ['Path'], removed: [], changed: [] }]);
  });

  it('tells of another type, and of what must be given now', () => {
    const command = makeCommand(['Get-A', ['Name']]);
    const [parameter] = command.help?.parameters ?? [];
    const other = {
      ...command,
      help: command.help && {
        ...command.help,
        parameters: parameter ? [{ ...parameter, type: 'int', isMandatory: true }] : [],
      },
    };
    const { changed } = commandChanges(
      { ...NO_DOCS, commands: [command] },
      { ...NO_DOCS, commands: [other] },
    );
    expect(changed[0]?.changed).toEqual([{ name: 'Name', before: 'string', after: 'int, required' }]);
  });
});

const gallery = makeGallery([
  {
    id: 'Contoso.Tools',
    versions: [
      { version: '1.0.0', files: { 'a.txt': 1, 'b.txt': 2, 'c.txt': 3 }, dependencies: { Base: '1.0' } },
      { version: '1.1.0', files: { 'a.txt': 1, 'b.txt': 2, 'd.txt': 4 }, nuspec: { description: 'More.' } },
    ],
  },
]);
const [before, after] = gallery.packages[0]?.versions ?? [];
if (!before || !after) throw new Error('no versions');

it('tells which files changed, by their bytes where their sizes are the same', () => {
  expect(
    fileChanges(before, after, (path) => path === 'a.txt').map(({ path, kind }) => [path, kind]),
  ).toEqual([
    ['Contoso.Tools.psd1', 'changed'],
    ['b.txt', 'changed'],
    ['c.txt', 'removed'],
    ['d.txt', 'added'],
  ]);
});

it('tells which facts changed', () => {
  expect(factChanges(before, after)).toEqual([
    { title: 'Description', before: 'What Contoso.Tools does.', after: 'More.' },
    { title: 'Dependencies', before: 'Base 1.0', after: '' },
  ]);
});
