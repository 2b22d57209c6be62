/**
 * packages-index/keys.yaml: which build pipelines and which keys of a gateway may publish on whose behalf, and what. Nothing
 * in it is secret, so that who may publish is reviewed as any other change; the shared secrets themselves lie with the
 * repository's secrets.
 */
import { z } from 'zod';
import { isUsablePublicKey, PUBLIC_KEY_BYTES } from './ed25519-public-key.ts';
import { ownerNameSchema } from './gallery-settings.ts';
import { PACKAGE_ID_MAX_LENGTH } from './package-id.ts';
import { isTimestamp } from './timestamp.ts';

/** What a key may be used for. Relisting belongs to unlisting. */
export const KEY_SCOPES = ['push-new', 'push-version', 'unlist'] as const;

/** What a key may be used for that is shown to a gateway. */
const BEARER_SCOPES = [...KEY_SCOPES, 'read'] as const;

/** A key that lasts longer is a key that nobody remembers. */
export const MAX_KEY_DAYS = 365;
const DAY_MS = 86_400_000;

const timestamp = z
  .string()
  .refine(isTimestamp, 'a UTC time such as 2026-01-31T09:30:00Z is expected')
  .describe('UTC, ISO 8601');

export const keyIdSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'lower-case letters, digits and hyphens are expected, at most 63')
  .describe('The public name of the key; requests bear it');

const SCOPES_HELP =
  'push-new: ids that are new here; push-version: versions of ids that are here; unlist: and relist';

const scopes = z.array(z.enum(KEY_SCOPES)).min(1).max(KEY_SCOPES.length).describe(SCOPES_HELP);

const bearerScopes = z
  .array(z.enum(BEARER_SCOPES))
  .min(1)
  .max(BEARER_SCOPES.length)
  .describe(`${SCOPES_HELP}; read: all packages of a gateway that not everybody may read`);

const idPattern = z
  .string()
  .max(PACKAGE_ID_MAX_LENGTH)
  .regex(/^[A-Za-z0-9_.*-]+$/, 'an id, or a pattern such as Contoso.*, is expected');

const ids = z
  .array(idPattern)
  .min(1)
  .max(100)
  .describe('Ids of packages, without regard to case; * stands for any characters');

const keyParts = {
  id: keyIdSchema,
  owner: ownerNameSchema.describe('The GitHub login that publishes: what it owns, the key reaches'),
  scopes,
  ids,
  created: timestamp,
  expires: timestamp.describe(`At most ${MAX_KEY_DAYS} days after it was created`),
  revoked: timestamp.optional().describe('When it was taken back. A key with this counts no longer'),
};

const keySchema = z
  .discriminatedUnion('kind', [
    z
      .strictObject({ kind: z.literal('hmac'), ...keyParts })
      .describe('Shared: the secret of the repository holds the same key as the pipeline'),
    z
      .strictObject({
        kind: z.literal('ed25519'),
        ...keyParts,
        publicKey: z
          .string()
          .refine(isPublicKeyText, 'a usable Ed25519 public key is expected: 32 bytes in base64')
          .describe('Base64 of the 32 bytes; the private key is with the pipeline alone'),
      })
      .describe('Signed: the gallery knows the public key only'),
    z
      .strictObject({
        kind: z.literal('bearer'),
        ...keyParts,
        scopes: bearerScopes,
        sha256: z
          .string()
          .regex(/^[0-9a-f]{64}$/, '64 lower-case hexadecimal digits are expected')
          .describe('SHA-256 of the text of the key, psg_ included'),
      })
      .describe('Shown to a gateway, which knows only its hash'),
  ])
  .superRefine((key, context) => {
    const lastsMs = Date.parse(key.expires) - Date.parse(key.created);
    if (!(lastsMs > 0)) problem(context, 'expires', 'a time after that of its creation is expected');
    else if (lastsMs > MAX_KEY_DAYS * DAY_MS) {
      problem(context, 'expires', `a time at most ${MAX_KEY_DAYS} days after its creation is expected`);
    }
    if (isForReadingOnly(key.scopes) && (key.ids.length !== 1 || key.ids[0] !== '*')) {
      problem(context, 'ids', "['*'] is expected: who reads, reads all packages");
    }
  });

const workflowSchema = z
  .strictObject({
    owner: ownerNameSchema.describe('The GitHub login that publishes'),
    repository: z
      .string()
      .regex(/^[A-Za-z0-9-]+\/[A-Za-z0-9._-]+$/, 'OWNER/NAME is expected')
      .describe('OWNER/NAME, for people: what counts is the number'),
    repositoryId: z
      .int()
      .positive()
      .describe('The number that GitHub gives the repository; it stays when the name changes or is given up'),
    workflow: z
      .string()
      .regex(
        /^\.github\/workflows\/[A-Za-z0-9_][A-Za-z0-9._-]*\.ya?ml$/,
        'a path such as .github/workflows/release.yml is expected',
      ),
    ref: z
      .string()
      .max(200)
      .regex(
        /^refs\/(?:heads|tags)\/[A-Za-z0-9_./*-]+$/,
        'a ref such as refs/heads/main or refs/tags/v* is expected',
      )
      .optional()
      .describe('Which branches or tags; * stands for any characters. Default: all branches and tags'),
    scopes,
    ids,
  })
  .describe('A workflow on GitHub that publishes without a key, known by its Sigstore bundle');

export const publishingKeysSchema = z
  .strictObject({
    keys: z.array(keySchema).default([]).superRefine(eachOnce),
    workflows: z.array(workflowSchema).default([]),
  })
  .describe('Keys and workflows that publish into a pwshelf gallery');

export type PublishingKeys = z.output<typeof publishingKeysSchema>;
export type PublishingKey = PublishingKeys['keys'][number];
export type TrustedWorkflow = PublishingKeys['workflows'][number];
/** Reading is none: no grant of publishing ever holds it. */
export type KeyScope = (typeof KEY_SCOPES)[number];
export type BearerKey = Extract<PublishingKey, { readonly kind: 'bearer' }>;

/** Of a gallery without keys.yaml. */
export const NO_KEYS: PublishingKeys = { keys: [], workflows: [] };

/** Whether the key publishes nothing, so that ids mean nothing for it. */
export function isForReadingOnly(scopes: readonly string[]): boolean {
  return scopes.length > 0 && scopes.every((scope) => scope === 'read');
}

function problem(context: z.RefinementCtx, field: 'expires' | 'ids', message: string): void {
  context.addIssue({ code: 'custom', path: [field], message });
}

/** One name is one key; and of two names for one bearer key nobody could say which is meant. */
function eachOnce(keys: readonly z.output<typeof keySchema>[], context: z.RefinementCtx): void {
  const seen = new Set<string>();
  const once = (text: string, path: readonly PropertyKey[]) => {
    if (seen.has(text)) {
      context.addIssue({ code: 'custom', path: [...path], message: 'this key is listed twice' });
    }
    seen.add(text);
  };
  for (const [index, key] of keys.entries()) {
    once(key.id, [index, 'id']);
    if (key.kind === 'bearer') once(`sha256 ${key.sha256}`, [index, 'sha256']);
  }
}

function isPublicKeyText(text: string): boolean {
  if (!/^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/.test(text)) return false;
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return bytes.length === PUBLIC_KEY_BYTES && isUsablePublicKey(bytes);
}
