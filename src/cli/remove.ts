/** `pwshelf remove`: a version is gone for good. */
import { removeVersion } from '../io/change-index.ts';
import { nowToTheSecond } from '../io/now.ts';
import { withRemoval } from '../publish/record-change.ts';
import { CHANGE_OPTIONS, changeIndex } from './change-record.ts';
import { publisherOf } from './publisher.ts';
import { UsageError, type Verb } from './verb.ts';

export const removeVerb: Verb = {
  name: 'remove',
  summary: 'take a version away for good (maintainers of the gallery)',
  operands: 'ID VERSION',
  operandCount: { min: 2, max: 2 },
  about: [
    'For what must not be served any longer: malware, a leaked secret, a licence that was broken. Whoever depends on\n' +
      'the version is broken by it, so prefer `unlist`. The record keeps its number, hash and the reason; the number\n' +
      'never comes back. The blob stays in the history of the repository.',
  ],
  options: { reason: { value: 'TEXT', help: 'why; it is kept in the record (required)' }, ...CHANGE_OPTIONS },
  examples: [
    ['pwshelf remove Contoso.Tools 1.2.0 --reason "Holds a private key." --as contoso', 'one version'],
  ],
  run: async (args, terminal) => {
    const reason = args.text('reason')?.trim();
    if (!reason) throw new UsageError('remove needs --reason TEXT; it is kept in the record.');
    const by = await publisherOf(args);
    const now = nowToTheSecond();
    const version = args.positionals[1] ?? '';
    return changeIndex(
      args,
      terminal,
      { isForMaintainers: true },
      (record) => withRemoval(record, version, { now, by, reason }),
      {
        write: (indexDir, { record, removed }) => removeVersion(indexDir, removed, record),
        recordOf: ({ record }) => record,
        did: (record) => `removed ${record.id} ${version}`,
      },
    );
  },
};
