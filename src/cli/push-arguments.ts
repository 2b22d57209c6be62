/** What `pwshelf push` was asked for, once it is clear that it goes together. */
import type { PublishRequest } from '../domain/publish-request.ts';
import { readPath } from '../io/enter-package.ts';
import { UsageError, type VerbArguments } from './verb.ts';

export interface PushArguments {
  /** `owner/name` */
  readonly gallery: string;
  readonly action: PublishRequest['action'];
  /** To publish. */
  readonly file: string | undefined;
  /** To unlist or relist. */
  readonly idAndVersion: readonly [string, string] | undefined;
  readonly keyId: string | undefined;
  /** The text of a Sigstore bundle, in place of a key. */
  readonly bundle: string | undefined;
  readonly until: 'sent' | 'published' | 'live';
  readonly timeoutSeconds: number;
  readonly isDryRun: boolean;
}

const DEFAULT_TIMEOUT_SECONDS = 900;
const MAX_TIMEOUT_SECONDS = 6 * 3600;
const MAX_BUNDLE_CHARACTERS = 60_000;

/** @throws UsageError */
export function readPushArguments(args: VerbArguments): PushArguments {
  const [first = '', second] = args.positionals;
  const action = actionOf(args);
  if (action === 'publish' && second !== undefined)
    throw new UsageError('push takes one FILE; send several one after the other.');
  if (action !== 'publish' && second === undefined)
    throw new UsageError(`push --${action} takes ID VERSION, e.g. Contoso.Tools 1.2.0.`);
  return {
    gallery: galleryOf(args),
    action,
    file: action === 'publish' ? first : undefined,
    idAndVersion: second === undefined ? undefined : [first, second],
    ...proofOf(args, action),
    until: args.isSet('no-wait') ? 'sent' : args.isSet('no-wait-live') ? 'published' : 'live',
    timeoutSeconds: timeoutOf(args.text('timeout')),
    isDryRun: args.isSet('dry-run'),
  };
}

function actionOf(args: VerbArguments): PublishRequest['action'] {
  if (args.isSet('unlist') && args.isSet('relist')) throw new UsageError('--unlist or --relist, not both.');
  return args.isSet('unlist') ? 'unlist' : args.isSet('relist') ? 'relist' : 'publish';
}

function galleryOf(args: VerbArguments): string {
  const named = args.text('gallery') ?? '';
  if (/^[A-Za-z0-9-]+\/[A-Za-z0-9._-]+$/.test(named)) return named;
  throw new UsageError('name the repository of the gallery with --gallery OWNER/NAME, e.g. contoso/gallery.');
}

function proofOf(
  args: VerbArguments,
  action: PublishRequest['action'],
): Pick<PushArguments, 'keyId' | 'bundle'> {
  const keyId = args.text('key-id');
  const bundleFile = args.text('bundle');
  if (!args.isSet('keyless')) {
    if (bundleFile !== undefined) throw new UsageError('--bundle goes with --keyless.');
    if (keyId === undefined)
      throw new UsageError(
        'say which key signs with --key-id ID, and put its secret into PWSHELF_KEY; or send a bundle with --keyless.',
      );
    if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(keyId))
      throw new UsageError('--key-id takes the name of a key: lower-case letters, digits and hyphens.');
    return { keyId, bundle: undefined };
  }
  if (keyId !== undefined) throw new UsageError('--key-id or --keyless, not both.');
  if (action !== 'publish')
    throw new UsageError(
      `--${action} needs a key: provenance allows to publish what was built, and nothing else.`,
    );
  if (bundleFile === undefined)
    throw new UsageError(
      'with --keyless, name the bundle of an attestation with --bundle FILE. In a job of GitHub Actions with ' +
        '`id-token: write` and `attestations: write`, actions/attest-build-provenance makes one of the .nupkg: it says ' +
        'which workflow of which repository has built it, and the gallery trusts those that keys.yaml names. Push ' +
        'that very .nupkg within a day.',
    );
  return { keyId: undefined, bundle: bundleText(bundleFile) };
}

function bundleText(file: string): string {
  const text = Buffer.from(readPath(file)).toString('utf8').trim();
  if (!text.startsWith('{') || !text.includes('application/vnd.dev.sigstore.bundle'))
    throw new UsageError(`${file} is no Sigstore bundle: it is JSON that names its own media type.`);
  if (text.length <= MAX_BUNDLE_CHARACTERS) return text;
  throw new UsageError(`${file} is longer than the ${MAX_BUNDLE_CHARACTERS} characters that can be sent.`);
}

function timeoutOf(text: string | undefined): number {
  if (text === undefined) return DEFAULT_TIMEOUT_SECONDS;
  const seconds = Number(text);
  if (/^\d+$/.test(text) && seconds >= 1 && seconds <= MAX_TIMEOUT_SECONDS) return seconds;
  throw new UsageError(`--timeout takes seconds, 1 to ${MAX_TIMEOUT_SECONDS}.`);
}
