/** A gallery with keys of every kind, and a request that is right in all: tests change one thing each. */
import { type PublishRequest, publishRequestSchema, signedText } from '../../src/domain/publish-request.ts';
import { type PublishingKeys, publishingKeysSchema } from '../../src/domain/publishing-keys.ts';
import type { VerifiedWorkflow } from '../../src/domain/workflow-identity.ts';
import type { AuthorizationFacts } from '../../src/publish/keys/authorize.ts';
import { publicKeyOf, signEd25519 } from '../../src/publish/keys/ed25519.ts';
import { signHmac } from '../../src/publish/keys/hmac.ts';
import { RUN } from './fake-sigstore.ts';

export const GALLERY = 'contoso/gallery';
export const NOW = '2026-03-10T12:00:00Z';
export const SHA512 = 'ab'.repeat(64);
export const SHA256 = 'cd'.repeat(32);

export const SHARED = Buffer.from('11'.repeat(32), 'hex');
export const OTHER_SHARED = Buffer.from('22'.repeat(32), 'hex');
export const PRIVATE = Buffer.from('33'.repeat(32), 'hex');
export const OTHER_PRIVATE = Buffer.from('44'.repeat(32), 'hex');

const LIFE = { created: '2026-01-01T00:00:00Z', expires: '2026-12-31T00:00:00Z' };
const ALL = ['push-new', 'push-version', 'unlist'];
const publicKey = (key: Uint8Array) => Buffer.from(publicKeyOf(key)).toString('base64');

export const KEYS: PublishingKeys = publishingKeysSchema.parse({
  keys: [
    { id: 'shared', owner: 'contoso', kind: 'hmac', scopes: ALL, ids: ['Contoso.*'], ...LIFE },
    { id: 'other', owner: 'fabrikam', kind: 'hmac', scopes: ALL, ids: ['*'], ...LIFE },
    {
      id: 'pair',
      owner: 'contoso',
      kind: 'ed25519',
      publicKey: publicKey(PRIVATE),
      scopes: ALL,
      ids: ['Contoso.*'],
      ...LIFE,
    },
    {
      id: 'other-pair',
      owner: 'fabrikam',
      kind: 'ed25519',
      publicKey: publicKey(OTHER_PRIVATE),
      scopes: ALL,
      ids: ['*'],
      ...LIFE,
    },
  ],
  workflows: [
    {
      owner: 'contoso',
      repository: RUN.repository,
      repositoryId: RUN.repositoryId,
      workflow: RUN.workflow,
      ref: 'refs/tags/v*',
      scopes: ['push-version'],
      ids: ['Contoso.*'],
    },
  ],
});

export const SECRETS: ReadonlyMap<string, Uint8Array> = new Map([
  ['shared', SHARED],
  ['other', OTHER_SHARED],
]);

/** A run of the trusted workflow that built the package a minute ago. */
export const VERIFIED: VerifiedWorkflow = {
  identity: {
    repository: RUN.repository,
    repositoryId: RUN.repositoryId,
    workflow: RUN.workflow,
    ref: RUN.ref,
    trigger: RUN.trigger,
    commit: RUN.commit,
    run: RUN.run,
    signedAt: '2026-03-10T11:59:00Z',
  },
  subject: { kind: 'provenance', sha256: [SHA256], sha512: [SHA512] },
};

/** Not signed yet. */
export function makeAsked(fields: Partial<PublishRequest> = {}): PublishRequest {
  return publishRequestSchema.parse({
    request: '0123456789abcdef0123456789abcdef',
    action: 'publish',
    id: 'Contoso.Tools',
    version: '1.2.3',
    sha512: SHA512,
    url: 'https://example.org/Contoso.Tools.1.2.3.nupkg',
    keyId: 'shared',
    expires: '2026-03-10T13:00:00Z',
    proof: 'none',
    ...fields,
  });
}

export type Signer = (text: string) => string;
export const byShared: Signer = (text) => signHmac(SHARED, text);
export const byPair: Signer = (text) => signEd25519(PRIVATE, text);

/** Signed as it is sent, by the shared key unless told otherwise. */
export function signed(
  fields: Partial<PublishRequest> = {},
  signer: Signer = byShared,
  gallery = GALLERY,
): PublishRequest {
  const asked = makeAsked(fields);
  return { ...asked, proof: signer(signedText(gallery, asked)) };
}

export function makeAuthorizationFacts(facts: Partial<AuthorizationFacts> = {}): AuthorizationFacts {
  return { asked: signed(), gallery: GALLERY, keys: KEYS, secrets: SECRETS, now: NOW, ...facts };
}

/** The keys with other fields for one of them. */
export function withKeyFields(id: string, fields: object): PublishingKeys {
  return {
    ...KEYS,
    keys: KEYS.keys.map((key) => (key.id === id ? ({ ...key, ...fields } as typeof key) : key)),
  };
}

/** The trusted workflow with other fields. */
export function withWorkflowFields(...entries: readonly object[]): PublishingKeys {
  const [workflow] = KEYS.workflows;
  return {
    ...KEYS,
    workflows: entries.map((fields) => ({ ...workflow, ...fields }) as NonNullable<typeof workflow>),
  };
}
