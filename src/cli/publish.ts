/** `pwshelf publish`: the one decision, then blob and record. */
import { join } from 'node:path';
import type { Finding } from '../domain/finding.ts';
import { hasErrors } from '../domain/finding.ts';
import type { GalleryPolicy } from '../domain/gallery-settings.ts';
import { addVersion } from '../io/change-index.ts';
import { compatibilityFindings } from '../io/compare-published.ts';
import { type EnteredPackage, enterPackage } from '../io/enter-package.ts';
import { BLOB_FOLDER, listIndexFiles } from '../io/index-files.ts';
import { withIndexLock } from '../io/index-lock.ts';
import { leftBlobs } from '../io/left-blobs.ts';
import { type LoadedIndex, type LoadGalleryOptions, loadGallery } from '../io/load-gallery.ts';
import { loadSettings } from '../io/load-records.ts';
import { nowToTheSecond } from '../io/now.ts';
import { applySeverities } from '../publish/apply-severities.ts';
import type { PublishPlan } from '../publish/plan.ts';
import { knownPackages, planPublishAll } from '../publish/plan-all.ts';
import { cacheDirOf } from './cache-dir.ts';
import { AS_OPTION, publisherOf } from './publisher.ts';
import { tellResult } from './tell.ts';
import {
  CACHE_OPTION,
  DRY_RUN_OPTION,
  INDEX_OPTION,
  indexDirOf,
  JSON_OPTION,
  NO_CACHE_OPTION,
  type Verb,
} from './verb.ts';

export const publishVerb: Verb = {
  name: 'publish',
  summary: 'add packages to the index',
  operands: 'FILE…',
  operandCount: { min: 1, max: 1000 },
  about: [
    'Takes .nupkg files; a module folder or a script is packed first. Each is opened without running anything,\n' +
      'checked against the rules and the index, and then added: its blob and its line in the record. When one of\n' +
      'them is refused, none is added. What was added is yours to commit.',
  ],
  options: {
    index: INDEX_OPTION,
    as: AS_OPTION,
    'dry-run': DRY_RUN_OPTION,
    json: JSON_OPTION,
    cache: CACHE_OPTION,
    'no-cache': NO_CACHE_OPTION,
  },
  examples: [
    ['pwshelf publish Contoso.Tools.1.2.0.nupkg --as contoso', 'a package that was packed elsewhere'],
    ['pwshelf publish ./Contoso.Tools --as contoso --dry-run', 'would this module folder be accepted?'],
  ],
  run: async (args, terminal) => {
    const indexDir = indexDirOf(args);
    const publisher = await publisherOf(args);
    return withIndexLock(indexDir, async () => {
      const options = { indexDir, cacheDir: cacheDirOf(args) };
      const whole = await loadGallery(options);
      // Limits that cannot be read are an error of the index, which is told instead.
      const policy = (whole.value?.settings ?? loadSettings(listIndexFiles(indexDir)).value)?.policy;
      const { entered, findings } = policy ? await enterAll(args.positionals, policy) : NONE;
      const index = whole.value ? whole : await loadWithoutLeft(whole, entered, options);
      if (!index.value) {
        const lines = ['Nothing was published: the index itself has errors. Mend them first.'];
        return tellResult(args, terminal, index.findings, { published: [] }, lines);
      }
      const { settings } = index.value;
      const plans = planPublishAll(entered, {
        settings,
        known: knownPackages(
          index.value,
          index.records.map(({ record }) => record),
        ),
        publisher,
        proof: { kind: 'local' },
        now: nowToTheSecond(),
      });
      const all = applySeverities(
        [
          ...findings,
          ...plans.flatMap((plan) => plan.findings),
          ...compatibilityFindings(entered, index.value, join(indexDir, BLOB_FOLDER)),
        ],
        settings.policy.severities,
      );
      const isRefused = hasErrors(all);
      const isWritten = !isRefused && !args.isSet('dry-run');
      const lines = plans.map((plan, position) => planText(plan, entered[position], isRefused, isWritten));
      if (isWritten) {
        for (const [position, { change }] of plans.entries()) {
          const bytes = entered[position]?.bytes;
          if (change && bytes) addVersion(indexDir, change.blobName, bytes, change.record);
        }
      }
      const data = { published: isWritten ? plans.map(({ change }) => change?.blobName) : [] };
      return tellResult(args, terminal, all, data, isRefused ? ['Nothing was published.'] : lines);
    });
  },
};

interface EnteredAll {
  readonly entered: readonly EnteredPackage[];
  readonly findings: readonly Finding[];
}

/** What lies there already without a record was left by a publish that was interrupted. */
async function loadWithoutLeft(
  index: LoadedIndex,
  entered: readonly EnteredPackage[],
  options: LoadGalleryOptions,
): Promise<LoadedIndex> {
  const leftOut = leftBlobs(
    index.findings,
    entered.map(({ bytes }) => bytes),
  );
  return leftOut.size === 0 ? index : loadGallery({ ...options, leftOut });
}

const NONE: EnteredAll = { entered: [], findings: [] };

async function enterAll(paths: readonly string[], limits: GalleryPolicy): Promise<EnteredAll> {
  const entered: EnteredPackage[] = [];
  const findings: Finding[] = [];
  for (const path of paths) {
    const reading = await enterPackage(path, limits);
    findings.push(...reading.findings);
    if (reading.value) entered.push(reading.value);
  }
  return { entered, findings };
}

function planText(
  { change }: PublishPlan,
  entered: EnteredPackage | undefined,
  isRefused: boolean,
  isWritten: boolean,
): string {
  if (!change || isRefused) return `${entered?.file ?? ''}: refused`;
  const what = `${change.blobName}${change.isNewPackage ? ' (a new package)' : ''}`;
  return isWritten ? `published ${what}` : `would publish ${what}`;
}
