import { describe, expect, it } from 'vitest';
import { readMamlHelp } from '../../../src/read/help/maml-help.ts';
import fc from '../../support/laws.ts';

const PATH = 'en-US/Contoso.Tools-Help.xml';

const HELP = `<?xml version="1.0" encoding="utf-8"?>
<helpItems schema="maml" xmlns="http://msh">
  <command:command xmlns:maml="urn:maml" xmlns:command="urn:command" xmlns:dev="urn:dev">
    <command:details>
      <command:name>
        Get-Widget
      </command:name>
      <command:verb>Get</command:verb>
      <command:noun>Widget</command:noun>
      <maml:description><maml:para>Gets widgets.</maml:para></maml:description>
    </command:details>
    <maml:description>
      <maml:para>Finds widgets in a store.</maml:para>
      <maml:para>Hidden ones are left out.</maml:para>
    </maml:description>
    <command:syntax>
      <command:syntaxItem>
        <maml:name>Get-Widget</maml:name>
        <command:parameter required="true" globbing="true" pipelineInput="True (ByValue)" position="1" aliases="Id, Key">
          <maml:name>Name</maml:name>
          <command:parameterValue required="true" variableLength="true">System.String[]</command:parameterValue>
        </command:parameter>
        <command:parameter required="false" position="2">
          <maml:name>Colour</maml:name>
          <command:parameterValueGroup>
            <command:parameterValue required="false">Red</command:parameterValue>
            <command:parameterValue required="false">Blue</command:parameterValue>
          </command:parameterValueGroup>
          <command:parameterValue required="true">Contoso.Colour</command:parameterValue>
        </command:parameter>
        <command:parameter required="false" position="named">
          <maml:name>Force</maml:name>
          <dev:type><maml:name>SwitchParameter</maml:name></dev:type>
        </command:parameter>
      </command:syntaxItem>
      <command:syntaxItem>
        <maml:name>Get-Widget</maml:name>
        <command:parameter required="false" position="1">
          <maml:name>Name</maml:name>
          <command:parameterValue required="true">String[]</command:parameterValue>
        </command:parameter>
        <command:parameter required="true" position="named">
          <maml:name>All</maml:name>
          <command:parameterValue required="false">SwitchParameter</command:parameterValue>
        </command:parameter>
      </command:syntaxItem>
    </command:syntax>
    <command:parameters>
      <command:parameter required="true" globbing="true" pipelineInput="True (ByValue)" position="1" aliases="Id, Key">
        <maml:name>Name</maml:name>
        <maml:description><maml:para>Names of widgets.</maml:para></maml:description>
        <command:parameterValue required="true">String[]</command:parameterValue>
        <dev:type><maml:name>String[]</maml:name><maml:uri/></dev:type>
        <dev:defaultValue>None</dev:defaultValue>
      </command:parameter>
      <command:parameter required="false" position="2" aliases="none">
        <maml:name>Colour</maml:name>
        <command:parameterValue required="true">Colour</command:parameterValue>
        <dev:defaultValue>Red</dev:defaultValue>
      </command:parameter>
      <command:parameter required="false" position="named">
        <maml:name>Force</maml:name>
        <command:parameterValue required="false">SwitchParameter</command:parameterValue>
        <dev:defaultValue>False</dev:defaultValue>
      </command:parameter>
    </command:parameters>
    <command:inputTypes>
      <command:inputType>
        <dev:type><maml:name>System.String</maml:name></dev:type>
        <maml:description><maml:para>Names.</maml:para></maml:description>
      </command:inputType>
      <command:inputType><dev:type><maml:name/></dev:type></command:inputType>
    </command:inputTypes>
    <command:returnValues>
      <command:returnValue>
        <dev:type><maml:name>Contoso.Widget
        One for each name.</maml:name></dev:type>
      </command:returnValue>
    </command:returnValues>
    <maml:alertSet><maml:alert><maml:para>Needs a store.</maml:para></maml:alert></maml:alertSet>
    <command:examples>
      <command:example>
        <maml:title>-------------------------- Example 1: One widget --------------------------</maml:title>
        <maml:introduction><maml:para>PS C:\\&gt;</maml:para></maml:introduction>
        <dev:code>Get-Widget a |
  Format-List</dev:code>
        <dev:remarks><maml:para>Shows one.</maml:para><maml:para></maml:para></dev:remarks>
      </command:example>
      <command:example>
        <maml:title>Example 2</maml:title>
        <maml:introduction><maml:para>Before.</maml:para></maml:introduction>
        <dev:code>Get-Widget -All</dev:code>
        <dev:remarks><maml:para>After.</maml:para></dev:remarks>
      </command:example>
      <command:example>
        <maml:title>Example 3</maml:title>
        <dev:code>PS C:\\&gt; {{ Add example code here }}</dev:code>
        <dev:remarks><maml:para>{{ Add example description here }}</maml:para></dev:remarks>
      </command:example>
    </command:examples>
    <command:relatedLinks>
      <maml:navigationLink>
        <maml:linkText>Online Version:</maml:linkText><maml:uri>https://contoso.example/w</maml:uri>
      </maml:navigationLink>
      <maml:navigationLink><maml:linkText>Set-Widget</maml:linkText><maml:uri/></maml:navigationLink>
      <maml:navigationLink><maml:linkText>https://contoso.example/x</maml:linkText></maml:navigationLink>
      <maml:navigationLink><maml:linkText>Script</maml:linkText><maml:uri>javascript:alert(1)</maml:uri></maml:navigationLink>
      <maml:navigationLink><maml:linkText/><maml:uri/></maml:navigationLink>
    </command:relatedLinks>
  </command:command>
</helpItems>
`;

const shortHelp = (inside: string) =>
  `<helpItems><command><details><name>Get-Foo</name></details>${inside}</command></helpItems>`;

function commands(text: string) {
  const found = readMamlHelp(text, PATH);
  return found.ok ? found.value : [];
}

describe('readMamlHelp', () => {
  const [widget] = commands(HELP);
  const help = widget?.help;

  it('reads what the command is and what its author wrote about it', () => {
    expect(widget?.name).toBe('Get-Widget');
    expect(help).toMatchObject({
      origin: 'maml',
      path: PATH,
      synopsis: 'Gets widgets.',
      description: 'Finds widgets in a store.\n\nHidden ones are left out.',
      notes: 'Needs a store.',
    });
  });

  it('prints a line a parameter set', () => {
    expect(help?.syntax).toEqual([
      'Get-Widget [-Name] <string[]> [[-Colour] <Colour>] [-Force] [<CommonParameters>]',
      'Get-Widget [[-Name] <string[]>] -All [<CommonParameters>]',
    ]);
  });

  it('puts the two lists of parameters together', () => {
    const plain = { pipeline: [], acceptsWildcards: false, aliases: [], validValues: [], parameterSets: [] };
    expect(help?.parameters).toEqual([
      {
        ...plain,
        name: 'Name',
        type: 'string[]',
        description: 'Names of widgets.',
        isMandatory: false,
        position: 0,
        pipeline: ['value'],
        acceptsWildcards: true,
        aliases: ['Id', 'Key'],
        defaultValue: undefined,
      },
      {
        ...plain,
        name: 'Colour',
        type: 'Colour',
        description: undefined,
        isMandatory: false,
        position: 1,
        defaultValue: 'Red',
        validValues: ['Red', 'Blue'],
      },
      {
        ...plain,
        name: 'Force',
        type: 'switch',
        description: undefined,
        isMandatory: false,
        position: undefined,
        defaultValue: undefined,
      },
      {
        ...plain,
        name: 'All',
        type: 'switch',
        description: undefined,
        isMandatory: true,
        position: undefined,
        defaultValue: undefined,
      },
    ]);
  });

  it('reads types of input and output', () => {
    expect(help?.inputs).toEqual([{ type: 'System.String', description: 'Names.' }]);
    expect(help?.outputs).toEqual([{ type: 'Contoso.Widget', description: 'One for each name.' }]);
  });

  it('reads examples without prompts and placeholders', () => {
    expect(help?.examples).toEqual([
      { title: 'Example 1: One widget', code: 'Get-Widget a |\n  Format-List', remarks: 'Shows one.' },
      { title: 'Example 2', code: 'Get-Widget -All', remarks: 'Before.\n\nAfter.' },
    ]);
  });

  it('gives an address to links of the web alone', () => {
    expect(help?.links).toEqual([
      { text: 'Online Version', uri: 'https://contoso.example/w' },
      { text: 'Set-Widget', uri: undefined },
      { text: 'https://contoso.example/x', uri: 'https://contoso.example/x' },
      { text: 'Script', uri: undefined },
    ]);
  });

  it.each([
    ['<parameterValue required="true">String</parameterValue>', '[-A <string>]'],
    ['<parameterValue required="false">SwitchParameter</parameterValue>', '[-A]'],
    ['<parameterValue required="false">String</parameterValue>', '[-A <string>]'],
    ['<parameterValue required="false"/>', '[-A]'],
    ['<type><name>System.Int32</name></type>', '[-A <int>]'],
    [
      '<parameterValueGroup><parameterValue>x</parameterValue><parameterValue>y</parameterValue></parameterValueGroup>',
      '[-A <x | y>]',
    ],
    ['', '[-A]'],
  ])('reads the type of %s', (value, text) => {
    const inside = `<syntax><syntaxItem><parameter required="false"><name>A</name>${value}</parameter></syntaxItem></syntax>`;
    expect(commands(shortHelp(inside))[0]?.help.syntax).toEqual([`Get-Foo ${text} [<CommonParameters>]`]);
  });

  it('reads a command of which nothing is written', () => {
    expect(commands(shortHelp(''))).toEqual([
      {
        name: 'Get-Foo',
        help: {
          origin: 'maml',
          path: PATH,
          synopsis: undefined,
          description: undefined,
          syntax: [],
          parameters: [],
          inputs: [],
          outputs: [],
          examples: [],
          notes: undefined,
          links: [],
        },
      },
    ]);
  });

  it('leaves out commands without a name', () => {
    expect(
      commands('<helpItems><command/><command><details><name/></details></command></helpItems>'),
    ).toEqual([]);
  });

  it('says where XML is broken', () => {
    expect(readMamlHelp(HELP.replace('</dev:code>', ''), PATH)).toMatchObject({
      ok: false,
      problem: expect.stringMatching(/^is not well-formed XML: .*\(line \d+\)$/),
    });
  });

  it('never throws', () => {
    const end = { max: HELP.length };
    fc.assert(
      fc.property(fc.nat(end), fc.nat({ max: 60 }), fc.string({ maxLength: 9 }), (at, length, insert) => {
        const text = HELP.slice(0, at) + insert + HELP.slice(at + length);
        expect(readMamlHelp(text, PATH)).toHaveProperty('ok');
      }),
      { numRuns: 300 },
    );
  });

  it('never throws on elements in the wrong place', () => {
    const names = [
      'command',
      'details',
      'name',
      'syntax',
      'syntaxItem',
      'parameter',
      'parameterValue',
      'para',
      'list',
    ];
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 8 },
        fc.string({ unit: fc.constantFrom('a', '\n', ' ', '-'), maxLength: 4 }),
        fc
          .tuple(fc.constantFrom(...names), fc.array(tie('tree'), { maxLength: 4 }))
          .map(([name, inside]) => `<${name}>${inside.join('')}</${name}>`),
      ),
    }));
    fc.assert(
      fc.property(tree, (inside) => {
        expect(readMamlHelp(shortHelp(inside), PATH).ok).toBe(true);
      }),
    );
  });
});
