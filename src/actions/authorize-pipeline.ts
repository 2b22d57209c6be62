/** Who stands behind a request of a build pipeline, by the keys and workflows that a commit of the gallery trusts. */
import { createHash } from 'node:crypto';
import { GalleryError } from '../domain/gallery-error.ts';
import { type PublishRequest, signedText } from '../domain/publish-request.ts';
import { NO_KEYS } from '../domain/publishing-keys.ts';
import type { Result } from '../domain/result.ts';
import type { VerifiedWorkflow } from '../domain/workflow-identity.ts';
import { type AuthorizationFacts, type Authorized, authorizeRequest } from '../publish/keys/authorize.ts';
import type { AuthorizationProblem } from '../publish/keys/refusal.ts';
import { parseSecretLines } from '../publish/keys/secret-lines.ts';
import { INDEX_ROOT } from '../publish/request/tree-change.ts';
import { readPublishingKeys } from '../read/publishing-keys.ts';
import type { ActionContext } from './action-context.ts';

/** From the repository's secret PWSHELF_KEYS. */
export type KeySecretMap = AuthorizationFacts['secrets'];

export function readKeySecrets(environment: Readonly<Record<string, string | undefined>>): KeySecretMap {
  return parseSecretLines(environment['PWSHELF_KEYS'] ?? '').secrets;
}

export interface PipelineProof {
  readonly asked: PublishRequest;
  /** When the gallery first saw it: who waits in a line does not expire there. */
  readonly receivedAt: string;
  /** Undefined as long as it is not fetched. */
  readonly bytes: Uint8Array | undefined;
}

/** @param base  a commit of the gallery's own branch */
export async function authorizePipeline(
  { repository, galleryName, say, sigstoreTrust }: ActionContext,
  secrets: KeySecretMap,
  base: string,
  { asked, receivedAt, bytes }: PipelineProof,
): Promise<Result<Authorized, AuthorizationProblem>> {
  const file = `${INDEX_ROOT}keys.yaml`;
  const text = await repository.text(base, file);
  const keys = text === undefined ? NO_KEYS : readPublishingKeys(text, { file }).value;
  if (!keys) {
    throw new GalleryError(
      'KEYS_INVALID',
      `${file} cannot be read, so no key counts.`,
      'Run `pwshelf check` on the main branch and mend what it tells.',
    );
  }
  const keyless =
    asked.keyId === undefined ? await workflowOf(asked, galleryName, say, sigstoreTrust) : undefined;
  const packageSha256 = bytes && createHash('sha256').update(bytes).digest('hex');
  const result = authorizeRequest({
    asked,
    gallery: galleryName,
    keys,
    secrets,
    now: receivedAt,
    keyless,
    packageSha256,
  });
  if (!result.ok) say(`Refused: ${result.problem.reason}.`);
  return result;
}

async function workflowOf(
  asked: PublishRequest,
  gallery: string,
  say: ActionContext['say'],
  trust: ActionContext['sigstoreTrust'],
): Promise<VerifiedWorkflow | undefined> {
  // Most requests bear a key, and Sigstore is a lot to load.
  const { readSigstoreBundle } = await import('../read/sigstore-bundle.ts');
  const read = readSigstoreBundle(asked.proof, signedText(gallery, asked), trust);
  if (read.ok) return read.value;
  say(`Refused: ${read.problem}.`);
  return undefined;
}
