import { expect, it } from 'vitest';
import { scriptKeyRepeated } from '../../src/rules/script-key-repeated.ts';
import { makeNupkg } from '../support/make-nupkg.ts';
import { expectRule, nupkgFindings } from '../support/nupkg-findings.ts';

const script = (...lines: readonly string[]) => ({
  script: [
    '<#PSScriptInfo',
    '.VERSION 1.0.0',
    '.GUID 0d5e9b4e-7a5b-4a2e-9a83-3f4d2f0a0001',
    ...lines,
    '#>',
  ].join('\n'),
});

it.each([
  ['a key', ['.AUTHOR A', '.AUTHOR B', '.TAGS x']],
  ['a key in other letters', ['.AUTHOR A', '.author B', '.TAGS x']],
  ['a key with a comma behind it', ['.AUTHOR A', '.AUTHOR, B', '.TAGS x']],
  ['text that looks like a key', ['.RELEASENOTES', ' .NET 8', '  .NET 9', '.TAGS x']],
  ['a key without a value', ['.TAGS', '.TAGS', '.AUTHOR A']],
])('refuses: %s stands in PSScriptInfo twice', (_, lines) => {
  expectRule(scriptKeyRepeated, script(...lines));
});

it.each([
  ['different keys', ['.AUTHOR A', '.TAGS x']],
  ['a last key that PSResourceGet leaves out', ['.AUTHOR A', '.TAGS x', '.TAGS y']],
  ['text', ['.RELEASENOTES', 'on .NET 8', 'on .NET 9', '.TAGS x']],
])('takes %s', (_, lines) => {
  const codes = nupkgFindings(makeNupkg(script(...lines))).map(({ code }) => code);
  expect(codes).not.toContain('SCRIPT_KEY_REPEATED');
});
