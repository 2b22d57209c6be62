/** `pwshelf keys revoke`: a key that counts no longer. */
import { withTimes } from '../publish/keys/keys-file.ts';
import { changeKeys, keyOf } from './change-keys.ts';
import type { Terminal } from './terminal.ts';
import type { ExitCode, VerbArguments } from './verb.ts';

export async function revokeKey(args: VerbArguments, terminal: Terminal): Promise<ExitCode> {
  const id = args.positionals[1] ?? '';
  return changeKeys(args, terminal, (before) => {
    const key = keyOf(before, id);
    if (key.revoked !== undefined) {
      return { text: undefined, did: `left ${id} as it is: revoked since ${key.revoked}`, tell: () => {} };
    }
    return {
      text: withTimes(before.text ?? '', id, { revoked: before.now }),
      did: `revoked ${id}`,
      tell: () => {
        terminal.say('Commit keys.yaml: the key counts until that is on the main branch.');
        if (key.kind !== 'hmac') return;
        terminal.say(`Take the line of ${id} out of the secret PWSHELF_KEYS of the gallery's repository.`);
      },
    };
  });
}
