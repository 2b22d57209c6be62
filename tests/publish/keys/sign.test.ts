import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { formatKeyText } from '../../../src/publish/keys/key-text.ts';
import { parseSigningKey, signRequest } from '../../../src/publish/keys/sign.ts';

/** RFC 8032, 7.1, test 1. */
const RFC_PRIVATE = Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex');
const { privateKey } = generateKeyPairSync('ed25519');
const RAW = Buffer.from(privateKey.export({ format: 'jwk' }).d ?? '', 'base64url');

const ASKED = {
  request: '0123456789abcdef0123456789abcdef',
  action: 'publish',
  id: 'Contoso.Tools',
  version: '1.2.0',
  sha512: 'a'.repeat(128),
  keyId: 'ci',
  expires: '2026-01-31T09:30:00Z',
} as const;

describe('a signing key', () => {
  it.each([
    ['as it was printed', formatKeyText({ kind: 'ed25519', bytes: RAW })],
    ['as PEM', String(privateKey.export({ format: 'pem', type: 'pkcs8' }))],
    ['as PKCS #8', privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')],
    ['as 32 bytes', RAW.toString('base64')],
  ])('of Ed25519 is taken %s', (_, text) => {
    const parsed = parseSigningKey(`\n${text}\n`);
    expect(parsed.ok && parsed.value.kind).toBe('ed25519');
    expect(parsed.ok && Buffer.from(parsed.value.bytes).equals(RAW)).toBe(true);
  });

  it('that is shared is taken as it was printed', () => {
    const parsed = parseSigningKey(formatKeyText({ kind: 'hmac', bytes: RFC_PRIVATE }));
    expect(parsed).toEqual({ ok: true, value: { kind: 'hmac', bytes: RFC_PRIVATE } });
  });

  it.each([
    ['nothing', '', 'empty'],
    ['a password', 'correct horse battery staple', 'no private key'],
    ['a public key', 'MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=', 'no private key'],
    ['half a PEM', '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2Vw', 'no private key'],
    [
      'a key of another kind',
      String(
        generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
          format: 'pem',
          type: 'pkcs8',
        }),
      ),
      'another kind than Ed25519',
    ],
    ['a shared one that was cut', formatKeyText({ kind: 'hmac', bytes: RAW }).slice(0, -2), '48 more'],
  ])('is not %s', (_, text, problem) => {
    const parsed = parseSigningKey(text);
    expect(parsed.ok).toBe(false);
    expect(!parsed.ok && parsed.problem).toContain(problem);
  });
});

describe('a signature', () => {
  it('is of all that the request says, whatever the case of the gallery', () => {
    const key = { kind: 'hmac', bytes: RAW } as const;
    const { proof } = signRequest('Contoso/Gallery', ASKED, key);
    expect(signRequest('contoso/gallery', ASKED, key).proof).toBe(proof);
    const others = [
      signRequest('contoso/other', ASKED, key),
      signRequest('contoso/gallery', { ...ASKED, action: 'unlist' }, key),
      signRequest('contoso/gallery', { ...ASKED, version: '1.2.1' }, key),
      signRequest('contoso/gallery', { ...ASKED, sha512: 'b'.repeat(128) }, key),
      signRequest('contoso/gallery', { ...ASKED, expires: '2026-01-31T09:30:01Z' }, key),
      signRequest('contoso/gallery', { ...ASKED, request: 'f'.repeat(32) }, key),
    ];
    expect(new Set(others.map((other) => other.proof)).size).toBe(others.length);
    for (const other of others) expect(other.proof).not.toBe(proof);
  });

  it('of Ed25519 has 64 bytes and is the same each time', () => {
    const parsed = parseSigningKey(RFC_PRIVATE.toString('base64'));
    if (!parsed.ok) throw new Error(parsed.problem);
    const { proof } = signRequest('contoso/gallery', ASKED, parsed.value);
    expect(Buffer.from(proof, 'base64')).toHaveLength(64);
    expect(signRequest('contoso/gallery', ASKED, parsed.value).proof).toBe(proof);
  });
});
