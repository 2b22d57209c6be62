/**
 * Whether a build pipeline may do what it asks. Facts in, decision out. Every refusal is the same answer, and the work of
 * checking a signature is done for unknown keys too, so neither words nor time tell which keys there are.
 */
import { parsePackageId } from '../../domain/package-id.ts';
import { type PublishRequest, signedText } from '../../domain/publish-request.ts';
import type { PublishingKeys } from '../../domain/publishing-keys.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { VerifiedWorkflow, WorkflowIdentity } from '../../domain/workflow-identity.ts';
import { verifyEd25519 } from './ed25519.ts';
import { allows, type Grant, reaches } from './grant.ts';
import { verifyHmac } from './hmac.ts';
import { keyState, REASON_OF_STATE } from './key-state.ts';
import { SECRET_BYTES } from './key-text.ts';
import { keylessProblem, trustedEntries } from './keyless.ts';
import { type AuthorizationProblem, type RefusalReason, refusal } from './refusal.ts';

export interface AuthorizationFacts {
  readonly asked: PublishRequest;
  /** `owner/name` of the gallery's repository. */
  readonly gallery: string;
  readonly keys: PublishingKeys;
  /** Shared keys by their ids. */
  readonly secrets: ReadonlyMap<string, Uint8Array>;
  /** UTC. */
  readonly now: string;
  /** What was read from the Sigstore bundle of a request that names no key. */
  readonly keyless?: VerifiedWorkflow | undefined;
  /** Of the bytes whose SHA-512 the request names, in hexadecimal digits: provenance often names no other. */
  readonly packageSha256?: string | undefined;
}

export interface AuthorizedProof {
  /** As the record names them: a key, a key pair, a workflow; `upstream` is nobody who asks, but what a gateway takes in. */
  readonly kind: 'key' | 'signature' | 'keyless' | 'upstream';
  /** The source that it was taken from. */
  readonly reference?: string;
  readonly keyId?: string;
  /** `owner/name/.github/workflows/release.yml@refs/tags/v1` */
  readonly workflow?: string;
  readonly commit?: string;
  /** Address of the publisher's run. */
  readonly run?: string;
}

export interface Authorized {
  /** A GitHub login. */
  readonly publisher: string;
  readonly proof: AuthorizedProof;
  readonly grants: readonly Grant[];
}

/** A request counts for a day at most, so that what leaks is soon worth nothing. */
const MAX_AHEAD_MS = 86_400_000;
const NOBODY_S_SECRET = new Uint8Array(SECRET_BYTES);

export function authorizeRequest(facts: AuthorizationFacts): Result<Authorized, AuthorizationProblem> {
  const found = facts.asked.keyId === undefined ? byWorkflow(facts) : byKey(facts, facts.asked.keyId);
  if (!found.ok) return fail(refusal(found.problem));
  const reason = requestProblem(facts) ?? reachProblem(found.value.grants, facts.asked);
  return reason === undefined ? found : fail(refusal(reason));
}

/** Asked again when it is known whether the gallery has the id: new ids need a scope of their own. */
export function mayPublish(
  { grants }: Authorized,
  { id, isNew }: { readonly id: string; readonly isNew: boolean },
): boolean {
  return grants.some((grant) => allows(grant, isNew ? 'push-new' : 'push-version', id));
}

export function mayUnlist({ grants }: Authorized, id: string): boolean {
  return grants.some((grant) => allows(grant, 'unlist', id));
}

function byKey(facts: AuthorizationFacts, keyId: string): Result<Authorized, RefusalReason> {
  const { asked, gallery, keys, secrets, now } = facts;
  const key = keys.keys.find(({ id }) => id === keyId);
  const secret = secrets.get(keyId);
  const isWhole = secret?.length === SECRET_BYTES;
  const text = signedText(gallery, asked);
  const isSigned =
    key?.kind === 'ed25519'
      ? verifyEd25519(Buffer.from(key.publicKey, 'base64'), text, asked.proof)
      : verifyHmac(isWhole ? secret : NOBODY_S_SECRET, text, asked.proof);
  if (!key) return fail('key-unknown');
  if (key.kind === 'bearer') return fail('key-for-gateway');
  const reason = REASON_OF_STATE[keyState(key, Date.parse(now))];
  if (reason !== undefined) return fail(reason);
  if (key.kind === 'hmac' && !isWhole) return fail('secret-missing');
  if (!isSigned) return fail('signature-wrong');
  const proof = { kind: key.kind === 'hmac' ? ('key' as const) : ('signature' as const), keyId };
  return ok({ publisher: key.owner, proof, grants: [{ scopes: key.scopes, ids: key.ids }] });
}

function byWorkflow({
  asked,
  keys,
  now,
  keyless,
  packageSha256,
}: AuthorizationFacts): Result<Authorized, RefusalReason> {
  if (!keyless) return fail('no-proof');
  const { identity } = keyless;
  const entries = trustedEntries(identity, keys);
  // Where entries name several owners, the first that reaches the package says on whose behalf.
  const first = entries.find((entry) => reaches(entry, asked.id)) ?? entries[0];
  if (!first) return fail('workflow-unknown');
  const reason = keylessProblem(keyless, asked, packageSha256, Date.parse(now));
  if (reason !== undefined) return fail(reason);
  return ok({
    publisher: first.owner,
    proof: {
      kind: 'keyless',
      workflow: workflowName(identity),
      commit: identity.commit,
      run: identity.run,
    },
    grants: entries
      .filter(({ owner }) => owner.toLowerCase() === first.owner.toLowerCase())
      .map(({ scopes, ids }) => ({ scopes, ids })),
  });
}

function workflowName({ repository, workflow, ref }: WorkflowIdentity): string {
  return `${repository}/${workflow}@${ref}`;
}

function requestProblem({ asked, now }: AuthorizationFacts): RefusalReason | undefined {
  const aheadMs = Date.parse(asked.expires) - Date.parse(now);
  if (!(aheadMs > 0)) return 'request-expired';
  return aheadMs <= MAX_AHEAD_MS ? undefined : 'request-too-far-ahead';
}

function reachProblem(grants: readonly Grant[], { action, id }: PublishRequest): RefusalReason | undefined {
  if (!parsePackageId(id).ok) return 'id-malformed';
  const reaching = grants.filter((grant) => reaches(grant, id));
  if (reaching.length === 0) return 'id-out-of-reach';
  const isAllowed = reaching.some(({ scopes }) =>
    action === 'publish' ? scopes.some((scope) => scope !== 'unlist') : scopes.includes('unlist'),
  );
  return isAllowed ? undefined : 'scope-missing';
}
