/**
 * The gallery as a plan would leave it, read as a build reads it: a request that would keep the gallery from building is
 * refused, for whatever reason that may be.
 */
import { blobNames } from '../../domain/blob-name.ts';
import type { BlobReading } from '../../domain/blob-reading.ts';
import type { Finding } from '../../domain/finding.ts';
import { packageKey } from '../../domain/package-id.ts';
import type { PackageRecord } from '../../domain/record.ts';
import type { IndexParts } from '../../read/gallery.ts';
import { blobsOf, checkPart, holdersOf } from '../../read/gallery-part.ts';
import { readRecord } from '../../read/record.ts';
import { formatRecord } from '../record-text.ts';
import type { RequestFacts } from './request-facts.ts';
import { INDEX_ROOT } from './tree-change.ts';
import type { IndexPlan } from './verdict.ts';

const BLOB_FOLDER = `${INDEX_ROOT}blobs/`;
const RECORD_FOLDER = `${INDEX_ROOT}packages/`;

/** Every error, and what else is said of the files that the plan writes. */
export function plannedIndexFindings(facts: RequestFacts, plan: IndexPlan): readonly Finding[] {
  const readings = plan.records.map((record) =>
    readRecord(formatRecord(record), { file: recordFile(record) }),
  );
  const findings = checkPart(facts.gallery, plannedPart(facts, plan));
  const touched = new Set([
    ...plan.blobs.map(({ name }) => BLOB_FOLDER + name),
    ...plan.records.map(recordFile),
  ]);
  // As text too: a record that cannot be read again, such as one that grew too long, would stop every build.
  return [...readings.flatMap((item) => item.findings), ...findings].filter(
    ({ severity, place }) => severity === 'error' || touched.has(place.file),
  );
}

/** The records that the plan writes, and those whose blobs it may take for another's. The others are as they were. */
function plannedPart({ gallery, known, packages, settings }: RequestFacts, plan: IndexPlan): IndexParts {
  const removed = new Set(plan.removedBlobs);
  const planned = new Set(plan.records.map(({ id }) => packageKey(id)));
  const named = plan.records.flatMap(({ id, versions }) =>
    versions.flatMap(({ version }) => blobNames(id, version)),
  );
  const shared = new Set([...plan.blobs.map(({ name }) => name), ...removed, ...named]);
  const holders = new Set(holdersOf(gallery, shared).filter((key) => !planned.has(key)));
  const old = [...planned, ...holders].flatMap((key) => blobsOf(gallery, key));
  const added = plan.blobs.flatMap(({ name, packageAt }): readonly BlobReading[] => {
    const nupkg = packages[packageAt]?.nupkg;
    return nupkg
      ? [{ blobName: name, sha512: nupkg.sha512, sizeBytes: nupkg.sizeBytes, nupkg, findings: [] }]
      : [];
  });
  const records = [
    ...known.map(({ record }) => record).filter(({ id }) => holders.has(packageKey(id))),
    ...plan.records,
  ];
  return {
    settings,
    records: records.map((record) => ({ file: recordFile(record), record })),
    blobs: [...old.filter((item) => !removed.has(item.blobName)), ...added],
    blobFolder: BLOB_FOLDER,
  };
}

function recordFile({ id }: PackageRecord): string {
  return `${RECORD_FOLDER}${id}.yaml`;
}
