/** Who acts on the command line: named with --as, or the GitHub login that git knows. */
import { ownerNameSchema } from '../domain/gallery-settings.ts';
import { gitConfig } from '../io/git.ts';
import { UsageError, type VerbArguments, type VerbOption } from './verb.ts';

export const AS_OPTION: VerbOption = {
  value: 'OWNER',
  help: 'the GitHub login on whose behalf (default: github.user of git config)',
};

/** @throws UsageError when nobody is named */
export async function publisherOf(args: VerbArguments): Promise<string> {
  const named = args.text('as') ?? (await gitConfig('github.user'));
  if (named === undefined) {
    throw new UsageError(
      'say on whose behalf with --as OWNER, or once with `git config --global github.user OWNER`.',
    );
  }
  const parsed = ownerNameSchema.safeParse(named);
  if (parsed.success) return parsed.data;
  throw new UsageError(`${named} is no GitHub login: letters, digits and hyphens, at most 39.`);
}
