/** `pwshelf deprecate`: still installable, but its users are told to move on. */
import { DEPRECATION_REASONS, type Deprecation } from '../domain/record.ts';
import { withDeprecation } from '../publish/record-change.ts';
import { CHANGE_OPTIONS, changeRecord } from './change-record.ts';
import { UsageError, type Verb, type VerbArguments } from './verb.ts';

export const deprecateVerb: Verb = {
  name: 'deprecate',
  summary: 'tell the users of a version, or of all, to move on',
  operands: 'ID [VERSION]',
  operandCount: { min: 1, max: 2 },
  about: [
    'A deprecated package installs as before; the feed, the site and clients that know of it show the warning.',
  ],
  options: {
    reason: {
      value: 'REASON',
      help: `${DEPRECATION_REASONS.join(', ')}; may be repeated (default: Other)`,
      isMultiple: true,
    },
    message: { value: 'TEXT', help: 'what users should know or do' },
    replacement: { value: 'ID', help: 'the package to use instead' },
    'replacement-range': { value: 'RANGE', help: "which versions of it, in NuGet's notation (default: any)" },
    undo: { help: 'take the deprecation back' },
    ...CHANGE_OPTIONS,
  },
  examples: [
    [
      'pwshelf deprecate Contoso.Old --replacement Contoso.Tools --reason Legacy --as contoso',
      'a whole package',
    ],
    [
      'pwshelf deprecate Contoso.Tools 1.1.0 --reason CriticalBugs --message "Deletes too much." --as contoso',
      'one version',
    ],
    ['pwshelf deprecate Contoso.Tools 1.1.0 --undo --as contoso', 'take it back'],
  ],
  run: (args, terminal) => {
    const version = args.positionals[1];
    const deprecation = args.isSet('undo') ? undefined : deprecationOf(args);
    return changeRecord(
      args,
      terminal,
      (record) => withDeprecation(record, version, deprecation),
      (record) =>
        `${deprecation ? 'deprecated' : 'took back the deprecation of'} ${record.id} ${version ?? '(every version)'}`,
    );
  },
};

function deprecationOf(args: VerbArguments): Deprecation {
  const reasons = args.texts('reason').map((text) => {
    const known = DEPRECATION_REASONS.find((reason) => reason.toLowerCase() === text.toLowerCase());
    if (!known) throw new UsageError(`--reason ${text} is not one of ${DEPRECATION_REASONS.join(', ')}.`);
    return known;
  });
  const message = args.text('message');
  const replacement = args.text('replacement');
  const replacementRange = args.text('replacement-range');
  return {
    reasons: reasons.length === 0 ? ['Other'] : reasons,
    ...(message !== undefined && { message }),
    ...(replacement !== undefined && { replacement }),
    ...(replacementRange !== undefined && { replacementRange }),
  };
}
