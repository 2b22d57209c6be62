import { expect, it } from 'vitest';
import { metaAuthorMissing } from '../../src/rules/meta-author-missing.ts';
import { codesOf, expectOnly } from '../support/expect-findings.ts';
import { planOf } from '../support/publish-facts.ts';

it.each([undefined, '   '])('refuses a package whose author is %j', (author) => {
  const { findings, change } = planOf({ nuspec: { authors: author }, manifest: { author } });
  expectOnly(findings, metaAuthorMissing, {}, { file: 'new.nupkg' });
  expect(change).toBeUndefined();
});

it('takes the author from the manifest where the nuspec names none', () => {
  expect(codesOf(planOf({ nuspec: { authors: undefined }, manifest: { author: 'Ada' } }).findings)).toEqual(
    [],
  );
});
