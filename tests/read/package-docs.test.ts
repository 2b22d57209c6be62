import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { docsOf } from '../support/docs-findings.ts';
import fc from '../support/laws.ts';
import { exportsOf } from '../support/make-nupkg-value.ts';

const COMMENT = '<#\n.SYNOPSIS\nFrom the comment.\n#>\n';
const MAML =
  '<helpItems><command><details><name>Get-A</name><description><para>From MAML.</para></description></details></command></helpItems>';
const MARKDOWN = '---\nexternal help file: x\nschema: 2.0.0\n---\n\n# Get-A\n\n## SYNOPSIS\nFrom Markdown.\n';

describe('the documentation of a module', () => {
  it.each<[string, Readonly<Record<string, string>>, string | undefined, string]>([
    [
      'the comment before all else',
      {
        'Sample.Tools.psm1': `${COMMENT}function Get-A { }`,
        'en-US/x-help.xml': MAML,
        'docs/Get-A.md': MARKDOWN,
      },
      'From the comment.',
      'comment',
    ],
    [
      'MAML before Markdown',
      { 'Sample.Tools.psm1': 'function Get-A { }', 'en-US/x-help.xml': MAML, 'docs/Get-A.md': MARKDOWN },
      'From MAML.',
      'maml',
    ],
    [
      'Markdown before nothing',
      { 'Sample.Tools.psm1': 'function Get-A { }', 'docs/Get-A.md': MARKDOWN },
      'From Markdown.',
      'markdown',
    ],
    ['the code alone', { 'Sample.Tools.psm1': 'function Get-A { }' }, undefined, 'code'],
    [
      'MAML where a comment only points there',
      { 'Sample.Tools.psm1': '# .EXTERNALHELP x-help.xml\nfunction Get-A { }', 'x-help.xml': MAML },
      'From MAML.',
      'maml',
    ],
    [
      'MAML under the bare name that a comment may give',
      { 'Sample.Tools.psm1': '# .EXTERNALHELP Help.xml\nfunction Get-A { }', 'Help.xml': MAML },
      'From MAML.',
      'maml',
    ],
    [
      'no other XML of that name',
      { 'Sample.Tools.psm1': 'function Get-A { }', 'Help.xml': '<other />' },
      undefined,
      'code',
    ],
    [
      'help in English before other cultures',
      { 'de-DE/x-help.xml': MAML.replace('MAML', 'anderswo'), 'en-US/x-help.xml': MAML },
      'From MAML.',
      'maml',
    ],
  ])('takes %s', (_, texts, synopsis, origin) => {
    const [command] = docsOf(texts, { manifest: { functionsToExport: exportsOf('Get-A') } }).docs.commands;
    expect(command?.help).toMatchObject({ synopsis, origin });
  });

  it('gives a DSC class the properties of the classes that it derives from', () => {
    const { docs } = docsOf(
      {
        'Sample.Tools.psm1':
          'class Base { [DscProperty()] [string] $B; [DscProperty()] [string] $A; [string] $C }',
        'Classes/R.ps1': '[DscResource()] class R : Base { [DscProperty(Key)] [int] $A }\nclass L : L { }',
      },
      { manifest: { dscResourcesToExport: exportsOf('R', 'L') } },
    );
    expect(docs.commands[0]?.help?.parameters).toMatchObject([
      { name: 'A', type: 'int', isMandatory: true },
      { name: 'B', type: 'string', isMandatory: false },
    ]);
  });

  it('says where commands are defined, what aliases stand for, and passes by tests', () => {
    const { docs } = docsOf(
      {
        'Public/Get-A.ps1': '\n\nfunction Get-A { }\nSet-Alias a Get-A',
        'Tests/Get-A.ps1': 'function Get-A { }',
      },
      { manifest: { functionsToExport: exportsOf('Get-A'), aliasesToExport: exportsOf('a') } },
    );
    expect(docs.commands).toMatchObject([
      { name: 'Get-A', definition: { path: 'Public/Get-A.ps1', line: 3 }, aliases: ['a'] },
      { name: 'a', kind: 'alias', target: 'Get-A' },
    ]);
  });

  it('finds topics, the changelog, and counts signed files', () => {
    const { docs } = docsOf({
      'a.ps1': '1\n# SIG # Begin signature block\n# x\n# SIG # End signature block',
      'b.psm1': '1',
      'CHANGELOG.md': '# 1.0',
      'en-US/about_Sample.help.txt': 'about',
      'x.dll': 'MZ',
    });
    expect(docs).toMatchObject({
      changelogPath: 'CHANGELOG.md',
      topics: [{ name: 'about_Sample', culture: 'en-US' }],
      code: { scriptCount: 2, signedCount: 1, assemblyCount: 1 },
    });
  });

  it('is that of the script itself for a script', () => {
    const { docs } = docsOf(
      {
        'Sample.Tools.ps1':
          '<#PSScriptInfo\n.VERSION 1.0\n#>\n\n<#\n.SYNOPSIS\nCleans up.\n#>\nparam([switch]$Force)',
      },
      { kind: 'script' },
    );
    expect(docs.commands).toMatchObject([
      {
        kind: 'script',
        name: 'Sample.Tools.ps1',
        help: { synopsis: 'Cleans up.', syntax: ['Sample.Tools.ps1 [-Force]'] },
      },
    ]);
  });
});

/** More by hand, e.g. PWSHELF_FUZZ_RUNS=10000. */
const RUNS = Number(process.env['PWSHELF_FUZZ_RUNS'] ?? 600);

it('reads whatever real code becomes when it is damaged', () => {
  const folder = fileURLToPath(new URL('../../packages-index/samples', import.meta.url));
  const seeds = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:ps1|psm1|psd1)$/.test(path))
    .sort()
    .map((path) => readFileSync(join(folder, path), 'utf8'));
  const piece = fc.constantFrom(
    '',
    '(',
    ')',
    '{',
    '}',
    '"',
    "'",
    '@"\n',
    '$(',
    '<#',
    '#>',
    '[',
    ']',
    '`',
    '\n',
    '|',
    ',',
    'function ',
    '.SYNOPSIS',
    '\u0000',
    '\ud800',
  );
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(40),
    insert: piece,
  });
  fc.assert(
    fc.property(fc.constantFrom(...seeds), fc.array(edit, { minLength: 1, maxLength: 6 }), (seed, edits) => {
      let text = seed;
      for (const { at, length, insert } of edits) {
        const start = Math.floor(at * text.length);
        text = text.slice(0, start) + insert + text.slice(start + length);
      }
      docsOf({
        'Sample.Tools.psd1': text,
        'Sample.Tools.psm1': text,
        'a-help.xml': text,
        'Get-A.md': text,
        'DSCResources/X/X.schema.mof': text,
      });
    }),
    { numRuns: RUNS },
  );
});

it('gives a command as many aliases as a package may have', () => {
  const names = Array.from({ length: 19_000 }, (_, at) => `a${at}`);
  const code = `function Get-A { }\n${names.map((name) => `sal ${name} Get-A`).join('\n')}`;
  const { docs } = docsOf(
    { 'Sample.Tools.psm1': code },
    { manifest: { functionsToExport: exportsOf('Get-A'), aliasesToExport: exportsOf(...names) } },
  );
  expect(docs.commands.find(({ name }) => name === 'Get-A')?.aliases).toHaveLength(19_000);
});

it('reads no more help in Markdown than there is time for', () => {
  const page = (name: string) => `${MARKDOWN.replace('Get-A', name)}${'x'.repeat(1_000_000)}`;
  const names = Array.from({ length: 17 }, (_, at) => `Get-${String.fromCharCode(97 + at)}`);
  const files = Object.fromEntries(names.map((name) => [`docs/${name}.md`, page(name)]));
  const { docs, findings } = docsOf(files, { manifest: { functionsToExport: exportsOf(...names) } });
  expect(docs.commands.filter(({ help }) => help !== undefined)).toHaveLength(16);
  expect(findings.map(({ code }) => code)).toEqual(['HELP_UNREADABLE']);
});
