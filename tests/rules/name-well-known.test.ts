import { expect, it } from 'vitest';
import { nameWellKnown } from '../../src/rules/name-well-known.ts';
import { codesOf, expectOnly } from '../support/expect-findings.ts';
import { planOf } from '../support/publish-facts.ts';

it.each([
  ['Pester', 'Pester'],
  ['psreadline', 'PSReadLine'],
  ['Hyper-V', 'Hyper-V'],
  ['HyperV', 'Hyper-V'],
  ['Micr0soft.Graph', 'Microsoft.Graph'],
  ['lmportExcel', 'ImportExcel'],
])('warns of the new id %s, which is or looks like %s', (id, name) => {
  const { findings, change } = planOf({ id });
  expectOnly(findings, nameWellKnown, { id, name });
  expect(change?.isNewPackage).toBe(true);
});

it('says whether it is that name or looks like it', () => {
  expect(nameWellKnown.message({ id: 'pester', name: 'Pester' })).toContain('pester is the name of');
  expect(nameWellKnown.message({ id: 'Pe-ster', name: 'Pester' })).toContain('looks like Pester');
});

it('does not ask again when there is another version', () => {
  expect(codesOf(planOf({ id: 'Pester', version: '1.1.0', known: [{ id: 'Pester' }] }).findings)).toEqual([]);
});

it('takes names of a family that are none of its members', () => {
  expect(codesOf(planOf({ id: 'Az.Contoso' }).findings)).toEqual([]);
});
