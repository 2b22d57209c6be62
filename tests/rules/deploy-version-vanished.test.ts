import { expect, it } from 'vitest';
import { checkDeployedVersions } from '../../src/publish/deploy/check-versions.ts';
import { deployVersionVanished } from '../../src/rules/deploy-version-vanished.ts';
import { expectOnly } from '../support/expect-findings.ts';
import { makeVersionList } from '../support/version-lists.ts';

const deployed = makeVersionList(['A 1.0.0']);

it('refuses a build without a version that is deployed', () => {
  const findings = checkDeployedVersions(deployed, makeVersionList([]), 'dist/api/versions.json');
  const args = { id: 'A', version: '1.0.0' };
  expectOnly(findings, deployVersionVanished, args, { file: 'dist/api/versions.json' });
});

it('accepts it when a removal says why', () => {
  expect(checkDeployedVersions(deployed, makeVersionList([], ['A 1.0.0']), 'x')).toEqual([]);
});
