import { expect, it } from 'vitest';
import { decideRequest } from '../../src/publish/request/verdict.ts';
import { pullDraft } from '../../src/rules/pull-draft.ts';
import { codesOf } from '../support/expect-findings.ts';
import { requestFacts, treeChange } from '../support/request-facts.ts';

it('tells that a draft is not merged', () => {
  const facts = requestFacts({ request: { isDraft: true }, changes: [treeChange('README.md')] });
  const { kind, holds, findings } = decideRequest(facts);
  expect(kind).toBe('needs-review');
  expect(holds[0]).toEqual({ kind: 'draft' });
  expect(codesOf(findings)).toContain(pullDraft.code);
});

it('says nothing of others', () => {
  const { findings } = decideRequest(requestFacts({ changes: [treeChange('README.md')] }));
  expect(codesOf(findings)).not.toContain(pullDraft.code);
});
