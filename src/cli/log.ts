/** `pwshelf log`: who published, unlisted and removed what, how, and when. */
import { GalleryError } from '../domain/gallery-error.ts';
import { packageKey } from '../domain/package-id.ts';
import type { Proof } from '../domain/record.ts';
import { gitCommitsOf } from '../io/git.ts';
import { loadRecords } from '../io/load-records.ts';
import { type AuditEntry, auditLog } from '../publish/audit-log.ts';
import { printableLine } from '../report/printable.ts';
import { INDEX_OPTION, indexDirOf, JSON_OPTION, UsageError, type Verb } from './verb.ts';

const DEFAULT_LIMIT = 50;

export const logVerb: Verb = {
  name: 'log',
  summary: 'who published, unlisted and removed what, how, and when',
  operands: '[ID]',
  operandCount: { min: 0, max: 1 },
  about: [
    'The newest first, from the records: the publisher, and how the gallery knew who that is: a pull request, a form, a\n' +
      'key, a workflow. In a git repository it tells besides what was unlisted, deprecated and given to other owners, from\n' +
      'the messages of the commits that the gallery itself made.',
  ],
  options: {
    limit: { value: 'N', help: `at most so many, 0 for all (default: ${DEFAULT_LIMIT})` },
    index: INDEX_OPTION,
    json: JSON_OPTION,
  },
  examples: [
    ['pwshelf log', 'what happened last'],
    ['pwshelf log Contoso.Tools --limit 0', 'all that ever happened to a package'],
  ],
  run: async (args, terminal) => {
    const [id] = args.positionals;
    const indexDir = indexDirOf(args);
    const limit = limitOf(args.text('limit'));
    const records = loadRecords(indexDir).records.map(({ record }) => record);
    if (id !== undefined && !records.some((record) => packageKey(record.id) === packageKey(id)))
      throw new GalleryError('ID_UNKNOWN', `This gallery has no package ${id}.`, 'Check the id.');
    const all = auditLog(records, await gitCommitsOf(indexDir), id);
    const shown = limit === 0 ? all : all.slice(0, limit);
    if (args.isSet('json')) terminal.out(`${JSON.stringify(shown, undefined, 2)}\n`);
    else for (const entry of shown) terminal.out(`${entryText(entry)}\n`);
    if (shown.length < all.length) terminal.say(`${all.length - shown.length} more: --limit 0 shows all.`);
    return 0;
  },
};

function limitOf(text: string | undefined): number {
  if (text === undefined) return DEFAULT_LIMIT;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UsageError(`--limit ${text} is no number.`);
}

function entryText({ at, what, id, version, by, proof, reason, change }: AuditEntry): string {
  const told = what === 'owners' || what === 'categories' ? `changed ${what} of` : what;
  const parts = [
    `${at}  ${told} ${[id, version].filter(Boolean).join(' ')}  by ${by}`,
    proof ? proofText(proof) : undefined,
    reason === undefined ? undefined : `because: ${reason}`,
    change === undefined ? undefined : `commit ${change.slice(0, 12)}`,
  ];
  return printableLine(parts.filter((part) => part !== undefined).join('  '));
}

function proofText({ kind, reference, keyId, workflow, commit, run }: Proof): string {
  const parts = [
    kind,
    keyId,
    workflow,
    commit === undefined ? undefined : `of ${commit.slice(0, 12)}`,
    reference,
    run === reference ? undefined : run,
  ];
  return parts.filter((part) => part !== undefined).join(' ');
}
