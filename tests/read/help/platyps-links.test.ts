import { describe, expect, it } from 'vitest';
import { readMarkdownParts } from '../../../src/read/help/markdown-parts.ts';
import { platypsLinks } from '../../../src/read/help/platyps-links.ts';

const links = (markdown: string, online?: string) =>
  platypsLinks(readMarkdownParts(markdown).parts, online).map(({ text, uri }) => [text, uri]);

describe('platypsLinks', () => {
  it.each([
    ['[A](https://a.example/)', [['A', 'https://a.example/']]],
    ['- [A](https://a.example/ "title")', [['A', 'https://a.example/']]],
    ['[A](https://a.example/b_(c))', [['A', 'https://a.example/b_(c)']]],
    ['[Get-Foo](Get-Foo.md)', [['Get-Foo', undefined]]],
    ['[Get-Foo]()', [['Get-Foo', undefined]]],
    ['[A](javascript:alert)', [['A', undefined]]],
    [
      '[A](https://a.example) [B](b.md)',
      [
        ['A', 'https://a.example'],
        ['B', undefined],
      ],
    ],
    ['about\\_Widgets', [['about_Widgets', undefined]]],
    ['<https://a.example/>', [['https://a.example/', 'https://a.example/']]],
    ['https://a.example/', [['https://a.example/', 'https://a.example/']]],
    ['[](https://a.example/)', [['https://a.example/', 'https://a.example/']]],
    ['[](a.md)', []],
    ['[Online Version:](https://a.example)', [['Online Version', 'https://a.example']]],
    ['{{ Fill Related Links Here }}\n\n', []],
  ])('reads %j', (markdown, found) => {
    expect(links(markdown)).toEqual(found);
  });

  it('begins with the online version, once', () => {
    expect(links('[A](https://a.example)', 'https://o.example')).toEqual([
      ['Online Version', 'https://o.example'],
      ['A', 'https://a.example'],
    ]);
    expect(links('[A](https://a.example)', 'https://a.example')).toEqual([['A', 'https://a.example']]);
    expect(links('', 'none')).toEqual([]);
  });
});
