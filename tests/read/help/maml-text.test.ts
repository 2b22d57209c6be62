import { describe, expect, it } from 'vitest';
import { type HelpElement, readHelpXml } from '../../../src/read/help/help-xml.ts';
import { blockText, codeText, lineText } from '../../../src/read/help/maml-text.ts';

function element(content: string): HelpElement | undefined {
  const found = readHelpXml(`<helpItems><command>${content}</command></helpItems>`, (command) => command);
  return found.ok ? found.value[0] : undefined;
}

describe('blockText', () => {
  it.each([
    ['parts paragraphs by blank lines', '<para>One.</para><para/><para>Two.</para>', 'One.\n\nTwo.'],
    ['reads words outside paragraphs', 'One.<para>Two.</para>Three.', 'One.\n\nTwo.\n\nThree.'],
    ['keeps words in lines', '<para>Use <codeInline>-Name</codeInline> here.</para>', 'Use -Name here.'],
    [
      'names the targets of links',
      '<para>See <navigationLink><linkText>Home</linkText><uri>https://h</uri></navigationLink>.</para>',
      'See Home (https://h).',
    ],
    [
      'marks lists',
      '<list><listItem><para>a</para></listItem><listItem><para>b</para><para>c</para></listItem></list>',
      '- a\n- b\n\n  c',
    ],
    [
      'numbers ordered lists',
      '<list class="ordered"><listItem><para>a</para></listItem><listItem>b</listItem></list>',
      '1. a\n2. b',
    ],
    [
      'takes off the indent of the file',
      '<para>\n    One\n      two\n    three\n  </para>',
      'One\n  two\nthree',
    ],
    ['looks into sections', '<section><title>T</title><content><para>P</para></content></section>', 'T\n\nP'],
    ['knows placeholders', '<para>{{ Fill in the Description }}</para>', undefined],
    ['knows nothing', ' <para> </para> ', undefined],
  ])('%s', (_, content, text) => {
    expect(blockText(element(content))).toBe(text);
  });
});

describe('lineText', () => {
  it('puts all words on one line', () => {
    expect(lineText(element('\n  Get-<b>Widget</b>\n  now '))).toBe('Get-Widget now');
  });
});

describe('codeText', () => {
  it.each([
    ['keeps lines and inner indents', 'if ($a) {\n    b\n}', 'if ($a) {\n    b\n}'],
    ['takes off the indent that all lines share', '\n    a\n      b\n\n    c\n  ', 'a\n  b\n\nc'],
    ['knows placeholders', 'PS C:\\&gt; {{ Add example code here }}', undefined],
    ['knows nothing', '\n \n', undefined],
  ])('%s', (_, content, text) => {
    expect(codeText(element(content))).toBe(text);
  });
});

it('makes lines that are deep in lists not longer without end', () => {
  const lines = 'x\n'.repeat(20_000);
  const [open, close] = ['<list><item>'.repeat(20), '</item></list>'.repeat(20)];
  const xml = `<helpItems><command>${open}${lines}${close}</command></helpItems>`;
  const read = readHelpXml(xml, (command) => blockText(command));
  expect(read.ok && read.value[0]?.length).toBeLessThan(2 * lines.length);
});
