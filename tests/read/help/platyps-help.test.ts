import { describe, expect, it } from 'vitest';
import { PLATYPS_MAX_LENGTH, readPlatypsHelp } from '../../../src/read/help/platyps-help.ts';
import fc from '../../support/laws.ts';

const PATH = 'docs/Get-Widget.md';

const FRONT = `---
external help file: Contoso.Tools-help.xml
Module Name: Contoso.Tools
online version: https://contoso.example/w
schema: 2.0.0
---
`;

const BODY = `
# Get-Widget

## SYNOPSIS
Gets widgets
of a store.

## SYNTAX

### ByName (Default)
\`\`\`
Get-Widget [-Name] <String[]> [[-Colour] <Colour>]
 [-Force] [<CommonParameters>]
\`\`\`

### All
\`\`\`
Get-Widget -All  [-Since <System.DateTime>] [<CommonParameters>]
\`\`\`

## DESCRIPTION
Finds **widgets**.

### Details
Hidden ones are left out.

## EXAMPLES

### -------------------------- Example 1: \\[One\\] --------------------------
Before.

\`\`\`powershell
# Not a heading
Get-Widget a
\`\`\`

\`\`\`Output
a
\`\`\`

After.

\`\`\`
more
\`\`\`

### Example 2
\`\`\`powershell
PS C:\\> {{ Add example code here }}
\`\`\`

{{ Add example description here }}

### Example 3
Words alone.

## PARAMETERS

### -Name
Names of widgets.

\`\`\`yaml
Type: String[]
Parameter Sets: ByName
Aliases:

Required: True
Position: 1
Default value: None
Accept pipeline input: False
Accept wildcard characters: False
\`\`\`

### CommonParameters
This cmdlet supports the common parameters.

## INPUTS

### System.String
Names.

### None

## OUTPUTS

Contoso.Widget
One for each name.

## NOTES
{{ Fill in the Notes }}

## RELATED LINKS

[Set-Widget](Set-Widget.md)
`;

const HELP = FRONT + BODY;

const NEW_HELP = `---
document type: cmdlet
external help file: Contoso.Tools.dll-Help.xml
HelpUri: ''
Locale: en-US
Module Name: Contoso.Tools
PlatyPS schema version: 2024-05-01
title: Set-Widget
---

# Set-Widget

## SYNOPSIS

{{ Fill in the Synopsis }}

## SYNTAX

### __AllParameterSets

\`\`\`
Set-Widget [-Widget] <Contoso.Widget>
 [<CommonParameters>]
\`\`\`

## ALIASES

This cmdlet has the following aliases,
  sw

## DESCRIPTION

Sets.

## PARAMETERS

### -Widget

One.

\`\`\`yaml
Type: Contoso.Widget
DefaultValue: ''
SupportsWildcards: false
Aliases: []
ParameterSets:
- Name: (All)
  Position: 0
  IsRequired: true
  ValueFromPipeline: true
  ValueFromPipelineByPropertyName: false
AcceptedValues: []
\`\`\`

## INPUTS

## OUTPUTS

### System.Void

## NOTES

Takes time.
`;

describe('readPlatypsHelp', () => {
  it('reads the format of 0.14', () => {
    expect(readPlatypsHelp(HELP, PATH)).toEqual({
      name: 'Get-Widget',
      origin: 'markdown',
      path: PATH,
      synopsis: 'Gets widgets of a store.',
      description: 'Finds **widgets**.\n\n### Details\nHidden ones are left out.',
      syntax: [
        'Get-Widget [-Name] <string[]> [[-Colour] <Colour>] [-Force] [<CommonParameters>]',
        'Get-Widget -All [-Since <datetime>] [<CommonParameters>]',
      ],
      parameters: [
        {
          name: 'Name',
          type: 'string[]',
          description: 'Names of widgets.',
          isMandatory: true,
          position: 0,
          pipeline: [],
          acceptsWildcards: false,
          aliases: [],
          defaultValue: undefined,
          validValues: [],
          parameterSets: ['ByName'],
        },
      ],
      inputs: [
        { type: 'System.String', description: 'Names.' },
        { type: 'None', description: undefined },
      ],
      outputs: [{ type: 'Contoso.Widget', description: 'One for each name.' }],
      examples: [
        {
          title: 'Example 1: [One]',
          code: '# Not a heading\nGet-Widget a\n\na',
          remarks: 'Before.\n\nAfter.\n\n```\nmore\n```',
        },
        { title: 'Example 3', code: '', remarks: 'Words alone.' },
      ],
      notes: undefined,
      links: [
        { text: 'Online Version', uri: 'https://contoso.example/w' },
        { text: 'Set-Widget', uri: undefined },
      ],
    });
  });

  it('reads the format of 1.0', () => {
    expect(readPlatypsHelp(NEW_HELP, PATH)).toEqual({
      name: 'Set-Widget',
      origin: 'markdown',
      path: PATH,
      synopsis: undefined,
      description: 'Sets.',
      syntax: ['Set-Widget [-Widget] <Widget> [<CommonParameters>]'],
      parameters: [
        {
          name: 'Widget',
          type: 'Widget',
          description: 'One.',
          isMandatory: true,
          position: 0,
          pipeline: ['value'],
          acceptsWildcards: false,
          aliases: [],
          defaultValue: undefined,
          validValues: [],
          parameterSets: [],
        },
      ],
      inputs: [],
      outputs: [{ type: 'System.Void', description: undefined }],
      examples: [],
      notes: 'Takes time.',
      links: [],
    });
  });

  it('reads lines that end in CR LF alike', () => {
    expect(readPlatypsHelp(HELP.replaceAll('\n', '\r\n'), PATH)).toEqual(readPlatypsHelp(HELP, PATH));
  });

  it('reads sets that share a fence, a line each', () => {
    const markdown = `${FRONT}# A\n## SYNOPSIS\n## SYNTAX\n\`\`\`\nA -X\nA -Y\n\`\`\`\n`;
    expect(readPlatypsHelp(markdown, PATH)?.syntax).toEqual(['A -X', 'A -Y']);
  });

  it('reads a file without front matter by its headings', () => {
    expect(readPlatypsHelp(BODY, PATH)?.name).toBe('Get-Widget');
  });

  it.each([
    ['nothing', ''],
    ['a readme', '# Widgets\n\nThey are fine.\n'],
    ['headings alone that are not enough', '# Get-Widget\n## SYNOPSIS\nGets widgets.\n'],
    ['a title of several words', HELP.replace('# Get-Widget', '# Get a Widget')],
    ['front matter of something else', BODY.replace('', '---\ntitle: Widgets\n---\n')],
    ['the page of a module', HELP.replace('schema: 2.0.0', 'Module Guid: 0')],
    ['the page of a module of 1.0', NEW_HELP.replace('type: cmdlet', 'type: module')],
    ['no synopsis', HELP.replace('## SYNOPSIS', '## SUMMARY')],
    ['too much', HELP + ' '.repeat(PLATYPS_MAX_LENGTH)],
  ])('leaves alone what is %s', (_, markdown) => {
    expect(readPlatypsHelp(markdown, PATH)).toBeUndefined();
  });

  it.each([HELP, NEW_HELP])('never throws (%#)', (help) => {
    fc.assert(
      fc.property(
        fc.nat({ max: help.length }),
        fc.nat({ max: 60 }),
        fc.string({
          unit: fc.constantFrom('\n', '`', '#', '-', ':', '[', '{', '&', '*', ' ', 'a'),
          maxLength: 9,
        }),
        (at, length, insert) => {
          const found = readPlatypsHelp(help.slice(0, at) + insert + help.slice(at + length), PATH);
          expect(found === undefined || found.origin === 'markdown').toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });
});
