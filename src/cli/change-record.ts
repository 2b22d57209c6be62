/** What the verbs that change a record share: read the index, decide, write, tell. */
import type { Finding } from '../domain/finding.ts';
import { GalleryError } from '../domain/gallery-error.ts';
import type { GallerySettings } from '../domain/gallery-settings.ts';
import type { PackageRecord } from '../domain/record.ts';
import type { Result } from '../domain/result.ts';
import { writeRecord } from '../io/change-index.ts';
import { RECORD_FOLDER } from '../io/index-files.ts';
import { withIndexLock } from '../io/index-lock.ts';
import { type LoadedRecords, loadRecords } from '../io/load-records.ts';
import { type ChangePlan, planChange } from '../publish/plan-change.ts';
import type { RecordProblem } from '../publish/record-change.ts';
import { AS_OPTION, publisherOf } from './publisher.ts';
import { tellResult } from './tell.ts';
import type { Terminal } from './terminal.ts';
import {
  DRY_RUN_OPTION,
  type ExitCode,
  INDEX_OPTION,
  indexDirOf,
  JSON_OPTION,
  type VerbArguments,
} from './verb.ts';

export const CHANGE_OPTIONS = {
  index: INDEX_OPTION,
  as: AS_OPTION,
  'dry-run': DRY_RUN_OPTION,
  json: JSON_OPTION,
} as const;

/** @param did  what is said when it is done, e.g. `unlisted Contoso.Tools 1.0.0` */
export async function changeRecord(
  args: VerbArguments,
  terminal: Terminal,
  change: (record: PackageRecord) => Result<PackageRecord, RecordProblem>,
  did: (record: PackageRecord) => string,
): Promise<ExitCode> {
  return changeIndex(args, terminal, { isForMaintainers: false }, change, {
    write: (indexDir, record) => writeRecord(indexDir, record),
    recordOf: (record) => record,
    did,
  });
}

/** The same for a change that is more than a record: `write` carries it out. */
export async function changeIndex<T>(
  args: VerbArguments,
  terminal: Terminal,
  { isForMaintainers }: { readonly isForMaintainers: boolean },
  change: (record: PackageRecord) => Result<T, RecordProblem>,
  result: {
    readonly write: (indexDir: string, value: T) => void;
    readonly recordOf: (value: T) => PackageRecord;
    readonly did: (record: PackageRecord) => string;
  },
): Promise<ExitCode> {
  const indexDir = indexDirOf(args);
  const actor = await publisherOf(args);
  return withIndexLock(indexDir, async () => {
    const loaded = loadRecords(indexDir);
    const settings = readable(loaded, indexDir);
    const plan: ChangePlan<T> = planChange(
      {
        settings,
        records: loaded.records.map(({ record }) => record),
        id: args.positionals[0] ?? '',
        actor,
        recordFolder: `${indexDir}/${RECORD_FOLDER}`,
        isForMaintainers,
      },
      change,
    );
    const isDryRun = args.isSet('dry-run');
    if (plan.value !== undefined && !isDryRun) result.write(indexDir, plan.value);
    // Faults elsewhere in the index may be why it was refused; they are no part of a change that was made.
    const findings: readonly Finding[] =
      plan.value === undefined ? [...loaded.findings, ...plan.findings] : plan.findings;
    const record = plan.value === undefined ? undefined : result.recordOf(plan.value);
    const lines = record
      ? [`${isDryRun ? 'would have ' : ''}${result.did(record)}`]
      : ['Nothing was changed.'];
    return tellResult(args, terminal, findings, { record }, lines);
  });
}

/** @throws GalleryError when gallery.yaml cannot be read: who may change what stands there */
function readable(loaded: LoadedRecords, indexDir: string): GallerySettings {
  if (loaded.settings) return loaded.settings;
  throw new GalleryError(
    'SETTINGS_UNREADABLE',
    `${indexDir}/gallery.yaml cannot be read.`,
    'Run `pwshelf check` to see why.',
  );
}
