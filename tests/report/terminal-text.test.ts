import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/domain/finding.ts';
import { findingOf } from '../../src/domain/rule.ts';
import { findingJson } from '../../src/report/finding-json.ts';
import { placeText } from '../../src/report/finding-text.ts';
import { printable, printableLine } from '../../src/report/printable.ts';
import { countText, formatFindings } from '../../src/report/terminal-text.ts';
import { blobUnrecorded } from '../../src/rules/blob-unrecorded.ts';
import { pathEmptyFile } from '../../src/rules/path-empty-file.ts';
import { versionMismatch } from '../../src/rules/version-mismatch.ts';

const ARGS = { nuspec: '1.0', inner: '2.0', path: 'A.psd1' };
const FINDINGS: readonly Finding[] = [
  findingOf(pathEmptyFile, { file: 'a.nupkg', entry: 'x' }, {}),
  findingOf(versionMismatch, { file: 'a.nupkg', entry: 'A.psd1' }, ARGS),
  findingOf(blobUnrecorded, { file: 'b.nupkg' }, {}),
];

describe('formatFindings', () => {
  it('tells errors first: place, sentence, code, remedy', () => {
    const text = formatFindings(FINDINGS, { isColoured: false });
    expect(text).toMatch(
      /^a\.nupkg > A\.psd1\n {2}error: The nuspec says version 1\.0, but A\.psd1 says 2\.0\. VERSION_MISMATCH\n {4}→ /,
    );
    expect(text.indexOf('PATH_EMPTY_FILE')).toBeGreaterThan(text.indexOf('BLOB_UNRECORDED'));
    expect(text).toMatch(/\n2 errors, 1 warning\n$/);
  });

  it('is empty without findings, and colours only where it is wanted', () => {
    expect(formatFindings([], { isColoured: true })).toBe('');
    expect(formatFindings(FINDINGS, { isColoured: false })).not.toContain('\u001b');
    expect(formatFindings(FINDINGS, { isColoured: true })).toContain('\u001b[31merror\u001b[0m');
  });

  it('sends nothing of a package to the terminal as it is', () => {
    const hostile = findingOf(
      versionMismatch,
      { file: 'a\u001b[2J.nupkg' },
      { ...ARGS, inner: '\u001b]0;x\u0007\u202e' },
    );
    const text = formatFindings([hostile], { isColoured: false });
    expect(text).not.toMatch(/[\u001b\u0007\u202e]/);
    expect(text).toContain('\\u{1b}');
  });
});

it.each([
  [[], 'no findings'],
  [FINDINGS.slice(0, 1), '1 warning'],
  [FINDINGS, '2 errors, 1 warning'],
])('counts %j', (findings, text) => {
  expect(countText(findings)).toBe(text);
});

it.each([
  [{ file: 'a' }, 'a'],
  [{ file: 'a', entry: 'b' }, 'a > b'],
  [{ file: 'a', line: 3 }, 'a:3'],
  [{ file: 'a', entry: 'b', line: 3, column: 4 }, 'a > b:3:4'],
])('names the place %j', (place, text) => {
  expect(placeText(place)).toBe(text);
});

it('gives other programs code, arguments and sentences', () => {
  const [, finding] = FINDINGS;
  expect(finding && findingJson(finding)).toMatchObject({
    code: 'VERSION_MISMATCH',
    severity: 'error',
    file: 'a.nupkg',
    entry: 'A.psd1',
    message: 'The nuspec says version 1.0, but A.psd1 says 2.0.',
    args: ARGS,
  });
});

it('shows control characters, and line breaks only where there is more than a line', () => {
  expect(printable('a\n\tb')).toBe('a\n\\u{9}b');
  expect(printableLine('a\nb')).toBe('a\\u{a}b');
});
