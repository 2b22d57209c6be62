import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../src/site/markdown.ts';
import { isTooIntricate } from '../../src/site/markdown-limits.ts';

describe('isTooIntricate', () => {
  it.each([
    ['deeply nested quotes', '> '.repeat(3000)],
    ['deeply nested lists', '- '.repeat(3000)],
    ['lists that each go one column deeper', Array.from({ length: 300 }, (_, i) => `${' '.repeat(i)}- a`)],
    ['many lines of nested quotes', Array.from({ length: 2000 }, () => `${'> '.repeat(12)}a`)],
    ['unclosed emphasis', '*a_'.repeat(2000)],
    ['unclosed links', '[a]('.repeat(2000)],
    ['a wide and long table', [`|${'a|'.repeat(500)}`, `|${'-|'.repeat(500)}`, ...Array(500).fill('|a')]],
    ['a block of very many lines', Array(2500).fill('a')],
    ['very many underlined headings', Array(1500).fill('a\n-\n')],
    ['very many footnotes', Array(400).fill('a[^1]\n')],
  ])('holds back %s', (_, text) => {
    const markdown = typeof text === 'string' ? text : text.join('\n');
    expect(isTooIntricate(markdown)).toBe(true);
    expect(renderMarkdown(markdown, 2)).toMatch(/^<div class="plain">/);
  });

  it.each([
    ['a long list of links', Array(1500).fill('* [a](https://example.org) **b**')],
    ['a long table', ['| a | b | c |', '|---|---|---|', ...Array(1000).fill('| 1 | 2 | 3 |')]],
    ['a changelog', Array(800).fill('## 1.0.0\n\n- `a`: *b*\n  - c')],
    ['a nested list', ['- a', '  - b', '    - c', '      - d', '        - e']],
    ['a long program', ['```powershell', ...Array(300).fill("    $a[0] = '*_~'"), '', '```']],
  ])('lets %s through', (_, lines) => {
    const markdown = lines.join('\n');
    expect(isTooIntricate(markdown)).toBe(false);
    expect(renderMarkdown(markdown, 2)).not.toMatch(/^<div class="plain">/);
  });
});
