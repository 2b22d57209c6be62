import { it } from 'vitest';
import { listIndexFiles } from '../../src/io/index-files.ts';
import { indexFileUnknown } from '../../src/rules/index-file-unknown.ts';
import { expectOnly } from '../support/expect-findings.ts';
import { makeTempDir, writeTree } from '../support/temp-dir.ts';

it('warns of a record with another extension', async () => {
  const root = await makeTempDir();
  await writeTree(root, { 'packages/A.yml': '' });
  const place = { file: `${root}/packages/A.yml` };
  expectOnly(
    listIndexFiles(root).findings,
    indexFileUnknown,
    { folder: 'packages', extension: '.yaml' },
    place,
  );
});
