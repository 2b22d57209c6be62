import { expect, it } from 'vitest';
import { parseUpstreamSource } from '../../../src/gateway/upstream/upstream-source.ts';

it.each([
  ['https://www.powershellgallery.com/api/v2', 'v2', 'https://www.powershellgallery.com/api/v2'],
  ['https://www.powershellgallery.com/api/v2/', 'v2', 'https://www.powershellgallery.com/api/v2'],
  ['https://api.nuget.org/v3/index.json', 'v3', 'https://api.nuget.org/v3/index.json'],
  [
    'HTTPS://Gallery.Example:8443/team/v3/index.json',
    'v3',
    'https://gallery.example:8443/team/v3/index.json',
  ],
  ['http://127.0.0.1:5000/api/v2', 'v2', 'http://127.0.0.1:5000/api/v2'],
  ['http://[::1]:5000/api/v2', 'v2', 'http://[::1]:5000/api/v2'],
])('reads %s as a source of %s', (text, kind, url) => {
  expect(parseUpstreamSource(text)).toEqual({ ok: true, value: { kind, url, origin: new URL(url).origin } });
});

it.each([
  ['PSGallery', 'is no address'],
  ['http://www.powershellgallery.com/api/v2', 'is not an https:// address'],
  ['http://127.0.0.1.example/api/v2', 'is not an https:// address'],
  ['file:///etc/passwd', 'is not an https:// address'],
  ['https://user:secret@gallery.example/api/v2', 'no name and no password'],
  ['https://gallery.example/api/v2?key=1', 'has a query'],
])('refuses %s, which %s', (text, words) => {
  const parsed = parseUpstreamSource(text);
  expect(parsed.ok ? '' : parsed.problem).toContain(words);
  expect(parsed.ok ? '' : parsed.problem).not.toContain('secret');
});
