import { expect, it, vi } from 'vitest';
import { codeLanguage, highlightLines } from '../../src/site/highlight.ts';

it('marks code by classes alone, and escapes it', () => {
  const [line = ''] = highlightLines("if ($a -lt '<b>') { Get-Item }", 'powershell');
  expect(line).toContain('<span class="k">if</span>');
  expect(line).toContain('&lt;b&gt;');
  expect(line).not.toMatch(/style=|<b>/);
});

it('gives one line for each, whatever ends them', () => {
  expect(highlightLines('a\r\nb\rc\nd', undefined)).toEqual(['a', 'b', 'c', 'd']);
});

it.each([
  ['a line that no person wrote', `"${'x'.repeat(700)}"`],
  ['a long file', 'Get-Item\n'.repeat(30_000)],
])('leaves %s plain', (_, text) => {
  expect(highlightLines(text, 'powershell').join('')).not.toContain('<span');
});

it.each([
  ['a.PS1', 'powershell'],
  ['x/a.psrc', 'powershell'],
  ['a.format.ps1xml', 'xml'],
  ['a.yml', 'yaml'],
  ['a.md', undefined],
  ['LICENSE', undefined],
])('takes %s for %s', (path, language) => {
  expect(codeLanguage(path)).toBe(language);
});

it('gives the same on a machine that is slow', () => {
  const code = 'function Get-Slow { param([string]$Name) "Hello $Name" | Write-Output }';
  const expected = highlightLines(code, 'powershell');
  let nowMs = 0;
  const clock = () => {
    nowMs += 60_000;
    return nowMs;
  };
  vi.spyOn(Date, 'now').mockImplementation(clock);
  vi.spyOn(performance, 'now').mockImplementation(clock);
  try {
    expect(highlightLines(code, 'powershell')).toEqual(expected);
  } finally {
    vi.restoreAllMocks();
  }
});
