import { it } from 'vitest';
import { checkArtifact } from '../../src/publish/deploy/check-artifact.ts';
import { deployBlobUnlisted } from '../../src/rules/deploy-blob-unlisted.ts';
import { expectOnly } from '../support/expect-findings.ts';
import { artifactOf, DIR, makeVersionList } from '../support/version-lists.ts';

const list = makeVersionList(['A 1.0.0']);

it('refuses a package that the list does not name', () => {
  const files = [...artifactOf(list), { path: 'a/extra.nupkg', kind: 'file', sizeBytes: 1 } as const];
  expectOnly(checkArtifact(files, list, DIR), deployBlobUnlisted, {}, { file: 'dist/a/extra.nupkg' });
});
