import { it } from 'vitest';
import { checkArtifact } from '../../src/publish/deploy/check-artifact.ts';
import { deployBlobMissing } from '../../src/rules/deploy-blob-missing.ts';
import { expectOnly } from '../support/expect-findings.ts';
import { artifactOf, DIR, makeVersionList } from '../support/version-lists.ts';

const list = makeVersionList(['A 1.0.0']);

it('refuses a folder without a package that its list names', () => {
  const files = artifactOf(makeVersionList([]));
  expectOnly(
    checkArtifact(files, list, DIR),
    deployBlobMissing,
    { id: 'A', version: '1.0.0' },
    { file: 'dist/v3/flatcontainer/a/1.0.0/a.1.0.0.nupkg' },
  );
});
