import { expect, it } from 'vitest';
import { metaUrlUnreadable } from '../../src/rules/meta-url-unreadable.ts';
import { codesOf, expectOnly } from '../support/expect-findings.ts';
import { planOf } from '../support/publish-facts.ts';

it.each([
  ['LicenseUri', { licenseUrl: 'LICENSE' }, 'LICENSE'],
  ['ProjectUri', { projectUrl: 'contoso.example/tools' }, 'contoso.example/tools'],
  ['IconUri', { iconUrl: 'https:///icon.png' }, 'https:///icon.png'],
])('refuses a %s in the nuspec with which no client unpacks the package', (field, nuspec, value) => {
  const { findings, change } = planOf({ nuspec });
  expectOnly(findings, metaUrlUnreadable, { field, value });
  expect(change).toBeUndefined();
});

it('says nothing of an address with another scheme, which NuGet reads', () => {
  expect(codesOf(planOf({ nuspec: { projectUrl: 'ftp://contoso.example/' } }).findings)).not.toContain(
    'META_URL_UNREADABLE',
  );
});
