import { describe, expect, it } from 'vitest';
import {
  keyedLines,
  readMarkdownParts,
  sectionsOf,
  sourceOf,
  unescaped,
} from '../../../src/read/help/markdown-parts.ts';
import fc from '../../support/laws.ts';

const kinds = (markdown: string) =>
  readMarkdownParts(markdown).parts.map((part) =>
    part.kind === 'heading' ? `${part.level} ${part.title}` : part.kind,
  );

describe('readMarkdownParts', () => {
  it.each([
    ['# A\ntext\n## B', ['1 A', 'text', '2 B']],
    ['# A #\n### C#\n#', ['1 A', '3 C#', '1 ']],
    ['#A\n    # b\n####### c', ['text']],
    ['```\n# not\n```\n# A', ['fence', '1 A']],
    ['````\n```\n# not\n````\n~~~\n```\n~~~', ['fence', 'fence']],
    ['```a`b\n# A', ['text', '1 A']],
    ['```\n# never closed', ['fence']],
    ['a\r\n# B\r\nc', ['text', '1 B', 'text']],
    ['---\n# unclosed', ['text', '1 unclosed']],
  ])('parts %j', (markdown, parts) => {
    expect(kinds(markdown)).toEqual(parts);
  });

  it('reads front matter and fences', () => {
    const { frontMatter, parts } = readMarkdownParts(
      "\uFEFF---\nKey One: 'a: b'\nkey one: c\nnone\n---\n```YAML\nx\ny\n```\n",
    );
    expect([...(frontMatter ?? [])]).toEqual([['key one', 'a: b']]);
    expect(parts[0]).toEqual({ kind: 'fence', info: 'yaml', code: 'x\ny', source: '```YAML\nx\ny\n```' });
  });

  it('loses nothing', () => {
    const line = fc.constantFrom('# a', '## b', '```', '~~~', '````x', 'text', '', '    in', '---');
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const markdown = ['first', ...lines].join('\n');
        expect(sourceOf(readMarkdownParts(markdown).parts)).toBe(markdown);
      }),
    );
  });
});

describe('sectionsOf', () => {
  it('parts at headings of one level and keeps the others', () => {
    const { lead, sections } = sectionsOf(readMarkdownParts('a\n## B\nb\n### C\n## D').parts, 2);
    expect(sourceOf(lead)).toBe('a');
    expect(sections.map(({ title, parts }) => [title, sourceOf(parts)])).toEqual([
      ['B', 'b\n### C'],
      ['D', ''],
    ]);
  });
});

describe('keyedLines', () => {
  it('reads keys of lists too', () => {
    expect([...keyedLines(['- Name: (All)', '  Position : 1', 'Type: "x"', ': y'])]).toEqual([
      ['name', '(All)'],
      ['position', '1'],
      ['type', 'x'],
    ]);
  });
});

describe('unescaped', () => {
  it.each([
    ['\\[a\\] \\_b', '[a] _b'],
    ['C:\\Temp', 'C:\\Temp'],
    ['\\\\', '\\'],
  ])('reads %j as %j', (text, plain) => {
    expect(unescaped(text)).toBe(plain);
  });
});
