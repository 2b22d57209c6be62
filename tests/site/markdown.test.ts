import { describe, expect, it } from 'vitest';
import { renderMarkdown, withoutTitle } from '../../src/site/markdown.ts';

describe('renderMarkdown', () => {
  it.each([
    ['raw HTML', '<script>alert(1)</script><b onclick="x()">b</b>'],
    ['a script address', '[a](javascript:alert(1)) <javascript:alert(1)>'],
    ['a script address with white space', '[a](java\nscript:alert(1))'],
    ['a data address', '[a](data:text/html;base64,PHNjcmlwdD4=)'],
    ['an image', '![alt](https://example.org/a.png)'],
    ['an image by reference', '![alt][x]\n\n[x]: https://example.org/a.png'],
    ['an address without encryption', '[a](http://example.org)'],
    ['an event in a title', '[a](https://example.org "x\\" onclick=\\"y")'],
    ['a style', '<style>*{}</style><p style="x">y</p>'],
    ['a frame', '<iframe src="https://example.org"></iframe>'],
    ['a form', '<form action="https://example.org"><input></form>'],
  ])('lets nothing through of %s', (_, text) => {
    // What stands in the value of an attribute is text.
    const html = renderMarkdown(text, 2).replace(/(title|alt)="[^"]*"/g, '');
    expect(html).not.toMatch(
      /<(?:script|img|style|iframe|form|b)\b|\son\w+=|\bstyle=|href="(?!https:|mailto:|#)/i,
    );
  });

  it('marks links as what they are: those of users', () => {
    expect(renderMarkdown('[a](https://example.org/)', 2)).toBe(
      '<p><a href="https://example.org/" rel="nofollow ugc noopener">a</a></p>',
    );
  });

  it.each([
    [
      'a picture as its description',
      '![Build passing](https://example.org/b.svg) x',
      '<p>Build passing x</p>',
    ],
    ['a relative link as text', '[docs](docs/a.md)', '<p><span>docs</span></p>'],
    ['headings below those of the page', '# A\n### B\n# C', '<h2>A</h2>\n<h3>B</h3>\n<h2>C</h2>'],
    ['a first heading of any level as the highest', '### A\n# B', '<h2>A</h2>\n<h2>B</h2>'],
    ['raw HTML as nothing', 'a <br> b', '<p>a  b</p>'],
  ])('shows %s', (_, text, html) => {
    expect(renderMarkdown(text, 2)).toBe(html);
  });

  it.each([
    ['a link around a picture without a description', '[![](a.svg)](https://example.org/) x', '<p> x</p>'],
    [
      'a paragraph and a heading of nothing else',
      '# ![](a.png)\n\n[![](a.svg)](https://example.org/)\n\nx',
      'x',
    ],
  ])('leaves out %s', (_, text, html) => {
    expect(renderMarkdown(text, 2).replace(/^\s*<p>(x)<\/p>$/, '$1')).toBe(html);
  });

  it('leads to headings of the same text as GitHub does, by names that cannot meet those of the page', () => {
    const text =
      "- [A](#whats-new) [B](#WHATS-NEW-1) [C](#gone)\n\n## What's new?\n## What's new?\n\na[^1]\n\n[^1]: b";
    const html = renderMarkdown(text, 2, 'readme-');
    expect(html).toContain(
      '<a href="#readme-whats-new">A</a> <a href="#readme-whats-new-1">B</a> <span>C</span>',
    );
    expect(html).toContain('<h2 id="readme-whats-new">');
    const ids = new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
    const targets = [...html.matchAll(/(?:href="#|aria-(?:describedby|labelledby)=")([^"]*)"/g)].map(
      ([, id]) => id,
    );
    expect(targets.length).toBe(5);
    expect(targets.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('names nothing in texts of which a page has several', () => {
    expect(renderMarkdown('# A\n[A](#a) b[^1]\n\n[^1]: c', 3)).not.toMatch(/ id=| aria-\w+by=|href="#/);
  });

  it('renders tables and code', () => {
    const html = renderMarkdown('| a |\n|---|\n| `x<y` |\n\n```powershell\nGet-Date\n```', 2);
    expect(html).toContain('<table>');
    expect(html).toContain('<code>x&#x3C;y</code>');
    expect(html).toContain('<pre tabindex="0">');
  });
});

describe('withoutTitle', () => {
  it.each([
    ['# Contoso.Tools\ntext', 'text'],
    ['\n# `contoso.tools` #\n\ntext', '\ntext'],
    ['# Other\ntext', '# Other\ntext'],
    ['text\n# Contoso.Tools', 'text\n# Contoso.Tools'],
  ])('of %j leaves %j', (text, rest) => {
    expect(withoutTitle(text, 'Contoso.Tools')).toBe(rest);
  });
});
