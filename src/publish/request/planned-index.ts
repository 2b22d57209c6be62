/**
 * The gallery as a plan would leave it, read as a build reads it: a request that would keep the gallery from building is
 * refused, for whatever reason that may be.
 */
import type { BlobReading } from '../../domain/blob-reading.ts';
import type { Finding } from '../../domain/finding.ts';
import { packageKey } from '../../domain/package-id.ts';
import { readGallery } from '../../read/gallery.ts';
import { readRecord } from '../../read/record.ts';
import { formatRecord } from '../record-text.ts';
import type { RequestFacts } from './request-facts.ts';
import { INDEX_ROOT } from './tree-change.ts';
import type { IndexPlan } from './verdict.ts';

const BLOB_FOLDER = `${INDEX_ROOT}blobs/`;
const RECORD_FOLDER = `${INDEX_ROOT}packages/`;

/** Every error, and what else is said of the files that the plan writes. */
export function plannedIndexFindings(facts: RequestFacts, plan: IndexPlan): readonly Finding[] {
  const { gallery, known, packages, settings } = facts;
  const readings = plan.records.map((record) =>
    readRecord(formatRecord(record), { file: `${RECORD_FOLDER}${record.id}.yaml` }),
  );
  const planned = new Map(plan.records.map((record) => [packageKey(record.id), record]));
  const records = [
    ...known.map(({ record }) => record).filter(({ id }) => !planned.has(packageKey(id))),
    ...plan.records,
  ];
  const removed = new Set(plan.removedBlobs);
  const old = gallery.packages.flatMap(({ versions }) =>
    versions.map(({ nupkg, blobName: name }): BlobReading => reading(name, nupkg)),
  );
  const added = plan.blobs.flatMap(({ name, packageAt }): readonly BlobReading[] => {
    const nupkg = packages[packageAt]?.nupkg;
    return nupkg ? [reading(name, nupkg)] : [];
  });
  const { findings } = readGallery({
    settings,
    records: records.map((record) => ({ file: `${RECORD_FOLDER}${record.id}.yaml`, record })),
    blobs: [...old.filter((item) => !removed.has(item.blobName)), ...added],
    blobFolder: BLOB_FOLDER,
  });
  const touched = new Set([
    ...plan.blobs.map(({ name }) => BLOB_FOLDER + name),
    ...plan.records.map(({ id }) => `${RECORD_FOLDER}${id}.yaml`),
  ]);
  // As text too: a record that cannot be read again, such as one that grew too long, would stop every build.
  return [...readings.flatMap((item) => item.findings), ...findings].filter(
    ({ severity, place }) => severity === 'error' || touched.has(place.file),
  );
}

function reading(name: string, nupkg: NonNullable<BlobReading['nupkg']>): BlobReading {
  return { blobName: name, sha512: nupkg.sha512, sizeBytes: nupkg.sizeBytes, nupkg, findings: [] };
}
