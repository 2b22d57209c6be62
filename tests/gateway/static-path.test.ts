/** Addresses as clients write them, and the files that a static host would look for. */
import { describe, expect, it } from 'vitest';
import { parseBase, parseStaticPath } from '../../src/gateway/static-path.ts';

function filesOf(target: string, base = '/'): readonly string[] | string {
  const path = parseStaticPath(target, base);
  return path.kind === 'candidates' ? path.files : path.kind;
}

describe('parseStaticPath', () => {
  it.each([
    ['/', ['index.html']],
    ['', ['index.html']],
    ['/?q=1', ['index.html']],
    ['/a', ['a', 'a.html']],
    ['/a.json', ['a.json', 'a.json.html']],
    ['/a/b/', ['a/b/index.html']],
    ['/api/v2/Search()?searchTerm=%27x%27', ['api/v2/Search()', 'api/v2/Search().html']],
    [
      "/Packages(Id='X',Version='1.0.0')",
      ["Packages(Id='X',Version='1.0.0')", "Packages(Id='X',Version='1.0.0').html"],
    ],
    [
      '/Packages%28Id=%27X%27%2CVersion=%271.0.0%27%29',
      ["Packages(Id='X',Version='1.0.0')", "Packages(Id='X',Version='1.0.0').html"],
    ],
    ['http://localhost:8080/a?b#c', ['a', 'a.html']],
    ['/.well-known/x.txt', ['.well-known/x.txt', '.well-known/x.txt.html']],
  ])('looks for %s in %j', (target, files) => {
    expect(filesOf(target)).toEqual(files);
  });

  it.each([
    '/../etc/passwd',
    '/a/../b',
    '/%2e%2e/etc/passwd',
    '/..%2fetc%2fpasswd',
    '/a/..%5cb',
    '/a\\b',
    '//evil.example/x',
    '/%2Fevil.example/x',
    '/a//b',
    '/.git/config',
    '/a/.env',
    '/./a',
  ])('serves nothing at %s', (target) => {
    expect(filesOf(target)).toBe('absent');
  });

  it.each(['/%', '/%zz', '/%c3%28', '/a%00.html'])('refuses %s as malformed', (target) => {
    expect(filesOf(target)).toBe('malformed');
  });

  it.each([
    ['/repo/', ['index.html']],
    ['/repo/v3/index.json', ['v3/index.json', 'v3/index.json.html']],
    ['/v3/index.json', 'absent'],
    ['/Repo/v3/index.json', 'absent'],
    ['/repository/x', 'absent'],
  ])('under /repo/ looks for %s in %j', (target, files) => {
    expect(filesOf(target, '/repo/')).toEqual(files);
  });

  it('redirects the base without its slash and keeps the query', () => {
    expect(parseStaticPath('/repo?a=1', '/repo/')).toEqual({ kind: 'redirect', location: '/repo/?a=1' });
  });

  it('names the folder to which an address without slash may redirect, as it was encoded', () => {
    expect(parseStaticPath('/r/a%20b?c', '/r/')).toMatchObject({
      folder: { indexFile: 'a b/index.html', location: '/r/a%20b/?c' },
    });
  });
});

describe('parseBase', () => {
  it.each(['/', '/repo/', '/a/b.c/'])('accepts %s', (base) => {
    expect(parseBase(base)).toBe(base);
  });

  it.each(['', 'repo', '/repo', 'repo/', '//', '/a//b/', '/a?/', '/a b/'])('refuses %j', (base) => {
    expect(() => parseBase(base)).toThrow(RangeError);
  });
});
