import { expect, it } from 'vitest';
import { includesOwner, ownershipOf, withGitHubId } from '../../src/publish/ownership.ts';

const record = { owners: ['Ada', 'grace'], githubIds: { ada: 1815 } };

it.each([
  ['Ada', 1815, 'owner'],
  ['ada', undefined, 'owner'],
  ['ADA', 666, 'other-account'],
  ['Grace', 1906, 'owner'],
  ['mallory', 1815, 'stranger'],
  ['constructor', 1, 'stranger'],
] as const)('%s with the number %s is: %s', (login, githubId, ownership) => {
  expect(ownershipOf(record, login, githubId)).toBe(ownership);
});

it('knows no number of an owner who is called like a property of every object', () => {
  expect(ownershipOf({ owners: ['constructor'], githubIds: {} }, 'constructor', 5)).toBe('owner');
});

it('notes a number once, under the login as the record spells it', () => {
  expect(withGitHubId(record, 'GRACE', 1906).githubIds).toEqual({ ada: 1815, grace: 1906 });
  expect(withGitHubId(record, 'ada', 666)).toBe(record);
  expect(withGitHubId(record, 'mallory', 666)).toBe(record);
  expect(withGitHubId(record, 'grace', undefined)).toBe(record);
});

it('compares logins without regard to case', () => {
  expect(includesOwner(['Ada'], 'aDA')).toBe(true);
  expect(includesOwner(['Ada'], 'ad')).toBe(false);
});
