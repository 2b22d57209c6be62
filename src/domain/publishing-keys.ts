/**
 * packages-index/keys.yaml: which build pipelines may publish on whose behalf, and what. Nothing in it is secret, so that
 * who may publish is reviewed as any other change; the shared secrets themselves lie with the repository's secrets.
 */
import { z } from 'zod';
import { isUsablePublicKey, PUBLIC_KEY_BYTES } from './ed25519-public-key.ts';
import { ownerNameSchema } from './gallery-settings.ts';
import { PACKAGE_ID_MAX_LENGTH } from './package-id.ts';
import { isTimestamp } from './timestamp.ts';

/** What a key may be used for. Relisting belongs to unlisting. */
export const KEY_SCOPES = ['push-new', 'push-version', 'unlist'] as const;

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

const scopes = z
  .array(z.enum(KEY_SCOPES))
  .min(1)
  .max(KEY_SCOPES.length)
  .describe(
    'push-new: ids that are new here; push-version: versions of ids that are here; unlist: and relist',
  );

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
  ])
  .superRefine((key, context) => {
    const lastsMs = Date.parse(key.expires) - Date.parse(key.created);
    if (!(lastsMs > 0)) problem(context, 'a time after that of its creation is expected');
    else if (lastsMs > MAX_KEY_DAYS * DAY_MS) {
      problem(context, `a time at most ${MAX_KEY_DAYS} days after its creation is expected`);
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
    keys: z.array(keySchema).default([]).superRefine(eachIdOnce),
    workflows: z.array(workflowSchema).default([]),
  })
  .describe('Keys and workflows that publish into a pwshelf gallery');

export type PublishingKeys = z.output<typeof publishingKeysSchema>;
export type PublishingKey = PublishingKeys['keys'][number];
export type TrustedWorkflow = PublishingKeys['workflows'][number];
export type KeyScope = (typeof KEY_SCOPES)[number];

/** Of a gallery without keys.yaml. */
export const NO_KEYS: PublishingKeys = { keys: [], workflows: [] };

function problem(context: z.RefinementCtx, message: string): void {
  context.addIssue({ code: 'custom', path: ['expires'], message });
}

function eachIdOnce(keys: readonly { readonly id: string }[], context: z.RefinementCtx): void {
  const seen = new Set<string>();
  for (const [index, { id }] of keys.entries()) {
    if (seen.has(id)) {
      context.addIssue({ code: 'custom', path: [index, 'id'], message: 'this key is listed twice' });
    }
    seen.add(id);
  }
}

function isPublicKeyText(text: string): boolean {
  if (!/^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/.test(text)) return false;
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return bytes.length === PUBLIC_KEY_BYTES && isUsablePublicKey(bytes);
}
