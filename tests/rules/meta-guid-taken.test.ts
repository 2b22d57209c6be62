import { expect, it } from 'vitest';
import { metaGuidTaken } from '../../src/rules/meta-guid-taken.ts';
import { codesOf, expectOnly } from '../support/expect-findings.ts';
import { planOf } from '../support/publish-facts.ts';

const guid = '6f1c8a3e-0d4b-4c11-9a70-2f6f0f8f2b11';

it('refuses the GUID of another package, in any case', () => {
  const known = [{ id: 'Other', guid: guid.toUpperCase() }];
  const { findings, change } = planOf({ known, manifest: { guid } });
  expectOnly(findings, metaGuidTaken, { guid, other: 'Other' });
  expect(change).toBeUndefined();
});

it.each([
  ['the GUID of its own earlier versions', guid, guid],
  ['no GUID', undefined, guid],
  ['a GUID where no other package has one', guid, undefined],
])('takes %s', (_, mine, theirs) => {
  const known = [{ id: 'Contoso.Tools', ...(theirs !== undefined && { guid: theirs }) }, { id: 'Other' }];
  expect(codesOf(planOf({ version: '1.1.0', known, manifest: { guid: mine } }).findings)).toEqual([]);
});
