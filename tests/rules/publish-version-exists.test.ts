import { expect, it } from 'vitest';
import { publishVersionExists } from '../../src/rules/publish-version-exists.ts';
import { codesOf, expectOnly } from '../support/expect-findings.ts';
import { hashOf } from '../support/make-nupkg-value.ts';
import { planOf } from '../support/publish-facts.ts';

it.each([
  ['1.0.0', '1.0.0'],
  ['1.0', '1.0.0'],
  ['1.0.0.0', '1.0.0'],
  ['1.0.0-BETA', '1.0.0-beta'],
  ['1.0.0', '-1.0.0'],
])('refuses %s where %s is published', (version, published) => {
  const { findings, change } = planOf({ version, known: [{ versions: [published] }] });
  expectOnly(findings, publishVersionExists, { version });
  expect(change).toBeUndefined();
});

it('refuses even the same bytes again', () => {
  const { findings } = planOf({ known: [{}], sha512: hashOf('Contoso.Tools 1.0.0') });
  expect(codesOf(findings)).toEqual([publishVersionExists.code]);
});

it('takes the stable version after its prerelease', () => {
  expect(codesOf(planOf({ known: [{ versions: ['1.0.0-beta'] }] }).findings)).toEqual([]);
});
