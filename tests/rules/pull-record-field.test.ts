import { expect, it } from 'vitest';
import { decideRequest } from '../../src/publish/request/verdict.ts';
import { pullRecordField } from '../../src/rules/pull-record-field.ts';
import { codesOf, expectOnly } from '../support/expect-findings.ts';
import { recordIn, requestFacts } from '../support/request-facts.ts';

const TOOLS = { id: 'Contoso.Tools' };
const path = 'packages-index/packages/Contoso.Tools.yaml';
const before = recordIn(TOOLS);

it('refuses that history is rewritten', () => {
  const after = { ...before, versions: before.versions.map((item) => ({ ...item, sizeBytes: 1 })) };
  const facts = requestFacts({ inGallery: [TOOLS], records: [{ path, before, after, findings: [] }] });
  expectOnly(decideRequest(facts).findings, pullRecordField, { field: 'sizeBytes of 1.0.0' });
});

it('lets owners change what is theirs', () => {
  const after = { ...before, owners: [...before.owners, 'ada'] };
  const facts = requestFacts({ inGallery: [TOOLS], records: [{ path, before, after, findings: [] }] });
  expect(codesOf(decideRequest(facts).findings)).toEqual([]);
});
