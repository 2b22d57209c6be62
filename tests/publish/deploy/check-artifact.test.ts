import { expect, it } from 'vitest';
import { checkArtifact, checkBlobHash } from '../../../src/publish/deploy/check-artifact.ts';
import { codesOf } from '../../support/expect-findings.ts';
import { artifactOf, DIR, hashOf, makeVersionList } from '../../support/version-lists.ts';

const list = makeVersionList(['A 1.0.0', 'A 1.1.0']);
const files = artifactOf(list);

it('takes a folder that holds what its list names, and more that is no package', () => {
  const site = { path: 'index.html', kind: 'file', sizeBytes: 1 } as const;
  expect(checkArtifact([...files, site], list, DIR)).toEqual([]);
});

it('tells all that is wrong at once', () => {
  const wrong = [
    { path: 'link', kind: 'other', sizeBytes: 0 },
    { path: 'b/EXTRA.NUPKG', kind: 'file', sizeBytes: 5 },
    ...files.slice(1).map((file) => ({ ...file, sizeBytes: 1 })),
  ] as const;
  expect(codesOf(checkArtifact(wrong, list, DIR))).toEqual([
    'DEPLOY_LINK',
    'DEPLOY_BLOB_MISSING',
    'DEPLOY_BLOB_CHANGED',
    'DEPLOY_BLOB_UNLISTED',
  ]);
});

it('compares the hash of a package', () => {
  const [item] = list.versions;
  if (!item) throw new Error('no version');
  expect(checkBlobHash(item, item.sha512, DIR)).toEqual([]);
  expect(codesOf(checkBlobHash(item, hashOf('other'), DIR))).toEqual(['DEPLOY_BLOB_CHANGED']);
});
