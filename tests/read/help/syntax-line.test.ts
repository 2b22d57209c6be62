import { describe, expect, it } from 'vitest';
import { syntaxLine } from '../../../src/read/help/syntax-line.ts';

const parameter = (name: string, type: string | undefined, isMandatory: boolean, isPositional: boolean) => ({
  name,
  type,
  isMandatory,
  isPositional,
});

describe('syntaxLine', () => {
  it.each([
    ['[-Name] <string[]>', parameter('Name', 'string[]', true, true)],
    ['[[-Count] <int>]', parameter('Count', 'int', false, true)],
    ['-Path <string>', parameter('Path', 'string', true, false)],
    ['[-Path <string>]', parameter('Path', 'string', false, false)],
    ['-Force', parameter('Force', undefined, true, false)],
    ['[-Force]', parameter('Force', undefined, false, false)],
  ])('prints %s', (text, given) => {
    expect(syntaxLine('Get-Foo', [given], false)).toBe(`Get-Foo ${text}`);
  });

  it('ends with the common parameters where the command has them', () => {
    expect(syntaxLine('Get-Foo', [], true)).toBe('Get-Foo [<CommonParameters>]');
    expect(syntaxLine('Get-Foo', [], false)).toBe('Get-Foo');
  });
});
