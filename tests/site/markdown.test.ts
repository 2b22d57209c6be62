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
