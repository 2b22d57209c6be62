import { describe, expect, it } from 'vitest';
import { readMarkdownParts, sectionsOf } from '../../../src/read/help/markdown-parts.ts';
import { PARAMETER_BLOCK_MAX_LENGTH, platypsParameters } from '../../../src/read/help/platyps-parameters.ts';

const read = (markdown: string) =>
  platypsParameters(sectionsOf(readMarkdownParts(markdown).parts, 3).sections);
const block = (...lines: readonly string[]) => ['```yaml', ...lines, '```', ''].join('\n');
const one = (...lines: readonly string[]) => read(`### -Name\n${block(...lines)}`)[0];

const LINES = [
  'Type: String[]',
  'Parameter Sets: ByName',
  'Aliases: Id, Key',
  'Accepted values: Red, Blue',
  '',
  'Required: True',
  'Position: 0',
  'Default value: @{a: b}',
  'Accept pipeline input: True (ByPropertyName, ByValue)',
  'Accept wildcard characters: True',
];

const YAML = [
  'Type: System.String[]',
  "DefaultValue: ''",
  'SupportsWildcards: true',
  'Aliases:',
  '- Id',
  'ParameterSets:',
  '- Name: ByName',
  '  Position: 0',
  '  IsRequired: true',
  '  ValueFromPipeline: true',
  '  ValueFromPipelineByPropertyName: false',
  '- Name: ByKey',
  '  Position: Named',
  '  IsRequired: false',
  '  ValueFromPipeline: false',
  '  ValueFromPipelineByPropertyName: true',
  'AcceptedValues:',
  '- Red',
  '- 1.0',
];

describe('platypsParameters', () => {
  it('reads the lines of 0.14', () => {
    expect(read(`### -Name\nWords.\n\nMore.\n\n${block(...LINES)}`)).toEqual([
      {
        name: 'Name',
        type: 'string[]',
        description: 'Words.\n\nMore.',
        isMandatory: true,
        position: 0,
        pipeline: ['value', 'property'],
        acceptsWildcards: true,
        aliases: ['Id', 'Key'],
        defaultValue: '@{a: b}',
        validValues: ['Red', 'Blue'],
        parameterSets: ['ByName'],
      },
    ]);
  });

  it('reads the YAML of 1.0', () => {
    expect(read(`### -Name\n${block(...YAML)}\nWords.`)).toEqual([
      {
        name: 'Name',
        type: 'string[]',
        description: 'Words.',
        isMandatory: false,
        position: 0,
        pipeline: ['value', 'property'],
        acceptsWildcards: true,
        aliases: ['Id'],
        defaultValue: undefined,
        validValues: ['Red', '1.0'],
        parameterSets: ['ByName', 'ByKey'],
      },
    ]);
  });

  it.each([
    ['(All)', []],
    ['__AllParameterSets', []],
    ['A, B', ['A', 'B']],
    ['', []],
  ])('reads the parameter sets %j', (sets, names) => {
    expect(one('Type: String', `Parameter Sets: ${sets}`)?.parameterSets).toEqual(names);
  });

  it('joins a block for each parameter set', () => {
    const of = (set: string, required: string) =>
      block('Type: String', `Parameter Sets: ${set}`, `Required: ${required}`, 'Position: Named');
    const [parameter] = read(`### -Name\n${of('A', 'True')}\n${of('B', 'False')}`);
    expect(parameter).toMatchObject({ isMandatory: false, parameterSets: ['A', 'B'] });
  });

  it('keeps YAML that the words show', () => {
    const [parameter] = read(`### -Name\n${block('key: value')}\n${block(...LINES)}`);
    expect(parameter).toMatchObject({ type: 'string[]', description: '```yaml\nkey: value\n```' });
  });

  it.each([
    ['is broken', [...YAML, '  ]: [']],
    ['has an alias', [...YAML.map((line) => line.replace('- Id', '- &a Id')), 'HelpMessage: *a']],
    ['is too long', [...YAML, `# ${'x'.repeat(PARAMETER_BLOCK_MAX_LENGTH)}`]],
  ])('reads a block line by line that %s', (_, lines) => {
    expect(one(...lines)).toMatchObject({
      type: 'string[]',
      isMandatory: true,
      position: 0,
      pipeline: ['value'],
    });
  });

  it('reads headings of parameters alone, each once', () => {
    const markdown =
      '### -Name\nFirst.\n### -name\nSecond.\n### CommonParameters\nWords.\n### -A\\_B <String>\n';
    expect(read(markdown).map(({ name, description }) => [name, description])).toEqual([
      ['Name', 'First.'],
      ['A_B', undefined],
    ]);
  });

  it('tells a parameter without facts as unknown', () => {
    expect(read('### -Name\n{{ Fill Name Description }}')).toEqual([
      {
        name: 'Name',
        type: undefined,
        description: undefined,
        isMandatory: false,
        position: undefined,
        pipeline: [],
        acceptsWildcards: false,
        aliases: [],
        defaultValue: undefined,
        validValues: [],
        parameterSets: [],
      },
    ]);
  });
});
