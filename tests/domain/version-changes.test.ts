import { describe, expect, it } from 'vitest';
import { isUnchanged, versionChanges } from '../../src/domain/version-changes.ts';
import type { CommandFacts, VersionFacts } from '../../src/domain/version-facts.ts';

type Parameters = CommandFacts['parameters'];

function parameters(...names: readonly string[]): Parameters {
  return names.map((name) => ({ name, type: 'string', isMandatory: false }));
}

function facts(
  commands: Readonly<Record<string, Parameters>> = {},
  more: Partial<VersionFacts> = {},
): VersionFacts {
  return {
    id: 'Contoso.Tools',
    version: '1.0.0',
    commands: Object.entries(commands).map(([name, list]) => ({
      kind: 'function',
      name,
      parameters: list,
    })),
    metadata: {},
    files: [],
    ...more,
  };
}

describe('commands', () => {
  it('tells what came, what went and what is called differently', () => {
    const before = facts({ 'Get-A': parameters('Name'), 'Get-B': [], 'Get-C': parameters('X') });
    const after = facts({ 'get-a': parameters('Name', 'Path'), 'Get-C': parameters('X'), 'Get-D': [] });
    expect(versionChanges(before, after)).toMatchObject({
      added: ['Get-D'],
      removed: ['Get-B'],
      changed: [{ name: 'get-a', added: ['Path'], removed: [], changed: [] }],
    });
  });

  it('tells of another type, and of what must be given now', () => {
    const after: Parameters = [{ name: 'Name', type: null, isMandatory: true }];
    expect(versionChanges(facts({ 'Get-A': parameters('name') }), facts({ 'Get-A': after }))).toMatchObject({
      changed: [{ changed: [{ name: 'Name', before: 'string', after: 'any type, required' }] }],
    });
  });
});

it('tells which metadata differ, in the order of the newer version', () => {
  const before = facts({}, { metadata: { Author: 'One', Description: 'Same', Gone: 'x' } });
  const after = facts({}, { metadata: { Description: 'Same', Author: 'Two', New: 'y' } });
  expect(versionChanges(before, after).metadata).toEqual([
    { title: 'Author', before: 'One', after: 'Two' },
    { title: 'New', before: '', after: 'y' },
  ]);
});

it('tells which files differ by their hashes', () => {
  const file = (path: string, sha256: string) => ({ path, sizeBytes: 3, sha256 });
  const before = facts({}, { files: [file('a', '1'), file('b', '1'), file('c', '1')] });
  const after = facts({}, { files: [file('a', '1'), file('b', '2'), file('d', '1')] });
  expect(versionChanges(before, after).files.map(({ path, kind }) => [path, kind])).toEqual([
    ['b', 'changed'],
    ['c', 'removed'],
    ['d', 'added'],
  ]);
});

it('knows when nothing but the version differs', () => {
  expect(isUnchanged(versionChanges(facts(), facts({}, { version: '2.0.0' })))).toBe(true);
  expect(isUnchanged(versionChanges(facts(), facts({ 'Get-A': [] })))).toBe(false);
});
