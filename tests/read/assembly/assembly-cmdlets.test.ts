import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readAssemblyCmdlets } from '../../../src/read/assembly/assembly-cmdlets.ts';
import { openMetadata } from '../../../src/read/assembly/pe-file.ts';
import { codeSignature } from '../../../src/read/powershell/code-signature.ts';
import fc from '../../support/laws.ts';
import { enumAssembly } from './enum-assembly.ts';

const BYTES = new Uint8Array(readFileSync(new URL('fixtures/sample-cmdlets.dll', import.meta.url)));

function cmdlets(bytes = BYTES) {
  const read = readAssemblyCmdlets(bytes);
  if (!read.ok) throw new Error(read.problem);
  return read.value;
}

describe('readAssemblyCmdlets', () => {
  it('finds public cmdlets, nested ones too, and no abstract or internal ones', () => {
    expect(cmdlets().map(({ verb, noun, typeName }) => [`${verb}-${noun}`, typeName])).toEqual([
      ['Get-Sample', 'Sample.GetSampleCommand'],
      ['Set-Sample', 'Sample.SetSampleCommand'],
      ['Test-Nested', 'Nested'],
    ]);
  });

  it('tells aliases, outputs and what the attribute says of the whole', () => {
    const [get, set] = cmdlets();
    expect(get).toMatchObject({ aliases: ['gsm', 'sample'], outputTypes: ['string', 'Shade'] });
    expect(get?.binding).toMatchObject({
      defaultSet: 'ByName',
      supportsPaging: true,
      supportsShouldProcess: false,
    });
    expect(set?.binding).toMatchObject({ defaultSet: undefined, supportsShouldProcess: true });
  });

  // As Get-Command -Syntax of PowerShell 7.6 prints them.
  it.each([
    [
      0,
      [
        'Get-Sample [-Name] <string[]> [-Kind <string>] [-Shade <Shade>] [-Lines <List[string]>] [-Force] [-Place <string>] [-Credential <pscredential>] [-IncludeTotalCount] [-Skip <ulong>] [-First <ulong>] [<CommonParameters>]',
        'Get-Sample -Id <int> [-Kind <string>] [-Shade <Shade>] [-Lines <List[string]>] [-Force] [-Place <string>] [-Credential <pscredential>] [-IncludeTotalCount] [-Skip <ulong>] [-First <ulong>] [<CommonParameters>]',
      ],
    ],
    [1, ['Set-Sample [[-Value] <Object>] [[-Grid] <int[,]>] [-WhatIf] [-Confirm] [<CommonParameters>]']],
    [2, ['Test-Nested [<CommonParameters>]']],
  ])('reads the parameters of number %d', (index, syntax) => {
    const found = cmdlets()[index];
    if (!found) throw new Error('no such cmdlet');
    const name = `${found.verb}-${found.noun}`;
    expect(codeSignature(name, found.parameters, found.binding).syntax).toEqual(syntax);
  });

  it.each([
    [
      'Name',
      {
        acceptsWildcards: true,
        helpMessage: 'Which one.',
        uses: [{ pipeline: ['value'], position: 0, isMandatory: true }],
      },
    ],
    ['Id', { type: 'int', uses: [{ set: 'ById', pipeline: ['property'], position: undefined }] }],
    ['Kind', { validValues: ['One', 'Two'] }],
    ['Shade', { validValues: ['Light', 'Dark'] }],
    ['Place', { aliases: ['Where'] }],
  ])('reads what is said of %s', (name, expected) => {
    const found = cmdlets()[0]?.parameters.find((parameter) => parameter.name === name);
    expect(found).toMatchObject(expected);
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['text', new TextEncoder().encode('no program begins like this, however long it goes on and on and on')],
    ['a program without .NET', withoutMetadata()],
  ])('says of %s that it is no assembly', (_, bytes) => {
    expect(readAssemblyCmdlets(bytes)).toEqual({ ok: false, problem: 'it is not a .NET assembly' });
  });

  it('reads every beginning of a file to an answer', () => {
    for (let length = 0; length < BYTES.length; length += 37) readAssemblyCmdlets(BYTES.subarray(0, length));
  });

  // Most of a file is code, which is not looked at: a third of the damage is done to each of the parts that are.
  it('reads damaged files to an answer', () => {
    const { blobs, tables } = openMetadata(BYTES);
    const places = [BYTES, blobs.bytes, tables.bytes].map(({ byteOffset, length }) =>
      fc.nat(length - 1).map((at) => byteOffset - BYTES.byteOffset + at),
    );
    const values = fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 0x14, 0x15, 0x1c, 0x1d, 0x51, 0x80, 0xff));
    const damage = fc.array(fc.tuple(fc.oneof(...places), values), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(damage, (changes) => {
        const bytes = BYTES.slice();
        for (const [at, value] of changes) bytes[at] = value;
        readAssemblyCmdlets(bytes);
      }),
      { numRuns: 3000 },
    );
  });

  it('leaves off where all rows point to one long list', () => {
    expect(cmdlets(enumAssembly(10, 10))).toEqual([]);
    expect(readAssemblyCmdlets(enumAssembly(9_000, 9_000))).toEqual({
      ok: false,
      problem: 'its parts point to each other more often than in any real one',
    });
  });
});

/** The directory entry that leads to the metadata, emptied. */
function withoutMetadata(): Uint8Array {
  const bytes = BYTES.slice();
  const view = new DataView(bytes.buffer);
  const optional = view.getUint32(0x3c, true) + 24;
  const directories = optional + (view.getUint16(optional, true) === 0x20b ? 112 : 96);
  view.setUint32(directories + 14 * 8, 0, true);
  return bytes;
}
