/**
 * A Sigstore of our own: a certificate authority, its log of certificates and a log of signatures, made by the mock of the
 * Sigstore project. It gives out bundles of whatever workflow a test names; the real ones are in data/sigstore.
 */
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { initializeCA, initializeCTLog, initializeTLog } from '@sigstore/mock';
import { vi } from 'vitest';
import type { WorkflowIdentity } from '../../src/domain/workflow-identity.ts';
import { readSigstoreTrust, type SigstoreTrust } from '../../src/read/sigstore-bundle.ts';

export interface FakeSigstore {
  /** A `trusted_root.json`. */
  readonly root: object;
  readonly trust: SigstoreTrust;
  /** A bundle over the text itself. */
  readonly signText: (text: string, workflow?: RunOfWorkflow) => Promise<string>;
  /** An attestation over an in-toto statement. */
  readonly attest: (statement: object, workflow?: RunOfWorkflow) => Promise<string>;
}

export interface RunOfWorkflow extends Partial<Omit<WorkflowIdentity, 'signedAt'>> {
  readonly issuer?: string;
  /** Values of Fulcio's extensions by their last number; undefined leaves one out. */
  readonly extensions?: Readonly<Record<number, string | undefined>>;
}

/** Of which every fake certificate is, unless a test says otherwise. */
export const RUN = {
  issuer: 'https://token.actions.githubusercontent.com',
  repository: 'contoso/tools',
  repositoryId: 424242,
  workflow: '.github/workflows/release.yml',
  ref: 'refs/tags/v1.2.3',
  trigger: 'push',
  commit: 'c0ffee'.padEnd(40, '0'),
  run: 'https://github.com/contoso/tools/actions/runs/77/attempts/1',
} as const;

/** @param clock  when everything is signed */
export async function makeFakeSigstore(clock: Date): Promise<FakeSigstore> {
  const keys = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const ctLog = await initializeCTLog(keys(), clock);
  // The root would count from today, whatever the clock says.
  vi.useFakeTimers({ toFake: ['Date'], now: clock.getTime() - 86_400_000 });
  const ca = await initializeCA(generateKeyPairSync('ec', { namedCurve: 'P-384' }), ctLog, clock);
  vi.useRealTimers();
  const tlog = await initializeTLog('https://rekor.example', keys(), clock);
  const validFor = { start: '2000-01-01T00:00:00Z' };
  const log = (publicKey: Buffer) => ({
    hashAlgorithm: 'SHA2_256',
    publicKey: { rawBytes: base64(publicKey), keyDetails: 'PKIX_ECDSA_P256_SHA_256', validFor },
    logId: { keyId: base64(createHash('sha256').update(publicKey).digest()) },
  });
  const root = {
    mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
    tlogs: [{ baseUrl: 'https://rekor.example', ...log(tlog.publicKey) }],
    ctlogs: [{ baseUrl: 'https://ct.example', ...log(ctLog.publicKey) }],
    certificateAuthorities: [
      {
        subject: { organization: 'sigstore.mock', commonName: 'sigstore' },
        uri: 'https://fulcio.example',
        certChain: { certificates: [{ rawBytes: base64(ca.rootCertificate) }] },
        validFor,
      },
    ],
    timestampAuthorities: [],
  };

  const certify = async (key: KeyObject, workflow: RunOfWorkflow) =>
    ca.issueCertificate({
      publicKey: key.export({ format: 'der', type: 'spki' }),
      subjectAltName: `https://github.com/${workflow.repository ?? RUN.repository}`,
      extensions: extensionsOf(workflow),
    });

  const material = async (certificate: ArrayBufferView<ArrayBuffer>, entry: LogEntryBody) => {
    const [logged] = Object.values((await tlog.log(entry)) as Record<string, LoggedEntry>);
    if (!logged) throw new Error('nothing was logged');
    const { inclusionProof: proof, signedEntryTimestamp } = logged.verification;
    return {
      certificate: { rawBytes: base64(certificate) },
      tlogEntries: [
        {
          logIndex: String(logged.logIndex),
          logId: { keyId: Buffer.from(logged.logID, 'hex').toString('base64') },
          kindVersion: { kind: entry.kind, version: entry.apiVersion },
          integratedTime: String(logged.integratedTime),
          inclusionPromise: { signedEntryTimestamp },
          inclusionProof: {
            logIndex: String(proof.logIndex),
            treeSize: String(proof.treeSize),
            rootHash: Buffer.from(proof.rootHash, 'hex').toString('base64'),
            hashes: [],
            checkpoint: { envelope: proof.checkpoint },
          },
          canonicalizedBody: logged.body,
        },
      ],
      timestampVerificationData: { rfc3161Timestamps: [] },
    };
  };

  return {
    root,
    trust: readSigstoreTrust(root),
    signText: async (text, workflow = {}) => {
      const { publicKey, privateKey } = keys();
      const certificate = await certify(publicKey, workflow);
      const digest = createHash('sha256').update(text).digest();
      const signature = base64(sign('sha256', Buffer.from(text), privateKey));
      const verificationMaterial = await material(certificate, {
        kind: 'hashedrekord',
        apiVersion: '0.0.1',
        spec: {
          signature: { content: signature, publicKey: { content: base64(Buffer.from(pemOf(certificate))) } },
          data: { hash: { algorithm: 'sha256', value: digest.toString('hex') } },
        },
      });
      return bundleText(verificationMaterial, {
        messageSignature: {
          messageDigest: { algorithm: 'SHA2_256', digest: digest.toString('base64') },
          signature,
        },
      });
    },
    attest: async (statement, workflow = {}) => {
      const { publicKey, privateKey } = keys();
      const certificate = await certify(publicKey, workflow);
      const type = 'application/vnd.in-toto+json';
      const payload = Buffer.from(JSON.stringify(statement));
      const signed = Buffer.concat([
        Buffer.from(`DSSEv1 ${type.length} ${type} ${payload.length} `),
        payload,
      ]);
      const sig = base64(sign('sha256', signed, privateKey));
      const verificationMaterial = await material(certificate, {
        kind: 'dsse',
        apiVersion: '0.0.1',
        spec: {
          payloadHash: {
            algorithm: 'sha256',
            value: createHash('sha256').update(payload).digest('hex'),
          },
          signatures: [{ signature: sig, verifier: base64(Buffer.from(pemOf(certificate))) }],
        },
      });
      return bundleText(verificationMaterial, {
        dsseEnvelope: { payload: base64(payload), payloadType: type, signatures: [{ sig, keyid: '' }] },
      });
    },
  };
}

/** As Rekor answers. */
interface LoggedEntry {
  readonly logIndex: number;
  readonly logID: string;
  readonly integratedTime: number;
  readonly body: string;
  readonly verification: {
    readonly signedEntryTimestamp: string;
    readonly inclusionProof: {
      readonly logIndex: number;
      readonly treeSize: number;
      readonly rootHash: string;
      readonly checkpoint: string;
    };
  };
}

interface LogEntryBody {
  readonly kind: string;
  readonly apiVersion: string;
  readonly spec: object;
}

function extensionsOf(workflow: RunOfWorkflow): { oid: string; value: string }[] {
  const run = { ...RUN, ...workflow };
  const uri = `https://github.com/${run.repository}`;
  const values: Readonly<Record<number, string | undefined>> = {
    8: run.issuer,
    12: uri,
    13: run.commit,
    14: run.ref,
    15: String(run.repositoryId),
    18: `${uri}/${run.workflow}@${run.ref}`,
    20: run.trigger,
    21: run.run.replace('https://github.com/contoso/tools', uri),
    ...workflow.extensions,
  };
  return Object.entries(values).flatMap(([number, value]) =>
    value === undefined ? [] : [{ oid: `1.3.6.1.4.1.57264.1.${number}`, value }],
  );
}

function bundleText(verificationMaterial: object, content: object): string {
  const mediaType = 'application/vnd.dev.sigstore.bundle.v0.3+json';
  return JSON.stringify({ mediaType, verificationMaterial, ...content });
}

function pemOf(certificate: ArrayBufferView<ArrayBuffer>): string {
  const lines = base64(certificate).match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

function base64(bytes: ArrayBufferView): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}
