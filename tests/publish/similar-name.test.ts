import { describe, expect, it } from 'vitest';
import { bareName, foldedName, similarNames } from '../../src/publish/similar-name.ts';
import fc from '../support/laws.ts';

const isSimilar = (a: string, b: string) => similarNames(a, [b]).length === 1;

describe('similarNames', () => {
  it.each([
    ['Az.Table', 'AzTable', 'a separator'],
    ['Contoso_Tools', 'contoso-tools', 'another separator and case'],
    ['Pestre', 'Pester', 'two letters swapped'],
    ['Peter', 'Pester', 'a letter left out'],
    ['Pesster', 'Pester', 'a letter more'],
    ['Pexter', 'Pester', 'another letter'],
    ['Micros0ft.Graph', 'Microsoft.Graph', '0 for o'],
    ['C0nt0s0.T00ls', 'Contoso.Tools', '0 for o, often'],
    ['lIl1.IIl1', 'I1ll.1lIl', '1, l and I'],
    ['Terrninal-lcons', 'Terminal-Icons', 'rn for m, l for I'],
    ['PSVVindowsUpdate', 'PSWindowsUpdate', 'vv for w'],
    ['Import.Exccel', 'ImportExcel', 'two slips in a long name'],
    ['Contsoo.Wbe', 'Contoso.Web', 'two slips in two segments'],
    ['Contoso.Inventrroy', 'Contoso.Inventory', 'two slips in a long segment'],
    ['A0', 'AO', 'a lookalike in a short name'],
  ])('%s is like %s: %s', (a, b) => {
    expect(isSimilar(a, b)).toBe(true);
    expect(isSimilar(b, a)).toBe(true);
  });

  it.each([
    ['Az', 'Ax', 'of names of up to three characters each is next to all others'],
    ['Git', 'Gin', 'the same'],
    ['Pester', 'Psetre', 'two slips in a short name'],
    ['Contoso.Web', 'Contoso.Net', 'two slips in a short segment of one family'],
    ['Contoso.Tools', 'Contoso.Tables', 'three letters'],
    ['Contoso', 'Contoso.Tools', 'one part of the other'],
  ])('%s is not like %s: %s', (a, b) => {
    expect(isSimilar(a, b)).toBe(false);
    expect(isSimilar(b, a)).toBe(false);
  });

  it('gives those that are alike, in their order', () => {
    expect(similarNames('Pester', ['Peter', 'Other', 'Pestre', 'P.ester'])).toEqual([
      'Peter',
      'Pestre',
      'P.ester',
    ]);
  });

  const id = fc.stringMatching(/^[A-Za-z0-9]{1,12}([._-][A-Za-z0-9]{1,12}){0,2}$/);
  const settings = { numRuns: 500 };

  it('is the same both ways', () => {
    fc.assert(
      fc.property(id, id, (a, b) => {
        expect(isSimilar(a, b)).toBe(isSimilar(b, a));
      }),
      settings,
    );
    // Of strangers few are alike: so with small alphabets too.
    const dense = fc.stringMatching(/^[a0o]{1,4}([.-][1il]{1,4}){0,2}$/);
    fc.assert(
      fc.property(dense, dense, (a, b) => {
        expect(isSimilar(a, b)).toBe(isSimilar(b, a));
      }),
      settings,
    );
  });

  it('finds every single slip in a name of four characters and more', () => {
    const long = id.filter((text) => text.length >= 4);
    const letter = fc.constantFrom(...'abcxyz0189');
    fc.assert(
      fc.property(long, fc.nat(), letter, (name, number, put) => {
        const at = number % name.length;
        const [before, after] = [name.slice(0, at), name.slice(at + 1)];
        const added = `${before}${put}${name.slice(at)}`;
        const changed = `${before}${put}${after}`;
        const removed = `${before}${after}`;
        const swapped = `${before}${after[0] ?? ''}${name[at]}${after.slice(1)}`;
        for (const other of [added, changed, removed, swapped]) {
          expect(isSimilar(name, other), `${name} and ${other}`).toBe(true);
        }
      }),
      settings,
    );
  });
});

it.each([
  ['Az.Table', 'aztable', 'aztable'],
  ['Win-IO_81', 'winio81', 'wlnlobl'],
  ['Terminal', 'terminal', 'termlnal'],
  ['VVorm.Rn', 'vvormrn', 'wormm'],
])('%s is %s without separators, and looks like %s', (id, bare, folded) => {
  expect(bareName(id)).toBe(bare);
  expect(foldedName(id)).toBe(folded);
});
