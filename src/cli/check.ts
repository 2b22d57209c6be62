/** `pwshelf check`: is everything in the index right? */
import { type CheckProgress, checkIndex } from '../io/check-index.ts';
import { countText } from '../report/terminal-text.ts';
import { cacheDirOf } from './cache-dir.ts';
import { tellResult } from './tell.ts';
import { CACHE_OPTION, INDEX_OPTION, indexDirOf, JSON_OPTION, NO_CACHE_OPTION, type Verb } from './verb.ts';

export const checkVerb: Verb = {
  name: 'check',
  summary: 'check the index, every byte of it',
  operands: '',
  operandCount: { min: 0, max: 0 },
  about: [
    'Reads gallery.yaml, the records and the blobs as a build does, and unpacks every blob in full. Faults of all\n' +
      'files come out of one run. Nothing is written.',
  ],
  options: {
    index: INDEX_OPTION,
    base: {
      value: 'REV',
      help: 'unpack only blobs that are new since this git revision, and see that none changed or vanished',
    },
    cache: CACHE_OPTION,
    'no-cache': NO_CACHE_OPTION,
    json: JSON_OPTION,
  },
  examples: [
    ['pwshelf check', 'the whole index'],
    ['pwshelf check --base origin/main', 'what this branch adds'],
  ],
  run: async (args, terminal) => {
    const { findings, ...counts } = await checkIndex({
      indexDir: indexDirOf(args),
      cacheDir: cacheDirOf(args),
      base: args.text('base'),
      onProgress: (progress) =>
        terminal.progress(progressText(progress), progress.doneCount >= progress.totalCount),
    });
    const { packageCount, blobCount, unpackedCount } = counts;
    const line = `${packageCount} records, ${blobCount} blobs, ${unpackedCount} unpacked in full: ${countText(findings)}.`;
    return tellResult(args, terminal, findings, counts, [line]);
  },
};

function progressText({ stage, doneCount, totalCount }: CheckProgress): string {
  return `${stage === 'read' ? 'reading packages' : 'unpacking blobs'} ${doneCount}/${totalCount}`;
}
