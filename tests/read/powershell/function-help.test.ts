import { describe, expect, it } from 'vitest';
import type { CommandHelp } from '../../../src/domain/command-help.ts';
import { docsOf } from '../../support/docs-findings.ts';
import { exportsOf } from '../../support/make-nupkg-value.ts';

function helpOf(code: string, name = 'Get-A'): CommandHelp | undefined {
  const { docs } = docsOf(
    { 'Sample.Tools.psm1': code },
    { manifest: { functionsToExport: exportsOf(name) } },
  );
  return docs.commands.find((command) => command.name === name)?.help;
}

describe('the syntax of a function', () => {
  // As Get-Command -Syntax of PowerShell 7.6 prints each of them.
  it.each<[string, readonly string[]]>([
    ['function Get-A { }', ['Get-A']],
    ['function Get-A($a, [int]$b, [switch]$c) { }', ['Get-A [[-a] <Object>] [[-b] <int>] [-c]']],
    ['function Get-A() { param($a) }', ['Get-A [[-a] <Object>]']],
    ['function Get-A { [CmdletBinding()] param($a) }', ['Get-A [[-a] <Object>] [<CommonParameters>]']],
    ['function Get-A { param([Parameter()]$a) }', ['Get-A [[-a] <Object>] [<CommonParameters>]']],
    [
      'function Get-A { [CmdletBinding(PositionalBinding = $false)] param($a) }',
      ['Get-A [-a <Object>] [<CommonParameters>]'],
    ],
    [
      'function Get-A { [CmdletBinding(SupportsShouldProcess)] param([Parameter(Mandatory, Position = 1)][string[]]$b, [Parameter(Position = 0)]$a) }',
      ['Get-A [[-a] <Object>] [-b] <string[]> [-WhatIf] [-Confirm] [<CommonParameters>]'],
    ],
    [
      "function Get-A { [CmdletBinding(DefaultParameterSetName='A', SupportsShouldProcess)] param([Parameter(Mandatory, Position=0, ParameterSetName='A')][string[]]$Name, [Parameter(ParameterSetName='B')][int]$Count = 3, [switch]$Force) }",
      [
        'Get-A [-Name] <string[]> [-Force] [-WhatIf] [-Confirm] [<CommonParameters>]',
        'Get-A [-Count <int>] [-Force] [-WhatIf] [-Confirm] [<CommonParameters>]',
      ],
    ],
    [
      "function Get-A { param([Parameter(ParameterSetName='A')][Parameter(ParameterSetName='B', Mandatory)]$x) }",
      ['Get-A -x <Object> [<CommonParameters>]', 'Get-A [-x <Object>] [<CommonParameters>]'],
    ],
    [
      'function Get-A { [CmdletBinding(DefaultParameterSetName)] param([Parameter(ParameterSetName="B")]$x) }',
      ['Get-A [<CommonParameters>]', 'Get-A [-x <Object>] [<CommonParameters>]'],
    ],
    [
      'function Get-A([PSCustomObject]$a, [System.Collections.Generic.List[int]]$b, [Nullable[datetime]]$c) { }',
      ['Get-A [[-a] <psobject>] [[-b] <List[int]>] [[-c] <datetime>]'],
    ],
    [
      'function Get-A { param([Parameter(Mandatory=$true)][Management.Automation.PSCredential]$c, [Parameter(Mandatory=$false)][bool]$d) }',
      ['Get-A [-c] <pscredential> [[-d] <bool>] [<CommonParameters>]'],
    ],
    [
      'function Get-A { param([Parameter(Position=0)]$a, [Parameter(Position=0)]$b) }',
      ['Get-A [[-b] <Object>] [<CommonParameters>]'],
    ],
    ['filter Get-A { }', ['Get-A']],
    [
      "function Get-A { param([Parameter(ParameterSetName='One')]$A, [Parameter(ParameterSetName='one')]$B, [Parameter(ParameterSetName='')]$C, [Parameter(Mandatory='false')]$D, [Parameter(Position=(1))]$E, [Parameter(Mandatory=(1))]$F) }",
      [
        'Get-A [[-E] <Object>] -D <Object> -F <Object> [-A <Object>] [-C <Object>] [<CommonParameters>]',
        'Get-A [[-E] <Object>] -D <Object> -F <Object> [-B <Object>] [-C <Object>] [<CommonParameters>]',
      ],
    ],
  ])('of %s', (code, syntax) => {
    expect(helpOf(code)?.syntax).toEqual(syntax);
  });

  it('tells aliases, valid values, defaults, pipeline and help messages', () => {
    const help = helpOf(
      "function Get-A { param([Parameter(ValueFromPipeline, ValueFromPipelineByPropertyName, HelpMessage='Which.')] [Alias('N','Title')] [ValidateSet('x','y')] [SupportsWildcards()] [string]$Name = ('x' + 1)) }",
    );
    expect(help?.parameters).toMatchObject([
      {
        name: 'Name',
        aliases: ['N', 'Title'],
        validValues: ['x', 'y'],
        defaultValue: "('x' + 1)",
        pipeline: ['value', 'property'],
        acceptsWildcards: true,
        description: 'Which.',
      },
    ]);
  });
});

describe('the constants of an attribute', () => {
  // As Get-Command of PowerShell 7.6 has them.
  it.each<[string, readonly string[]]>([
    ["1, 'a', 0x10, 1.5, -1, 1kb", ['1', 'a', '16', '1.5', '-1', '1024']],
    ['$true, $false', ['True', 'False']],
    ['[DayOfWeek]::Monday', ['Monday']],
    ["'a', 'b', IgnoreCase", ['a', 'b']],
    ["'a', IgnoreCase = $false", ['a']],
    ["(1), ('a', 'b')", ['1', 'a b']],
    ['"a`n"', ['a\n']],
  ])('ValidateSet(%s) allows %j', (given, values) => {
    expect(helpOf(`function Get-A { param([ValidateSet(${given})]$x) }`)?.parameters[0]?.validValues).toEqual(
      values,
    );
  });

  it('come from the last attribute first', () => {
    const code = "function Get-A { param([Alias('a', 'b')] [Alias('c')] $x) }";
    expect(helpOf(code)?.parameters[0]?.aliases).toEqual(['c', 'a', 'b']);
  });
});

describe('comment-based help', () => {
  it.each([
    ['before the keyword', '<#\n.SYNOPSIS\nText.\n#>\nfunction Get-A { }', 'Text.'],
    ['before it with one blank line between', '<#\n.SYNOPSIS\nText.\n#>\n\nfunction Get-A { }', 'Text.'],
    ['before it with two blank lines between', '<#\n.SYNOPSIS\nText.\n#>\n\n\nfunction Get-A { }', undefined],
    [
      'before it, two lines below, which carriage returns end',
      '<#\n.SYNOPSIS\nText.\n#>\r\rfunction Get-A { }',
      'Text.',
    ],
    ['before it, three lines below', '<#\n.SYNOPSIS\nText.\n#>\r\r\rfunction Get-A { }', undefined],
    ['at the beginning of the body', 'function Get-A {\n<#\n.SYNOPSIS\nText.\n#>\nparam($a) }', 'Text.'],
    ['at the end of the body', 'function Get-A {\n1\n<#\n.SYNOPSIS\nText.\n#>\n}', 'Text.'],
    ['in lines', '# .SYNOPSIS\n#   Text.\n#\n# .DESCRIPTION\n# More.\nfunction Get-A { }', 'Text.'],
    ['in lines behind another comment', '# A remark.\n\n# .SYNOPSIS\n# Text.\nfunction Get-A { }', 'Text.'],
    ['of the first that is help', 'function Get-A {\n# no help\n\n<#\n.SYNOPSIS\nText.\n#>\n}', 'Text.'],
    [
      'with a keyword that PowerShell does not know',
      '<#\n.SYNOPSIS\nText.\n.CHANGES\nx\n#>\nfunction Get-A { }',
      undefined,
    ],
    ['with text before the first keyword', '<#\nHello\n.SYNOPSIS\nText.\n#>\nfunction Get-A { }', undefined],
    [
      'twice, of which the last counts',
      '<#\n.SYNOPSIS\nOne.\n.SYNOPSIS\nTwo.\n#>\nfunction Get-A { }',
      'Two.',
    ],
    ['with an indent', 'function Get-A {\n    <#\n        .SYNOPSIS\n            Text.\n    #>\n}', 'Text.'],
  ])('is found %s', (_, code, synopsis) => {
    expect(helpOf(code)?.synopsis).toBe(synopsis);
  });

  it('is read in all its parts', () => {
    const help = helpOf(
      [
        '<#',
        '.SYNOPSIS',
        '  Gets A.',
        '.DESCRIPTION',
        '  First line,',
        '    and an indented one.',
        '.PARAMETER Path',
        '  Where.',
        '.PARAMETER path',
        '  Not this.',
        '.EXAMPLE',
        '  PS C:\\> Get-A -Path x',
        '  | Out-Null',
        '',
        '  Shows it.',
        '.INPUTS',
        '  System.String',
        '  A path.',
        '.OUTPUTS',
        '  Sample.A',
        '.NOTES',
        '  By us.',
        '.LINK',
        '  https://example.org/',
        '.LINK',
        '  Set-A',
        '#>',
        'function Get-A { param([string]$Path) }',
      ].join('\n'),
    );
    expect(help).toMatchObject({
      origin: 'comment',
      description: 'First line,\n  and an indented one.',
      parameters: [{ name: 'Path', description: 'Where.' }],
      examples: [{ code: 'Get-A -Path x\n| Out-Null', remarks: 'Shows it.' }],
      inputs: [{ type: 'System.String', description: 'A path.' }],
      outputs: [{ type: 'Sample.A' }],
      notes: 'By us.',
      links: [
        { text: 'https://example.org/', uri: 'https://example.org/' },
        { text: 'Set-A', uri: undefined },
      ],
    });
  });

  it.each([
    ['above', 'function Get-A { param(\n# Where.\n[string]$Path) }'],
    ['behind', 'function Get-A { param(\n[string]$Path # Where.\n) }'],
    ['behind the comma', 'function Get-A { param(\n[string]$Path, # Where.\n$x) }'],
    ['within', 'function Get-A { param([string] <# Where. #> $Path) }'],
  ])('takes a comment %s a parameter where it is silent itself', (_, code) => {
    expect(helpOf(code)?.parameters[0]?.description).toBe('Where.');
  });

  it('takes the output types of the attribute where it names none', () => {
    const help = helpOf(
      'function Get-A { [OutputType([int], [System.IO.FileInfo])] [OutputType("Sample.A")] param() }',
    );
    expect(help?.outputs.map(({ type }) => type)).toEqual(['int', 'FileInfo', 'Sample.A']);
    const mixed = helpOf("function Get-A { [OutputType('int', [string], ParameterSetName = 'x')] param() }");
    expect(mixed?.outputs.map(({ type }) => type)).toEqual(['int', 'string']);
  });
});

describe('comments with a run of two hundred thousand spaces', () => {
  const spaces = ' '.repeat(200_000);

  it('have the words behind it', () => {
    const help = helpOf(
      `function Get-A {\n<#\n.SYNOPSIS\nx${spaces}y\n.NOTES\n.EXTERNALHELP a${spaces}b\n#>\n}`,
    );
    expect(help?.synopsis).toBe(`x${spaces}y`);
  });

  it('have examples behind something like a prompt', () => {
    const help = helpOf(
      `function Get-A {\n<#\n.EXAMPLE\nPS C:${spaces}Get-A\n.EXAMPLE\nPS C:${spaces}> Get-A\n#>\n}`,
    );
    expect(help?.examples.map(({ code }) => code)).toEqual([`PS C:${spaces}Get-A`, 'Get-A']);
  });
});

it('has no more syntax lines than PowerShell binds parameter sets', () => {
  const parameters = Array.from({ length: 5000 }, (_, at) => `[Parameter(ParameterSetName='s${at}')]$p${at}`);
  expect(helpOf(`function Get-A { param(${parameters.join()}, $q) }`)?.syntax).toHaveLength(32);
});
