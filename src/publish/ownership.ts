/**
 * Who owns a package. A login can be given up and taken by somebody else; the number that GitHub gives an account stays
 * its own, so where a record knows the number of an owner, the login alone is not enough.
 */
import type { PackageRecord } from '../domain/record.ts';

/** `other-account`: the login is an owner's, but the account behind it is another. */
export type Ownership = 'owner' | 'stranger' | 'other-account';

type Owned = Pick<PackageRecord, 'owners' | 'githubIds'>;

/** @param githubId  undefined where only the login is known, as on the command line: then it has to do */
export function ownershipOf(record: Owned, login: string, githubId: number | undefined): Ownership {
  if (!includesOwner(record.owners, login)) return 'stranger';
  const recorded = githubIdOf(record, login);
  return recorded === undefined || githubId === undefined || recorded === githubId
    ? 'owner'
    : 'other-account';
}

/** The record with the number of an owner whose number it does not know yet, under the login as it spells it. */
export function withGitHubId<T extends Owned>(record: T, login: string, githubId: number | undefined): T {
  const owner = record.owners.find((item) => isSameLogin(item, login));
  if (owner === undefined || githubId === undefined || githubIdOf(record, login) !== undefined) return record;
  return { ...record, githubIds: { ...record.githubIds, [owner]: githubId } };
}

export function includesOwner(owners: readonly string[], login: string): boolean {
  return owners.some((owner) => isSameLogin(owner, login));
}

function githubIdOf({ githubIds }: Owned, login: string): number | undefined {
  return Object.entries(githubIds).find(([known]) => isSameLogin(known, login))?.[1];
}

/** GitHub compares logins without regard to case. */
function isSameLogin(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
