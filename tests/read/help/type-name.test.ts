import { describe, expect, it } from 'vitest';
import { shortTypeName } from '../../../src/read/help/type-name.ts';
import fc from '../../support/laws.ts';

describe('shortTypeName', () => {
  it.each([
    ['System.String', 'string'],
    ['String[]', 'string[]'],
    ['System.String[]', 'string[]'],
    ['system.int32[,]', 'int[,]'],
    ['wildcardpattern', 'WildcardPattern'],
    ['consolecolor[]', 'ConsoleColor[]'],
    ['Int32', 'int'],
    ['UInt64', 'ulong'],
    ['SwitchParameter', 'switch'],
    ['System.Management.Automation.SwitchParameter', 'switch'],
    ['System.Object', 'Object'],
    ['psobject', 'psobject'],
    ['Hashtable', 'hashtable'],
    ['System.Xml.XmlDocument', 'xml'],
    ['Microsoft.Management.Infrastructure.CimSession[]', 'CimSession[]'],
    ['Contoso.Tools.Widget', 'Widget'],
    ['System.Environment+SpecialFolder', 'Environment+SpecialFolder'],
    ['System.Nullable[System.Int32]', 'int'],
    ['System.Nullable`1[System.DateTime]', 'datetime'],
    ['System.Collections.Generic.List[System.String]', 'List[string]'],
    ['System.Collections.Generic.List`1[System.Int32[]]', 'List[int[]]'],
    ['Dictionary[System.String, Contoso.Widget]', 'Dictionary[string,Widget]'],
    [' String ', 'string'],
    ['', ''],
    ['.', '.'],
  ])('shortens %j to %j', (name, short) => {
    expect(shortTypeName(name)).toBe(short);
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('[', ']', ',', '.', '+', '`', 'a', '1', ' ') }),
        (text) => {
          expect(typeof shortTypeName(text)).toBe('string');
        },
      ),
    );
  });
});
