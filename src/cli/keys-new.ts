/** `pwshelf keys new`: a key for a build pipeline, or for the clients of a gateway. */
import {
  isForReadingOnly,
  MAX_KEY_DAYS,
  type PublishingKey,
  publishingKeysSchema,
} from '../domain/publishing-keys.ts';
import { nextKeyId } from '../publish/keys/key-name.ts';
import { withKey } from '../publish/keys/keys-file.ts';
import { changeKeys, daysAfter, daysOf } from './change-keys.ts';
import { makeSecret, publicPartOf, tellSecret } from './key-secret.ts';
import type { Terminal } from './terminal.ts';
import { type ExitCode, UsageError, type VerbArguments } from './verb.ts';

export async function newKey(args: VerbArguments, terminal: Terminal): Promise<ExitCode> {
  const owner = required(args, 'owner', 'LOGIN');
  const scopes = listOf(required(args, 'scope', 'push-new,push-version,unlist'));
  const ids = idsOf(args, scopes);
  const days = daysOf(args, 'days', { min: 1, max: MAX_KEY_DAYS, otherwise: MAX_KEY_DAYS });
  const secret = makeSecret(kindOf(args));
  return changeKeys(args, terminal, ({ text, keys, now }) => {
    const taken = keys.keys.map((key) => key.id);
    const id = freeId(args, taken) ?? nextKeyId(owner, taken);
    const key = checkedKey({
      id,
      owner,
      ...publicPartOf(secret),
      scopes,
      ids,
      created: now,
      expires: daysAfter(now, days),
    });
    return {
      text: withKey(text, key),
      did: `made the key ${id} for ${owner}: ${scopes.join(', ')} of ${ids.join(', ')}, until ${key.expires}`,
      tell: () => tellSecret(terminal, key, secret),
    };
  });
}

/**
 * The name that was asked for.
 * @throws UsageError when another key has it
 */
export function freeId(args: VerbArguments, taken: readonly string[]): string | undefined {
  const id = args.text('id');
  if (id !== undefined && taken.includes(id)) throw new UsageError(`there is a key ${id} already.`);
  return id;
}

const OPTION_OF: Readonly<Record<string, string>> = { scopes: 'scope' };

/**
 * The schema of the file says what is right here, too.
 * @throws UsageError with the option that it is about
 */
export function checkedKey(key: object): PublishingKey {
  const parsed = publishingKeysSchema.safeParse({ keys: [key] });
  const [made] = parsed.data?.keys ?? [];
  if (made) return made;
  const issues = parsed.error?.issues ?? [];
  // A name that was made from a wrong owner is wrong as well, but not what to tell.
  const issue = issues.find(({ path }) => path[2] !== 'id') ?? issues[0];
  const field = String(issue?.path[2] ?? '');
  throw new UsageError(`--${OPTION_OF[field] ?? field}: ${issue?.message}.`);
}

function kindOf(args: VerbArguments): PublishingKey['kind'] {
  const kind = args.text('kind') ?? 'hmac';
  if (kind === 'hmac' || kind === 'ed25519' || kind === 'bearer') return kind;
  throw new UsageError('--kind is hmac, ed25519 or bearer.');
}

/** Who only reads needs to name none. */
function idsOf(args: VerbArguments, scopes: readonly string[]): readonly string[] {
  if (isForReadingOnly(scopes) && args.text('ids') === undefined) return ['*'];
  return listOf(required(args, 'ids', "'Contoso.*'"));
}

function required(args: VerbArguments, option: string, example: string): string {
  const value = args.text(option);
  if (value !== undefined && value !== '') return value;
  throw new UsageError(`keys new needs --${option}, such as --${option} ${example}.`);
}

function listOf(text: string): readonly string[] {
  return [...new Set(text.split(',').map((item) => item.trim()))].filter((item) => item !== '');
}
