/** `pwshelf owners`: who may publish and change a package. */

import { GalleryError } from '../domain/gallery-error.ts';
import { ownerNameSchema } from '../domain/gallery-settings.ts';
import { packageKey } from '../domain/package-id.ts';
import { loadRecords } from '../io/load-records.ts';
import { withOwners } from '../publish/record-change.ts';
import { CHANGE_OPTIONS, changeRecord } from './change-record.ts';
import type { Terminal } from './terminal.ts';
import { type ExitCode, indexDirOf, UsageError, type Verb, type VerbArguments } from './verb.ts';

export const ownersVerb: Verb = {
  name: 'owners',
  summary: 'list, add or take away the owners of a package',
  operands: 'ID',
  operandCount: { min: 1, max: 1 },
  about: ['Without --add and --remove, prints the owners, one a line.'],
  options: {
    add: { value: 'OWNER', help: 'a GitHub login; may be repeated', isMultiple: true },
    remove: { value: 'OWNER', help: 'a GitHub login; may be repeated', isMultiple: true },
    ...CHANGE_OPTIONS,
  },
  examples: [
    ['pwshelf owners Contoso.Tools', 'who owns it?'],
    ['pwshelf owners Contoso.Tools --add fabrikam --as contoso', 'one more owner'],
  ],
  run: async (args, terminal) => {
    const added = args.texts('add');
    const removed = args.texts('remove');
    if (added.length + removed.length === 0) return listOwners(args, terminal);
    const wrong = [...added, ...removed].find((name) => !ownerNameSchema.safeParse(name).success);
    if (wrong !== undefined)
      throw new UsageError(`${wrong} is no GitHub login: letters, digits and hyphens, at most 39.`);
    return changeRecord(
      args,
      terminal,
      (record) => withOwners(record, added, removed),
      (record) => `changed the owners of ${record.id} to ${record.owners.join(', ')}`,
    );
  },
};

function listOwners(args: VerbArguments, terminal: Terminal): ExitCode {
  const id = args.positionals[0] ?? '';
  const { records } = loadRecords(indexDirOf(args));
  const found = records.find(({ record }) => packageKey(record.id) === packageKey(id));
  if (!found) throw new GalleryError('ID_UNKNOWN', `This gallery has no package ${id}.`, 'Check the id.');
  const { owners } = found.record;
  terminal.out(
    args.isSet('json') ? `${JSON.stringify({ id: found.record.id, owners })}\n` : `${owners.join('\n')}\n`,
  );
  return 0;
}
