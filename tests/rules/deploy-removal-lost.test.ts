import { expect, it } from 'vitest';
import { checkDeployedVersions } from '../../src/publish/deploy/check-versions.ts';
import { deployRemovalLost } from '../../src/rules/deploy-removal-lost.ts';
import { expectOnly } from '../support/expect-findings.ts';
import { makeVersionList } from '../support/version-lists.ts';

const deployed = makeVersionList([], ['A 1.0.0']);

it('refuses a build that has a removed version again', () => {
  const findings = checkDeployedVersions(deployed, makeVersionList(['A 1.0.0']), 'x');
  expectOnly(findings, deployRemovalLost, { id: 'A', version: '1.0.0' });
});

it('accepts one that still tells of the removal', () => {
  expect(checkDeployedVersions(deployed, deployed, 'x')).toEqual([]);
});
