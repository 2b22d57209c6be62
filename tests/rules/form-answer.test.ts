import { expect, it } from 'vitest';
import { readFormRequest } from '../../src/publish/request/form-request.ts';
import { formAnswer } from '../../src/rules/form-answer.ts';
import { codesOf, expectOnly } from '../support/expect-findings.ts';
import { makeIssue } from '../support/make-issue.ts';
import { makeRecord } from '../support/publish-facts.ts';

it('refuses a form without its answer', () => {
  const issue = makeIssue({ 'Package id': 'Contoso.Tools', Versions: '_No response_', Change: 'Unlist' });
  const { findings, asked } = readFormRequest('unlist', issue, [makeRecord()]);
  expectOnly(findings, formAnswer, { field: 'Versions', expected: 'a version, or all' });
  expect(asked).toEqual([]);
});

it('takes a form with its answers', () => {
  const issue = makeIssue({ 'Package id': 'contoso.tools', Versions: 'all', Change: 'Unlist' });
  const { findings, asked } = readFormRequest('unlist', issue, [makeRecord()]);
  expect(codesOf(findings)).toEqual([]);
  expect(asked).toEqual([
    { id: 'Contoso.Tools', steps: [{ kind: 'listing', version: '1.0.0', listed: false }] },
  ]);
});
