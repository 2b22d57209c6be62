/** OWNERSHIP_CLAIM: somebody claims a package that has other owners. */
import { defineRule } from '../domain/rule.ts';

export const ownershipClaim = defineRule<{ id: string; claimant: string; owners: string }>({
  code: 'OWNERSHIP_CLAIM',
  severity: 'warning',
  isForReview: true,
  title: 'Somebody claims a package that has other owners',
  why: 'Who is right only people can find out: the owners are asked first, and have two weeks.',
  message: ({ id, claimant, owners }) => `${claimant} claims ${id}, which belongs to ${owners}.`,
  remedy: () =>
    'Owners: answer here. After two weeks a maintainer decides; the label and the reason then make the claimant an owner.',
  example: { id: 'Contoso.Tools', claimant: 'newcomer', owners: 'contoso' },
});
