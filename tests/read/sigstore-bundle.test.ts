import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSigstoreBundle } from '../../src/read/sigstore-bundle.ts';
import { type FakeSigstore, makeFakeSigstore, RUN, type RunOfWorkflow } from '../support/fake-sigstore.ts';

const TEXT = 'what a request signs';
const CLOCK = new Date('2026-03-10T12:00:00Z');
const PROVENANCE = 'https://slsa.dev/provenance/v1';

/** Real ones, as public packages and artifacts carry them. */
const real = (name: string) =>
  readFileSync(join(import.meta.dirname, `../support/data/sigstore/${name}.json`), 'utf8');

describe('real bundles', () => {
  it('of npm name the workflow that built the package, and its SHA-512', () => {
    expect(readSigstoreBundle(real('npm-provenance'), TEXT)).toEqual({
      ok: true,
      value: {
        identity: {
          repositoryId: 495574555,
          repository: 'sigstore/sigstore-js',
          workflow: '.github/workflows/release.yml',
          ref: 'refs/heads/main',
          trigger: 'push',
          commit: '26d16513386ffaa790b1c32f927544f1322e4194',
          run: 'https://github.com/sigstore/sigstore-js/actions/runs/6014488666/attempts/1',
          signedAt: '2023-08-29T15:40:23.000Z',
        },
        subject: {
          kind: 'provenance',
          sha256: [],
          sha512: [
            '90f223f992e4c88dd068cd2a5fc57f9d2b30798343dd6e38f29c240e04ba090ef831f84490847c4e82b9232c78e8a258463b1e55c0f7469f730265008fa6633f',
          ],
        },
      },
    });
  });

  it('of actions/attest-build-provenance name the SHA-256, and the workflow that called another', () => {
    expect(readSigstoreBundle(real('reusable-workflow'), TEXT)).toMatchObject({
      ok: true,
      value: {
        identity: { repositoryId: 804070735, repository: 'malancas/attest-demo', ref: 'refs/heads/main' },
        subject: {
          kind: 'provenance',
          sha256: ['49a3aa6075e0f49f82843e74b5baa614ad2a588e6675612bf108a0a008c5ac25'],
        },
      },
    });
  });

  it('of an issuer that only begins like that of GitHub are of nobody', () => {
    expect(readSigstoreBundle(real('custom-issuer'), TEXT)).toEqual({
      ok: false,
      problem: 'bundle-not-of-github',
    });
  });

  const parts = JSON.parse(real('npm-provenance'));
  const other = JSON.parse(real('reusable-workflow'));
  const changed = (change: (bundle: typeof parts) => void) => {
    const copy = structuredClone(parts);
    change(copy);
    return JSON.stringify(copy);
  };
  const flip = (base64: string, at: number) => {
    const bytes = Buffer.from(base64, 'base64');
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    return bytes.toString('base64');
  };
  const entry = (bundle: typeof parts) => bundle.verificationMaterial.tlogEntries[0];
  const certificates = (bundle: typeof parts) =>
    bundle.verificationMaterial.x509CertificateChain?.certificates ?? [
      bundle.verificationMaterial.certificate,
    ];

  it.each<[string, (bundle: typeof parts) => void]>([
    ['another payload', (b) => (b.dsseEnvelope.payload = flip(b.dsseEnvelope.payload, 90))],
    ['the payload of another', (b) => (b.dsseEnvelope.payload = other.dsseEnvelope.payload)],
    ['another type of payload', (b) => (b.dsseEnvelope.payloadType = 'text/plain')],
    [
      'another signature',
      (b) => (b.dsseEnvelope.signatures[0].sig = flip(b.dsseEnvelope.signatures[0].sig, 20)),
    ],
    ['the signature of another', (b) => (b.dsseEnvelope.signatures = other.dsseEnvelope.signatures)],
    ['no signature', (b) => (b.dsseEnvelope.signatures = [])],
    [
      'another certificate',
      (b) => {
        const [certificate] = certificates(b);
        certificate.rawBytes = flip(certificate.rawBytes, 700);
      },
    ],
    ['the certificate of another', (b) => (certificates(b)[0].rawBytes = certificates(other)[0].rawBytes)],
    ['no entry in the log', (b) => (b.verificationMaterial.tlogEntries = [])],
    [
      'the entry of another',
      (b) => (b.verificationMaterial.tlogEntries = other.verificationMaterial.tlogEntries),
    ],
    ['another time of the log', (b) => (entry(b).integratedTime = '1693323725')],
    ['another body in the log', (b) => (entry(b).canonicalizedBody = flip(entry(b).canonicalizedBody, 40))],
    ['another log', (b) => (entry(b).logId.keyId = flip(entry(b).logId.keyId, 0))],
  ])('with %s are refused', (_, change) => {
    const text = changed(change);
    expect(text).not.toBe(JSON.stringify(parts));
    const result = readSigstoreBundle(text, TEXT);
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.problem).toMatch(/^bundle-(?:not-verified|unreadable)$/);
  });
});

it.each([
  ['nothing', '', 'bundle-unreadable'],
  ['no JSON', 'psg_', 'bundle-unreadable'],
  ['another JSON', '{}', 'bundle-unreadable'],
  ['null', 'null', 'bundle-unreadable'],
  ['sixty thousand characters and more', `"${'x'.repeat(60_000)}"`, 'bundle-too-large'],
])('%s is no bundle', (_, text, problem) => {
  expect(readSigstoreBundle(text, TEXT)).toEqual({ ok: false, problem });
});

describe('bundles of a fake Sigstore', () => {
  let sigstore: FakeSigstore;
  beforeAll(async () => {
    sigstore = await makeFakeSigstore(CLOCK);
  });
  const read = (bundle: string, text = TEXT) => readSigstoreBundle(bundle, text, sigstore.trust);
  const statement = (predicateType: string, digest: object) => ({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'Contoso.Tools.1.0.0.nupkg', digest }],
    predicateType,
    predicate: {},
  });

  it('over the text of a request name the run', async () => {
    const { issuer, ...identity } = RUN;
    expect(read(await sigstore.signText(TEXT))).toEqual({
      ok: true,
      value: { identity: { ...identity, signedAt: CLOCK.toISOString() }, subject: { kind: 'text' } },
    });
  });

  it('over another text are refused', async () => {
    expect(read(await sigstore.signText(TEXT), `${TEXT}.`)).toEqual({
      ok: false,
      problem: 'bundle-not-verified',
    });
  });

  it('are not those of Sigstore', async () => {
    expect(readSigstoreBundle(await sigstore.signText(TEXT), TEXT)).toMatchObject({ ok: false });
    expect(read(real('npm-provenance'))).toEqual({ ok: false, problem: 'bundle-not-verified' });
  });

  it.each([
    ['sha256', createHash('sha256').update(TEXT).digest('hex')],
    ['sha512', createHash('sha512').update(TEXT).digest('hex')],
  ])('with a statement over the %s of the text are over the text', async (name, hash) => {
    const bundle = await sigstore.attest(statement('https://example.org/request', { [name]: hash }));
    expect(read(bundle)).toMatchObject({ ok: true, value: { subject: { kind: 'text' } } });
  });

  it('with provenance of both hashes name both', async () => {
    const digest = { sha256: 'a'.repeat(64), sha512: 'b'.repeat(128) };
    const bundle = await sigstore.attest(statement(PROVENANCE, digest));
    expect(read(bundle)).toMatchObject({
      ok: true,
      value: { subject: { kind: 'provenance', sha256: [digest.sha256], sha512: [digest.sha512] } },
    });
  });

  it.each<[string, object]>([
    ['that is no provenance', statement('https://example.org/scan/v1', { sha256: 'a'.repeat(64) })],
    ['of no kind', { ...statement(PROVENANCE, { sha256: 'a'.repeat(64) }), _type: 'x' }],
    ['about nothing', { ...statement(PROVENANCE, {}), subject: [] }],
    ['with a hash in capitals', statement(PROVENANCE, { sha256: 'A'.repeat(64) })],
    ['with half a hash', statement(PROVENANCE, { sha512: 'a'.repeat(64) })],
  ])('with a statement %s are refused', async (_, content) => {
    expect(read(await sigstore.attest(content))).toEqual({ ok: false, problem: 'bundle-statement' });
  });

  it.each<[string, RunOfWorkflow]>([
    ['another issuer', { issuer: 'https://gitlab.com' }],
    ['an issuer with a path behind it', { issuer: `${RUN.issuer}/contoso` }],
    ['no issuer', { extensions: { 8: undefined } }],
    ['no number of the repository', { extensions: { 15: undefined } }],
    ['a number with a zero before it', { extensions: { 15: '0424242' } }],
    [
      'a workflow of another repository',
      { extensions: { 18: `https://github.com/evil/tools/${RUN.workflow}@${RUN.ref}` } },
    ],
    [
      'a workflow of a repository that begins alike',
      { extensions: { 18: `https://github.com/contoso/tools-evil/${RUN.workflow}@${RUN.ref}` } },
    ],
    [
      'a workflow at another ref',
      { extensions: { 18: `https://github.com/contoso/tools/${RUN.workflow}@refs/heads/x` } },
    ],
    ['no workflow', { extensions: { 18: undefined } }],
    ['no ref', { extensions: { 14: undefined } }],
    ['another host', { extensions: { 12: 'https://github.example/contoso/tools' } }],
    ['no commit', { extensions: { 13: 'main' } }],
    ['no event', { extensions: { 20: undefined } }],
    ['a run elsewhere', { extensions: { 21: 'https://evil.example/' } }],
  ])('of a certificate with %s are of nobody', async (_, workflow) => {
    expect(read(await sigstore.signText(TEXT, workflow))).toEqual({
      ok: false,
      problem: 'bundle-not-of-github',
    });
  });
});
