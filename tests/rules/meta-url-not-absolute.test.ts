import { expect, it } from 'vitest';
import { metaUrlNotAbsolute } from '../../src/rules/meta-url-not-absolute.ts';
import { codesOf, expectOnly } from '../support/expect-findings.ts';
import { planOf } from '../support/publish-facts.ts';

it.each([
  ['LicenseUri', { licenseUrl: 'mailto:ada@contoso.example' }, 'mailto:ada@contoso.example'],
  ['ProjectUri', { projectUrl: 'ftp://contoso.example/' }, 'ftp://contoso.example/'],
])('warns of a %s that the feeds leave out', (field, nuspec, value) => {
  const { findings, change } = planOf({ nuspec });
  expectOnly(findings, metaUrlNotAbsolute, { field, value });
  expect(change).toBeDefined();
});

it('warns of one in the manifest alone', () => {
  const { findings, change } = planOf({ manifest: { projectUri: 'contoso.example' } });
  expectOnly(findings, metaUrlNotAbsolute, { field: 'ProjectUri', value: 'contoso.example' });
  expect(change).toBeDefined();
});

it('takes absolute ones, and none', () => {
  const nuspec = { projectUrl: 'HTTP://contoso.example', iconUrl: undefined };
  expect(codesOf(planOf({ nuspec }).findings)).toEqual([]);
});
