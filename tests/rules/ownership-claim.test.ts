import { expect, it } from 'vitest';
import { readFormRequest } from '../../src/publish/request/form-request.ts';
import { ownershipClaim } from '../../src/rules/ownership-claim.ts';
import { codesOf, expectOnly } from '../support/expect-findings.ts';
import { makeIssue } from '../support/make-issue.ts';
import { makeRecord } from '../support/publish-facts.ts';

it('holds a claim until a maintainer has decided', () => {
  const issue = makeIssue({ 'Package id': 'Contoso.Tools', Change: 'Claim the package' });
  const { findings, asked } = readFormRequest('ownership', issue, [makeRecord()]);
  expectOnly(findings, ownershipClaim, { id: 'Contoso.Tools', claimant: 'ada', owners: 'contoso-team' });
  expect(asked).toEqual([
    {
      id: 'Contoso.Tools',
      heldBy: ownershipClaim.code,
      steps: [{ kind: 'owners', added: ['ada'], removed: [] }],
    },
  ]);
});

it('says nothing of an owner who adds another', () => {
  const issue = makeIssue({
    'Package id': 'Contoso.Tools',
    Change: 'Add an owner',
    'GitHub login': '@grace',
  });
  expect(codesOf(readFormRequest('ownership', issue, [makeRecord()]).findings)).toEqual([]);
});
