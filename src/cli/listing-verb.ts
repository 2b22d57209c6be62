/** What unlist and relist have in common: all but the direction. */
import { withListing } from '../publish/record-change.ts';
import { CHANGE_OPTIONS, changeRecord } from './change-record.ts';
import type { Verb } from './verb.ts';

export function listingVerb(spec: {
  readonly name: 'unlist' | 'relist';
  readonly listed: boolean;
  readonly summary: string;
  readonly about: string;
}): Verb {
  const { name, listed, summary, about } = spec;
  return {
    name,
    summary,
    operands: 'ID [VERSION]',
    operandCount: { min: 1, max: 2 },
    about: [about],
    options: CHANGE_OPTIONS,
    examples: [
      [`pwshelf ${name} Contoso.Tools 1.2.0 --as contoso`, 'one version'],
      [`pwshelf ${name} Contoso.Tools --as contoso`, 'every version'],
    ],
    run: (args, terminal) => {
      const version = args.positionals[1];
      return changeRecord(
        args,
        terminal,
        (record) => withListing(record, version, listed),
        (record) => `${name}ed ${record.id} ${version ?? '(every version)'}`,
      );
    },
  };
}
