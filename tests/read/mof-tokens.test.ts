import { describe, expect, it } from 'vitest';
import { mofClasses, qualifierList, qualifierText } from '../../src/read/mof-tokens.ts';

describe('mofClasses', () => {
  it('finds classes, their members and what is said of both', () => {
    const text =
      '// [Key] String No;\n#pragma x\n[ClassVersion("1.0"), FriendlyName("A]")]\nclass X_A : OMI_BaseResource {\n' +
      '[Key, Description("a ] \\"b\\" /* c */")] String Name;\n/* [Key] String No; */\n' +
      '[Write, ValueMap{"a","b"}, Values{"a","b"}] string Tags[]; [Read] Uint32 Size [4] ; String Bare;\n};';
    const [found, ...more] = mofClasses(text);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ name: 'X_A', base: 'OMI_BaseResource' });
    expect(qualifierText(found?.qualifiers ?? [], 'friendlyname')).toBe('"A]"');
    expect(found?.members.map(({ type, name, isArray }) => [type, name, isArray])).toEqual([
      ['String', 'Name', false],
      ['string', 'Tags', true],
      ['Uint32', 'Size', true],
    ]);
    const [name, tags] = found?.members ?? [];
    expect(qualifierText(name?.qualifiers ?? [], 'description')).toBe('"a ] \\"b\\" /* c */"');
    expect(qualifierList(tags?.qualifiers ?? [], 'valuemap')).toEqual(['"a"', '"b"']);
  });

  it.each(['[', '/* ', '"\\', '"', 'class a {', '[a] b c[', '[a{"b",', 'a b '])(
    'comes to an end of a long run of %j',
    (part) => {
      expect(mofClasses(`class X { ${part.repeat(200_000)}`)[0]?.name).toBe('X');
    },
  );
});
