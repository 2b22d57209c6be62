import { it } from 'vitest';
import { checkArtifact } from '../../src/publish/deploy/check-artifact.ts';
import { deployBlobChanged } from '../../src/rules/deploy-blob-changed.ts';
import { expectOnly } from '../support/expect-findings.ts';
import { artifactOf, DIR, makeVersionList } from '../support/version-lists.ts';

const list = makeVersionList(['A 1.0.0']);

it('refuses a package of another size than its list names', () => {
  const files = artifactOf(list).map((file) => ({ ...file, sizeBytes: 17 }));
  expectOnly(
    checkArtifact(files, list, DIR),
    deployBlobChanged,
    { id: 'A', version: '1.0.0', expected: '100 bytes', found: '17 bytes' },
    { file: 'dist/v3/flatcontainer/a/1.0.0/a.1.0.0.nupkg' },
  );
});
