import { it } from 'vitest';
import { checkArtifact } from '../../src/publish/deploy/check-artifact.ts';
import { deployLink } from '../../src/rules/deploy-link.ts';
import { expectOnly } from '../support/expect-findings.ts';
import { artifactOf, DIR, makeVersionList } from '../support/version-lists.ts';

const list = makeVersionList(['A 1.0.0']);

it('refuses a link', () => {
  const files = [...artifactOf(list), { path: 'a/link', kind: 'other', sizeBytes: 0 } as const];
  expectOnly(checkArtifact(files, list, DIR), deployLink, {}, { file: 'dist/a/link' });
});
