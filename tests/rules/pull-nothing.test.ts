import { expect, it } from 'vitest';
import { decideRequest } from '../../src/publish/request/verdict.ts';
import { pullNothing } from '../../src/rules/pull-nothing.ts';
import { codesOf, expectOnly } from '../support/expect-findings.ts';
import { requestFacts, treeChange } from '../support/request-facts.ts';

it('refuses what changes nothing', () => {
  const { kind, findings } = decideRequest(requestFacts());
  expect(kind).toBe('reject');
  expectOnly(findings, pullNothing, {});
});

it('lets a change for maintainers pass', () => {
  const { findings } = decideRequest(requestFacts({ changes: [treeChange('README.md')] }));
  expect(codesOf(findings)).not.toContain(pullNothing.code);
});
