/**
 * A certificate of Sigstore → the run of a workflow on GitHub that it was given to. What GitHub said of the run stands in
 * extensions of the certificate, under numbers of Fulcio's own.
 */
import { ASN1Obj, type X509Certificate } from '@sigstore/core';
import type { WorkflowIdentity } from '../domain/workflow-identity.ts';

export type CertificateOfRun = X509Certificate;

const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com';
const GITHUB = 'https://github.com/';

/** https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md, below 1.3.6.1.4.1.57264.1 */
const EXTENSIONS = {
  issuer: 8,
  sourceRepositoryUri: 12,
  sourceRepositoryDigest: 13,
  sourceRepositoryRef: 14,
  sourceRepositoryId: 15,
  buildConfigUri: 18,
  buildTrigger: 20,
  runInvocationUri: 21,
} as const;

/** ASN.1's tag of a UTF8String. */
const UTF8_STRING = 0x0c;

/**
 * The workflow is the file that the event started, even where that calls another for its work: the repository answers for
 * whom it calls.
 * @returns undefined when it is no certificate of a run on GitHub
 */
export function readWorkflowIdentity(certificate: CertificateOfRun): WorkflowIdentity | undefined {
  const text = (name: keyof typeof EXTENSIONS) => extensionText(certificate, EXTENSIONS[name]);
  if (text('issuer') !== GITHUB_ISSUER) return undefined;
  const repositoryUri = text('sourceRepositoryUri') ?? '';
  const ref = text('sourceRepositoryRef') ?? '';
  const id = text('sourceRepositoryId') ?? '';
  const commit = text('sourceRepositoryDigest') ?? '';
  const config = text('buildConfigUri') ?? '';
  const run = text('runInvocationUri') ?? '';
  const trigger = text('buildTrigger') ?? '';
  const [before, after] = [`${repositoryUri}/`, `@${ref}`];
  const isWhole =
    /^[1-9]\d{0,14}$/.test(id) &&
    /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(commit) &&
    /^https:\/\/github\.com\/[\w.-]+\/[\w.-]+$/.test(repositoryUri) &&
    run.startsWith(before) &&
    ref !== '' &&
    trigger !== '' &&
    // A workflow of another repository that an organization demands is not the repository's own.
    config.startsWith(before) &&
    config.endsWith(after);
  if (!isWhole) return undefined;
  return {
    repositoryId: Number(id),
    repository: repositoryUri.slice(GITHUB.length),
    workflow: config.slice(before.length, -after.length),
    ref,
    trigger,
    commit,
    run,
    signedAt: certificate.notBefore.toISOString(),
  };
}

function extensionText(certificate: CertificateOfRun, number: number): string | undefined {
  const extension = certificate.extension(`1.3.6.1.4.1.57264.1.${number}`);
  if (!extension) return undefined;
  try {
    const { tag, value } = ASN1Obj.parseBuffer(Buffer.from(extension.value));
    return tag.number === UTF8_STRING ? new TextDecoder('utf-8', { fatal: true }).decode(value) : undefined;
  } catch {
    return undefined;
  }
}
