import { expect, it } from 'vitest';
import { ok } from '../../src/domain/result.ts';
import { planChange } from '../../src/publish/plan-change.ts';
import { publishOwnerId } from '../../src/rules/publish-owner-id.ts';
import { codesOf, expectOnly } from '../support/expect-findings.ts';
import { makeSettings } from '../support/make-gallery.ts';
import { makeRecord, planOf } from '../support/publish-facts.ts';

const owned = { id: 'Contoso.Tools', owners: ['Ada', 'grace'], githubIds: { Ada: 1815 } };
const publish = (publisher: string, publisherId?: number) =>
  planOf({ version: '1.1.0', known: [owned], publisher, ...(publisherId && { publisherId }) });

it('refuses another account under the login of an owner', () => {
  const { findings, change } = publish('ada', 666);
  expectOnly(findings, publishOwnerId, { id: 'Contoso.Tools', publisher: 'ada' }, { file: 'new.nupkg' });
  expect(change).toBeUndefined();
});

it('takes the account that the record knows, one that it does not know yet, and a login without a number', () => {
  expect(codesOf(publish('ada', 1815).findings)).toEqual([]);
  expect(codesOf(publish('grace', 666).findings)).toEqual([]);
  expect(codesOf(publish('ada').findings)).toEqual([]);
});

it('calls a stranger a stranger, whatever the number', () => {
  expect(codesOf(publish('mallory', 1815).findings)).toEqual(['PUBLISH_NOT_OWNER']);
});

const change = (actor: string, actorId: number | undefined, maintainers: readonly string[] = ['boss']) =>
  planChange(
    {
      settings: makeSettings({ owners: [...maintainers] }),
      records: [makeRecord(owned)],
      id: 'contoso.tools',
      actor,
      actorId,
      recordFolder: 'index/packages/',
      isForMaintainers: false,
    },
    (record) => ok(record),
  );

it('refuses it a change of the record as well, even where that login maintains the gallery', () => {
  const place = { file: 'index/packages/Contoso.Tools.yaml' };
  for (const maintainers of [['boss'], ['ada']]) {
    const { findings, value } = change('ada', 666, maintainers);
    expectOnly(findings, publishOwnerId, { id: 'Contoso.Tools', publisher: 'ada' }, place);
    expect(value).toBeUndefined();
  }
});

it('leaves changes to owners and maintainers', () => {
  expect(change('ada', 1815).findings).toEqual([]);
  expect(change('ada', undefined).findings).toEqual([]);
  expect(change('boss', 666).findings).toEqual([]);
  expect(codesOf(change('mallory', 1815).findings)).toEqual(['PUBLISH_NOT_OWNER']);
});
