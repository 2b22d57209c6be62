import { it } from 'vitest';
import { checkDeployedVersions } from '../../src/publish/deploy/check-versions.ts';
import { deployVersionChanged } from '../../src/rules/deploy-version-changed.ts';
import { expectOnly } from '../support/expect-findings.ts';
import { hashOf, makeVersionList } from '../support/version-lists.ts';

it('refuses other bytes under a version that is deployed', () => {
  const [deployed, built] = [makeVersionList(['A 1.0.0']), makeVersionList(['A 1.0.0 other'])];
  expectOnly(checkDeployedVersions(deployed, built, 'x'), deployVersionChanged, {
    id: 'A',
    version: '1.0.0',
    deployed: hashOf('a 1.0.0'),
    found: hashOf('a 1.0.0 other'),
  });
});
