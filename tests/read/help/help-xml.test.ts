import { describe, expect, it } from 'vitest';
import {
  childrenNamed,
  descendant,
  HELP_XML_MAX_DEPTH,
  HELP_XML_MAX_ELEMENTS,
  HELP_XML_MAX_LENGTH,
  type HelpElement,
  readHelpXml,
} from '../../../src/read/help/help-xml.ts';

const read = (text: string) => readHelpXml(text, (element) => element);

describe('readHelpXml', () => {
  it('hands on the commands under the root, and nothing else', () => {
    const text =
      '<helpItems><command>a</command><para/><x><command>b</command></x><command>c</command></helpItems>';
    const found = read(text);
    expect(found.ok && found.value.map(({ content }) => content)).toEqual([['a'], ['c']]);
  });

  it('matches local names whatever their case and prefix', () => {
    const text =
      '<helpItems xmlns:q="urn:q"><q:Command><q:Details q:Kind="k"><NAME>n</NAME></q:Details></q:Command></helpItems>';
    const found = readHelpXml(text, (command): HelpElement | undefined => descendant(command, 'details'));
    expect(found.ok && found.value[0]?.attributes.get('kind')).toBe('k');
    expect(found.ok && childrenNamed(found.value[0], 'name')).toMatchObject([{ content: ['n'] }]);
  });

  it('keeps words and elements in their order', () => {
    const found = read('<helpItems><command>a<b>c</b>d<![CDATA[<e>]]>&amp;</command></helpItems>');
    expect(found.ok && found.value[0]?.content).toEqual([
      'a',
      { name: 'b', attributes: new Map(), content: ['c'] },
      'd',
      '<e>',
      '&',
    ]);
  });

  it('reads a file that begins with a byte order mark', () => {
    expect(read('\uFEFF<?xml version="1.0"?><helpItems><command/></helpItems>')).toMatchObject({ ok: true });
  });

  it.each([
    ['', /^is not well-formed XML: .* \(line 1\)$/],
    ['<helpItems>\n<command></helpItems>', /^is not well-formed XML: .* \(line 2\)$/],
    ['<helpItems><command>&bomb;</command></helpItems>', /^is not well-formed XML: .* \(line 1\)$/],
    ['<helpItems><maml:command/></helpItems>', /^is not well-formed XML: .* \(line 1\)$/],
    ['<!DOCTYPE helpItems SYSTEM "file:///etc/passwd"><helpItems/>', /^has a document type \(line 1\)$/],
    ['<package/>', /^is not of <helpItems> \(line 1\)$/],
    [`<helpItems>${'<a>'.repeat(HELP_XML_MAX_DEPTH)}`, /^nests deeper than 48 elements \(line 1\)$/],
    [
      `<helpItems><command>${'<a/>'.repeat(HELP_XML_MAX_ELEMENTS)}</command></helpItems>`,
      /^has a command of more than 100000 elements \(line 1\)$/,
    ],
    [' '.repeat(HELP_XML_MAX_LENGTH + 1), /^has 25165825 characters, more than the 25165824 that are read$/],
  ])('refuses %#', (text, problem) => {
    const found = read(text);
    expect(found.ok ? undefined : found.problem).toMatch(problem);
  });
});
