import { expect, it } from 'vitest';
import { parsePackageId } from '../../src/domain/package-id.ts';
import { foldedName } from '../../src/publish/similar-name.ts';
import { WELL_KNOWN_NAMES } from '../../src/publish/well-known-names.ts';

it('holds names that a package could have, each once', () => {
  expect(WELL_KNOWN_NAMES.length).toBeGreaterThan(400);
  for (const name of WELL_KNOWN_NAMES) expect(parsePackageId(name).ok, name).toBe(true);
  const keys = WELL_KNOWN_NAMES.map((name) => name.toLowerCase());
  expect(new Set(keys).size).toBe(keys.length);
});

it('has two lists, each in order, so that a change shows as just that', () => {
  const keys = WELL_KNOWN_NAMES.map((name) => name.toLowerCase());
  const second = keys.indexOf('activedirectory');
  for (const list of [keys.slice(0, second), keys.slice(second)]) expect(list).toEqual(list.toSorted());
});

it.each(['Pester', 'Az', 'Az.Accounts', 'Microsoft.Graph.Users', 'ImportExcel', 'Hyper-V', 'LAPS'])(
  'names %s',
  (name) => expect(WELL_KNOWN_NAMES.map(foldedName)).toContain(foldedName(name)),
);
