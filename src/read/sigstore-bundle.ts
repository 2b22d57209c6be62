/**
 * A Sigstore bundle → which run of which workflow on GitHub made it, and what it is over. Verified without the network:
 * the certificate by the roots that come with a package of Sigstore, its time and its place in the public log by what the
 * bundle brings along.
 */
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { type Bundle, bundleFromJSON } from '@sigstore/bundle';
import { TrustedRoot } from '@sigstore/protobuf-specs';
import { toSignedEntity, toTrustMaterial, Verifier } from '@sigstore/verify';
import { fail, ok, type Result } from '../domain/result.ts';
import type { SignedSubject, VerifiedWorkflow } from '../domain/workflow-identity.ts';
import { readStatement } from './in-toto-statement.ts';
import { type CertificateOfRun, readWorkflowIdentity } from './workflow-certificate.ts';

/** For the log of the gallery alone. */
export type SigstoreProblem =
  | 'bundle-too-large'
  | 'bundle-unreadable'
  | 'bundle-without-certificate'
  | 'bundle-not-verified'
  | 'bundle-not-of-github'
  | 'bundle-statement';

/** Whom to believe: certificate authorities, logs and their times. */
export type SigstoreTrust = ConstructorParameters<typeof Verifier>[0];

const MAX_LENGTH = 60_000;

/** @param signedText  what a request signs; a bundle may be over that, or over provenance of the package */
export function readSigstoreBundle(
  text: string,
  signedText: string,
  trust: SigstoreTrust = publicTrust(),
): Result<VerifiedWorkflow, SigstoreProblem> {
  if (text.length > MAX_LENGTH) return fail('bundle-too-large');
  const bundle = parseBundle(text);
  if (!bundle) return fail('bundle-unreadable');
  const certificate = verify(bundle, signedText, trust);
  if (typeof certificate === 'string') return fail(certificate);
  const identity = readWorkflowIdentity(certificate);
  if (!identity) return fail('bundle-not-of-github');
  const subject = subjectOf(bundle, signedText);
  return subject ? ok({ identity, subject }) : fail('bundle-statement');
}

/** @param root  a `trusted_root.json` of Sigstore */
export function readSigstoreTrust(root: unknown): SigstoreTrust {
  return toTrustMaterial(TrustedRoot.fromJSON(root));
}

function parseBundle(text: string): Bundle | undefined {
  try {
    return bundleFromJSON(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function verify(
  bundle: Bundle,
  signedText: string,
  trust: SigstoreTrust,
): CertificateOfRun | 'bundle-without-certificate' | 'bundle-not-verified' {
  try {
    const entity = toSignedEntity(bundle, Buffer.from(signedText, 'utf8'));
    if (entity.key.$case !== 'certificate') return 'bundle-without-certificate';
    // One entry of a log, one signed time, and one log of certificates: what Sigstore itself asks for.
    new Verifier(trust, { tlogThreshold: 1, timestampThreshold: 1, ctlogThreshold: 1 }).verify(entity);
    return entity.key.certificate;
  } catch {
    return 'bundle-not-verified';
  }
}

function subjectOf({ content }: Bundle, signedText: string): SignedSubject | undefined {
  if (content.$case === 'messageSignature') return { kind: 'text' };
  const { payloadType, payload } = content.dsseEnvelope;
  const statement = readStatement(payloadType, payload);
  if (!statement) return undefined;
  const { sha256, sha512 } = statement;
  const isOverText =
    sha256.includes(hashOf('sha256', signedText)) || sha512.includes(hashOf('sha512', signedText));
  if (isOverText) return { kind: 'text' };
  return statement.isProvenance ? { kind: 'provenance', sha256, sha512 } : undefined;
}

function hashOf(algorithm: 'sha256' | 'sha512', text: string): string {
  return createHash(algorithm).update(text, 'utf8').digest('hex');
}

let known: SigstoreTrust | undefined;

/** Of Sigstore's public instance, as the package @sigstore/tuf carries it; a newer package brings newer roots. */
function publicTrust(): SigstoreTrust {
  if (known) return known;
  const seeds = createRequire(import.meta.url)('@sigstore/tuf/seeds.json') as Readonly<
    Record<string, { readonly targets: Readonly<Record<string, string>> }>
  >;
  const root = seeds['https://tuf-repo-cdn.sigstore.dev']?.targets['trusted_root.json'];
  if (root === undefined) throw new Error('@sigstore/tuf carries no trusted root');
  known = readSigstoreTrust(JSON.parse(Buffer.from(root, 'base64').toString('utf8')));
  return known;
}
