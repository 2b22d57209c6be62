import { describe, expect, it } from 'vitest';
import { CommentHelpReader, lineAt, lineStarts } from '../../../src/read/powershell/comment-help.ts';
import { parseScript } from '../../../src/read/powershell/script-parser.ts';

const HELP = '<#\n.SYNOPSIS\nText.\n#>\n';

function scriptSynopsis(text: string): string | undefined {
  const parsed = parseScript(text);
  if (!parsed.ok) throw new Error(parsed.problem.problem);
  return new CommentHelpReader(parsed.value).ofScript()?.synopsis;
}

describe('the help of a script', () => {
  // As GetHelpContent of PowerShell 7.6 has it.
  it.each<[string, string, string | undefined]>([
    ['a function right below it', 'function A { }', undefined],
    ['a function and one blank line', '\nfunction A { }', undefined],
    ['a function and two blank lines', '\n\nfunction A { }', 'Text.'],
    ['parameters and a function right below', 'param()\nfunction A { }', undefined],
    ['parameters and a function further down', 'param()\n\nfunction A { }', 'Text.'],
    ['using and a function', 'using namespace System\nfunction A { }', undefined],
    ['another statement and a function', '1\nfunction A { }', 'Text.'],
    ['a function in a block', 'begin { function A { } }', 'Text.'],
    ['a class', 'class A { }', 'Text.'],
    ['a configuration', 'configuration A { }', 'Text.'],
  ])('is told from that of its first function: %s', (_, below, synopsis) => {
    expect(scriptSynopsis(HELP + below)).toBe(synopsis);
  });
});

describe('lineStarts', () => {
  it('counts every kind of line break', () => {
    const starts = lineStarts('a\nb\r\nc\rd\r\r\ne');
    expect(starts).toEqual([0, 2, 5, 7, 9, 11]);
    expect(lineAt(starts, 7)).toBe(4);
  });
});
