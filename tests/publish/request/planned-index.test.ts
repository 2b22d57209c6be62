import { expect, it } from 'vitest';
import { decideRequest } from '../../../src/publish/request/verdict.ts';
import { recordIn, requestFacts } from '../../support/request-facts.ts';

const SPEC = { id: 'Sample.Tools', owners: ['contoso-team'], versions: ['1.0.0'] };

function addingOwners(count: number) {
  const before = recordIn(SPEC);
  const owners = [...before.owners, ...Array.from({ length: count }, (_, at) => `o${at}`)];
  const path = 'packages-index/packages/Sample.Tools.yaml';
  const records = [{ path, before, after: { ...before, owners }, findings: [] }];
  return decideRequest(requestFacts({ inGallery: [SPEC], records }));
}

it('refuses a record that no build could read: each line of it may be right', () => {
  // On one line, as somebody may write it, it is half as long as it comes to be written.
  const { kind, plan, findings } = addingOwners(30_000);
  expect([kind, plan, findings.map(({ code }) => code)]).toEqual(['reject', undefined, ['YAML_TOO_LARGE']]);
});

it('takes a long one', () => {
  expect(addingOwners(100).kind).toBe('merge');
});
