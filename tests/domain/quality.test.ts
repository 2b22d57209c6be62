import { describe, expect, it } from 'vitest';
import type { CommandHelp } from '../../src/domain/command-help.ts';
import { judgeQuality, QUALITY_CRITERIA } from '../../src/domain/quality.ts';
import fc from '../support/laws.ts';
import { makeCommand, NO_DOCS } from '../support/make-docs.ts';
import { exportsOf, makeNupkgValue } from '../support/make-nupkg-value.ts';

const BARE = makeNupkgValue({ nuspec: { description: undefined, licenseUrl: undefined } });

function resultOf(id: string, facts: Parameters<typeof judgeQuality>[0]) {
  return judgeQuality(facts).criteria.find((criterion) => criterion.id === id);
}

function commandWith(name: string, help: Partial<CommandHelp>) {
  const command = makeCommand([name, ['Path']]);
  return { ...command, help: command.help && { ...command.help, ...help } };
}

describe('judgeQuality', () => {
  it('has weights of 100 for a module with commands', () => {
    expect(QUALITY_CRITERIA.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
  });

  it('gives everything to a package that has everything, and no advice', () => {
    const nupkg = makeNupkgValue({
      nuspec: {
        description:
          'Reads the ledgers of folders and tells which files have changed since they were written last.',
        projectUrl: 'https://contoso.example/',
        releaseNotes: 'First version.',
      },
      manifest: {
        functionsToExport: exportsOf('Get-A'),
        tags: ['a', 'b', 'c'],
        powerShellVersion: '5.1',
        compatiblePSEditions: ['Desktop', 'Core'],
      },
      files: { 'README.md': 10 },
    });
    const parameters = commandWith('Get-A', {}).help?.parameters.map((item) => ({
      ...item,
      description: 'Which.',
    }));
    const command = commandWith('Get-A', {
      synopsis: 'Gets A.',
      examples: [{ title: undefined, code: 'Get-A', remarks: undefined }],
      parameters: parameters ?? [],
    });
    const docs = { ...NO_DOCS, commands: [command], license: { spdxId: 'MIT', path: 'LICENSE' } };
    const report = judgeQuality({ nupkg, docs });
    expect(report.score).toBe(100);
    expect(report.criteria.filter(({ remedy }) => remedy !== undefined)).toEqual([]);
  });

  it('says of every criterion that is not met what to do', () => {
    const { criteria, score } = judgeQuality({ nupkg: BARE, docs: NO_DOCS });
    for (const { share, remedy } of criteria) expect(remedy === undefined).toBe(share >= 1);
    expect(score).toBeLessThan(30);
  });

  it.each([
    [['Get-A'], 'Write .SYNOPSIS and .DESCRIPTION for Get-A.'],
    [
      ['Get-A', 'Get-B', 'Get-C', 'Get-D', 'Get-E'],
      'Write .SYNOPSIS and .DESCRIPTION for Get-A, Get-B, Get-C and 2 more.',
    ],
  ])('names the commands without help: %j', (names, remedy) => {
    const commands = names.map((name) => commandWith(name, {}));
    expect(resultOf('help', { nupkg: BARE, docs: { ...NO_DOCS, commands } })?.remedy).toBe(remedy);
  });

  it('asks for no help of a package without commands', () => {
    expect(resultOf('help', { nupkg: BARE, docs: NO_DOCS })).toBeUndefined();
  });

  it.each([
    ['1.2.0', 1],
    ['1.2.0-beta1', 1],
    ['1.2', 0],
    ['1.2.0.4', 0],
  ])('judges the version %s as %d', (version, share) => {
    expect(resultOf('versioning', { nupkg: makeNupkgValue({ version }), docs: NO_DOCS })?.share).toBe(share);
  });

  it('notes signed files without judging them', () => {
    const docs = { ...NO_DOCS, code: { scriptCount: 3, signedCount: 1, assemblyCount: 0 } };
    expect(resultOf('signed', { nupkg: BARE, docs })).toMatchObject({
      weight: 0,
      found: '1 of 3 script files carry a signature.',
    });
  });

  it('stays between 0 and 100, and better help never lowers the score', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ synopsis: fc.boolean(), example: fc.boolean() }), {
          minLength: 1,
          maxLength: 8,
        }),
        fc.nat(),
        (specs, pick) => {
          const scoreOf = (list: typeof specs) =>
            judgeQuality({
              nupkg: BARE,
              docs: {
                ...NO_DOCS,
                commands: list.map(({ synopsis, example }, index) =>
                  commandWith(`Get-${index}`, {
                    synopsis: synopsis ? 'Text.' : undefined,
                    examples: example ? [{ title: undefined, code: 'x', remarks: undefined }] : [],
                  }),
                ),
              },
            }).score;
          const before = scoreOf(specs);
          const after = scoreOf(
            specs.map((item, index) =>
              index === pick % specs.length ? { synopsis: true, example: true } : item,
            ),
          );
          expect(before).toBeGreaterThanOrEqual(0);
          expect(after).toBeLessThanOrEqual(100);
          expect(after).toBeGreaterThanOrEqual(before);
        },
      ),
    );
  });
});
