/** What a plan makes of the files of the index: paths and contents, for whoever commits them. */
import { formatRecord } from '../publish/record-text.ts';
import { INDEX_ROOT } from '../publish/request/tree-change.ts';
import type { IndexPlan } from '../publish/request/verdict.ts';
import type { CommitFile } from './commit-index.ts';
import type { GatheredPackage } from './gather-request.ts';

/** The files of the index that a plan writes or takes away; blobs come before the records that name them. */
export function planFiles(
  plan: IndexPlan,
  packages: readonly (Pick<GatheredPackage, 'bytes'> | undefined)[],
): readonly CommitFile[] {
  return [
    ...plan.blobs.map(({ name, packageAt }) => ({
      path: `${INDEX_ROOT}blobs/${name}`,
      content: packages[packageAt]?.bytes ?? missing(name),
    })),
    ...plan.records.map((record) => ({
      path: `${INDEX_ROOT}packages/${record.id}.yaml`,
      content: formatRecord(record),
    })),
    ...plan.removedBlobs.map((name) => ({ path: `${INDEX_ROOT}blobs/${name}`, content: undefined })),
  ];
}

function missing(name: string): never {
  throw new Error(`${name} is planned and was not opened`);
}
