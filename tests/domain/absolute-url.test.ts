import { expect, it } from 'vitest';
import { absoluteHttpUrl } from '../../src/domain/absolute-url.ts';

it.each([
  'https://contoso.example',
  'http://contoso.example:8080/a b?c#d',
  'HTTPS://Contoso.Example/',
  'https://größe.example/',
  'https://[::1]/',
])('keeps %s as it is written', (text) => {
  expect(absoluteHttpUrl(text)).toBe(text);
});

it.each([
  ['a relative one', '/docs'],
  ['one without a scheme', 'contoso.example'],
  ['one that takes the scheme of the page', '//contoso.example/'],
  ['another scheme', 'ftp://contoso.example/'],
  ['a script', 'javascript:alert(1)'],
  ['a file', 'file:///etc/passwd'],
  ['the scheme alone', 'https://'],
  ['one without a host', 'https:///docs'],
  ['one whose host cannot be', 'https://a b/'],
  ['nothing', ''],
  ['undefined', undefined],
])('leaves out %s', (_, text) => {
  expect(absoluteHttpUrl(text)).toBeUndefined();
});
