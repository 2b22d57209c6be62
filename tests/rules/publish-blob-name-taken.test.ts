import { expect, it } from 'vitest';
import { publishBlobNameTaken } from '../../src/rules/publish-blob-name-taken.ts';
import { codesOf, expectOnly } from '../support/expect-findings.ts';
import { planOf } from '../support/publish-facts.ts';

it('refuses a package whose file would have the name of another', () => {
  const known = [{ id: 'Contoso.1', versions: ['1.0.5'] }];
  const { findings, change } = planOf({ id: 'contoso', version: '1.1.0.5', known });
  expectOnly(findings, publishBlobNameTaken, { blobName: 'contoso.1.1.0.5.nupkg', other: 'Contoso.1' });
  expect(change).toBeUndefined();
});

it('takes it under a version that gives another name', () => {
  const known = [{ id: 'Contoso.1', versions: ['1.0.0'] }];
  expect(codesOf(planOf({ id: 'Contoso', version: '1.1.0', known }).findings)).toEqual([]);
});
