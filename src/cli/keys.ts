/** `pwshelf keys`: who may publish from a build pipeline or through a gateway. */
import { listKeys } from './keys-list.ts';
import { newKey } from './keys-new.ts';
import { revokeKey } from './keys-revoke.ts';
import { rotateKey } from './keys-rotate.ts';
import type { Terminal } from './terminal.ts';
import {
  DRY_RUN_OPTION,
  type ExitCode,
  INDEX_OPTION,
  UsageError,
  type Verb,
  type VerbArguments,
} from './verb.ts';

interface Step {
  readonly options: readonly string[];
  /** Whether it is about one key that there is. */
  readonly takesId: boolean;
  readonly run: (args: VerbArguments, terminal: Terminal) => Promise<ExitCode>;
}

const STEPS: Readonly<Record<string, Step>> = {
  new: {
    options: ['owner', 'scope', 'ids', 'days', 'kind', 'id', 'dry-run'],
    takesId: false,
    run: newKey,
  },
  list: { options: ['json'], takesId: false, run: listKeys },
  revoke: { options: ['dry-run'], takesId: true, run: revokeKey },
  rotate: { options: ['days', 'grace-days', 'id', 'dry-run'], takesId: true, run: rotateKey },
};

const OPTIONS = {
  owner: { value: 'LOGIN', help: 'new: the GitHub login on whose behalf the key publishes' },
  scope: {
    value: 'SCOPES',
    help: 'new: push-new, push-version, unlist, for a gateway read too; several with commas',
  },
  ids: { value: 'PATTERNS', help: "new: ids of packages, such as 'Contoso.*'; several with commas" },
  days: { value: 'N', help: 'new, rotate: how long it counts, 1 to 365 (default: 365; as the old one)' },
  kind: {
    value: 'KIND',
    help: 'new: hmac, a shared key (default); ed25519, a key pair; bearer, for a gateway',
  },
  id: { value: 'NAME', help: 'new, rotate: the public name of the key (default: the owner and a number)' },
  'grace-days': { value: 'N', help: 'rotate: how long the old key counts beside the new one (default: 7)' },
  index: INDEX_OPTION,
  'dry-run': DRY_RUN_OPTION,
  json: { help: 'list: print the keys as JSON on stdout' },
} as const;

export const keysVerb: Verb = {
  name: 'keys',
  summary: 'keys by which pipelines and clients publish: new, list, revoke, rotate',
  operands: 'new | list | revoke ID | rotate ID',
  operandCount: { min: 1, max: 2 },
  about: [
    'Keeps keys.yaml in the index: names, owners, scopes and ids, so that who may publish is reviewed as any change.\n' +
      'No secret stands in it. new and rotate print the secret once, on stdout, for the secrets of the pipeline.',
    'Of a bearer key keys.yaml has the hash. It is for a gateway alone: clients send the key itself, as -NuGetApiKey.',
    'Of an hmac key the gallery needs the same secret: the line for its own secret PWSHELF_KEYS is told on stderr.\n' +
      'Of an ed25519 key it needs the public key only, which is in keys.yaml.',
  ],
  options: OPTIONS,
  examples: [
    [
      "pwshelf keys new --owner contoso --scope push-version --ids 'Contoso.*'",
      'for versions of packages that are here',
    ],
    [
      "pwshelf keys new --owner contoso --scope push-new,push-version --ids 'Contoso.*' --kind ed25519 --days 90",
      'new packages too, by a key pair, for 90 days',
    ],
    [
      "pwshelf keys new --owner contoso --scope push-version,read --ids 'Contoso.*' --kind bearer",
      'for Publish-Module against a gateway, and for reading from it',
    ],
    ['pwshelf keys list', 'what each key is for, and until when'],
    ['pwshelf keys rotate contoso-1', 'a new key; the old one counts for a week more'],
    ['pwshelf keys revoke contoso-1', 'it counts no longer'],
  ],
  run: async (args, terminal) => {
    const [name = '', id] = args.positionals;
    const step = Object.hasOwn(STEPS, name) ? STEPS[name] : undefined;
    if (!step) throw new UsageError(`keys knows ${Object.keys(STEPS).join(', ')}; it was asked for ${name}.`);
    if (step.takesId !== (id !== undefined)) {
      throw new UsageError(`keys ${name} takes ${step.takesId ? 'the ID of a key' : 'no operand'}.`);
    }
    const stray = Object.keys(OPTIONS).find(
      (option) =>
        option !== 'index' &&
        !step.options.includes(option) &&
        (args.isSet(option) || args.text(option) !== undefined),
    );
    if (stray !== undefined) throw new UsageError(`keys ${name} does not know --${stray}.`);
    return step.run(args, terminal);
  },
};
