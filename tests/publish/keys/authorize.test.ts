import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { KeyScope } from '../../../src/domain/publishing-keys.ts';
import {
  type AuthorizationFacts,
  type Authorized,
  authorizeRequest,
  mayPublish,
  mayUnlist,
} from '../../../src/publish/keys/authorize.ts';
import { signEd25519 } from '../../../src/publish/keys/ed25519.ts';
import { signHmac } from '../../../src/publish/keys/hmac.ts';
import type { RefusalReason } from '../../../src/publish/keys/refusal.ts';
import { findingJson } from '../../../src/report/finding-json.ts';
import { keyRefused } from '../../../src/rules/key-refused.ts';
import {
  byPair,
  byShared,
  GALLERY,
  KEYS,
  makeAsked,
  makeAuthorizationFacts,
  NOW,
  OTHER_PRIVATE,
  OTHER_SHARED,
  PRIVATE,
  SHA256,
  SHA512,
  SHARED,
  signed,
  VERIFIED,
  withKeyFields,
  withWorkflowFields,
} from '../../support/key-requests.ts';
import fc from '../../support/laws.ts';

type Case = readonly [what: string, facts: Partial<AuthorizationFacts>, outcome: RefusalReason | 'allowed'];

const ids = (...patterns: string[]) => withKeyFields('shared', { ids: patterns });
const scopes = (...names: KeyScope[]) => withKeyFields('shared', { scopes: names });
const pairRequest = () => signed({ keyId: 'pair' }, byPair);
/** What was signed stays, and one field of the request becomes another. */
const tampered = (fields: Partial<AuthorizationFacts['asked']>, signer = byShared) => ({
  asked: { ...signed({}, signer), ...fields },
});
const proof = (change: (right: string) => string) => {
  const asked = signed();
  return { asked: { ...asked, proof: change(asked.proof) } };
};
const bytesOf = (base64: string) => Buffer.from(base64, 'base64');
const keyless = (fields: Partial<AuthorizationFacts> = {}): Partial<AuthorizationFacts> => {
  const { keyId, ...asked } = makeAsked({ proof: '{}' });
  return { asked, keyless: VERIFIED, ...fields };
};
const run = (fields: object) =>
  keyless({ keyless: { ...VERIFIED, identity: { ...VERIFIED.identity, ...fields } } });
const over = (subject: (typeof VERIFIED)['subject'], fields: Partial<AuthorizationFacts> = {}) =>
  keyless({ keyless: { ...VERIFIED, subject }, ...fields });
const trusting = (...entries: readonly object[]) => keyless({ keys: withWorkflowFields(...entries) });
const keylessAsked = (fields: Partial<AuthorizationFacts['asked']>) => {
  const { keyId, ...asked } = makeAsked({ proof: '{}', ...fields });
  return asked;
};

const CASES: readonly Case[] = [
  ['a request signed by a shared key', {}, 'allowed'],
  ['a request signed by a key pair', { asked: pairRequest() }, 'allowed'],
  ['the gallery in other letters', { gallery: 'Contoso/Gallery' }, 'allowed'],
  [
    'another address of the package, which is not signed',
    tampered({ url: 'https://example.org/b' }),
    'allowed',
  ],

  ['a key that nobody knows', { asked: signed({ keyId: 'unknown' }) }, 'key-unknown'],
  [
    'a key that only the secrets know',
    { asked: signed({ keyId: 'lost' }), secrets: new Map([['lost', SHARED]]) },
    'key-unknown',
  ],
  ['a key in a gallery without keys', { keys: { keys: [], workflows: [] } }, 'key-unknown'],
  ['a key named as a property of every object', { asked: signed({ keyId: 'constructor' }) }, 'key-unknown'],
  ['no key and no bundle', { asked: keylessAsked({}) }, 'no-proof'],
  ['no key, but a signature of one', { asked: { ...keylessAsked({}), proof: signed().proof } }, 'no-proof'],

  [
    'a key a second before its end',
    { keys: withKeyFields('shared', { expires: '2026-03-10T12:00:01Z' }) },
    'allowed',
  ],
  ['a key that ends now', { keys: withKeyFields('shared', { expires: NOW }) }, 'key-expired'],
  [
    'a key that ended a second ago',
    { keys: withKeyFields('shared', { expires: '2026-03-10T11:59:59Z' }) },
    'key-expired',
  ],
  ['a key made now', { keys: withKeyFields('shared', { created: NOW }) }, 'allowed'],
  [
    'a key made in a second',
    { keys: withKeyFields('shared', { created: '2026-03-10T12:00:01Z' }) },
    'key-not-yet',
  ],
  [
    'a key revoked long ago',
    { keys: withKeyFields('shared', { revoked: '2026-02-01T00:00:00Z' }) },
    'key-revoked',
  ],
  ['a key revoked now', { keys: withKeyFields('shared', { revoked: NOW }) }, 'key-revoked'],
  [
    'a key revoked for later',
    { keys: withKeyFields('shared', { revoked: '2026-11-01T00:00:00Z' }) },
    'key-revoked',
  ],
  [
    'a key pair revoked',
    { asked: pairRequest(), keys: withKeyFields('pair', { revoked: NOW }) },
    'key-revoked',
  ],
  [
    'a key pair expired',
    { asked: pairRequest(), keys: withKeyFields('pair', { expires: NOW }) },
    'key-expired',
  ],

  ['a key for versions only', { keys: scopes('push-version') }, 'allowed'],
  ['a key for new ids only', { keys: scopes('push-new') }, 'allowed'],
  ['a key for unlisting that publishes', { keys: scopes('unlist') }, 'scope-missing'],
  [
    'a key for unlisting that unlists',
    { asked: signed({ action: 'unlist' }), keys: scopes('unlist') },
    'allowed',
  ],
  [
    'a key for unlisting that relists',
    { asked: signed({ action: 'relist' }), keys: scopes('unlist') },
    'allowed',
  ],
  [
    'a key for publishing that unlists',
    { asked: signed({ action: 'unlist' }), keys: scopes('push-new', 'push-version') },
    'scope-missing',
  ],
  [
    'a key for publishing that relists',
    { asked: signed({ action: 'relist' }), keys: scopes('push-new', 'push-version') },
    'scope-missing',
  ],

  ['an id in other letters', { asked: signed({ id: 'CONTOSO.tools' }) }, 'allowed'],
  ['a pattern in other letters', { keys: ids('contoso.TOOLS') }, 'allowed'],
  ['the very id', { keys: ids('Contoso.Tools') }, 'allowed'],
  ['every id', { keys: ids('*') }, 'allowed'],
  ['the second of two patterns', { keys: ids('Fabrikam.*', 'Contoso.*') }, 'allowed'],
  ['a pattern with a star within', { keys: ids('Con*.T*s') }, 'allowed'],
  ['an id without what stands before the star', { asked: signed({ id: 'Contoso' }) }, 'id-out-of-reach'],
  ['an id that only begins alike', { asked: signed({ id: 'ContosoTools' }) }, 'id-out-of-reach'],
  ['an id that holds it further on', { asked: signed({ id: 'My.Contoso.Tools' }) }, 'id-out-of-reach'],
  ['an id beside the very id', { keys: ids('Contoso.Tool') }, 'id-out-of-reach'],
  ['an id longer than the very id', { keys: ids('Contoso') }, 'id-out-of-reach'],
  [
    'an id with a dot where the pattern has one',
    { asked: signed({ id: 'Contoso-Tools' }) },
    'id-out-of-reach',
  ],
  ['an id of others', { asked: signed({ id: 'Fabrikam.Tools' }) }, 'id-out-of-reach'],
  [
    'an id with the sign of kelvin for a letter',
    { asked: signed({ id: 'Contoso.\u212ait' }) },
    'id-malformed',
  ],
  ['a star for an id', { asked: signed({ id: 'Contoso.*' }), keys: ids('*') }, 'id-malformed'],
  ['a path for an id', { asked: signed({ id: 'Contoso./../x' }), keys: ids('*') }, 'id-malformed'],

  ['another action than was signed', tampered({ action: 'unlist' }), 'signature-wrong'],
  ['another id than was signed', tampered({ id: 'Contoso.Tool' }), 'signature-wrong'],
  ['the id in other letters than was signed', tampered({ id: 'contoso.tools' }), 'signature-wrong'],
  ['another version than was signed', tampered({ version: '1.2.4' }), 'signature-wrong'],
  ['the version in another spelling', tampered({ version: '1.2.3.0' }), 'signature-wrong'],
  ['another hash than was signed', tampered({ sha512: 'ac'.repeat(64) }), 'signature-wrong'],
  ['no hash where one was signed', tampered({ sha512: undefined }), 'signature-wrong'],
  ['another end than was signed', tampered({ expires: '2026-03-10T13:00:01Z' }), 'signature-wrong'],
  ['the end in another spelling', tampered({ expires: '2026-03-10T13:00:00.0Z' }), 'signature-wrong'],
  ['another nonce than was signed', tampered({ request: 'f'.repeat(32) }), 'signature-wrong'],
  ['a request for another gallery', { asked: signed({}, byShared, 'contoso/other') }, 'signature-wrong'],
  [
    'a request for a gallery of another owner',
    { asked: signed({}, byShared, 'evil/gallery') },
    'signature-wrong',
  ],

  ['an empty signature', proof(() => ''), 'signature-wrong'],
  [
    'a signature cut off',
    proof((right) => bytesOf(right).subarray(0, 16).toString('base64')),
    'signature-wrong',
  ],
  [
    'a signature with a byte more',
    proof((right) => Buffer.concat([bytesOf(right), Buffer.alloc(1)]).toString('base64')),
    'signature-wrong',
  ],
  ['a signature twice', proof((right) => right + right), 'signature-wrong'],
  ['a signature in hexadecimal digits', proof((right) => bytesOf(right).toString('hex')), 'signature-wrong'],
  ['a signature without padding', proof((right) => right.slice(0, -1)), 'signature-wrong'],
  ['a signature with a line break', proof((right) => `${right}\n`), 'signature-wrong'],
  ['the secret for a signature', proof(() => SHARED.toString('base64')), 'signature-wrong'],
  [
    'a signature by SHA-512',
    { asked: signed({}, (text) => createHmac('sha512', SHARED).update(text).digest('base64')) },
    'signature-wrong',
  ],
  [
    'a plain hash with the secret before it',
    { asked: signed({}, (text) => signHmac(Buffer.alloc(0), SHARED.toString('latin1') + text)) },
    'signature-wrong',
  ],

  [
    'a signature of another key',
    { asked: signed({}, (text) => signHmac(OTHER_SHARED, text)) },
    'signature-wrong',
  ],
  ['the name of another key', { asked: { ...signed(), keyId: 'other' } }, 'signature-wrong'],
  [
    'another pair than the named one',
    { asked: signed({ keyId: 'pair' }, (text) => signEd25519(OTHER_PRIVATE, text)) },
    'signature-wrong',
  ],
  ['a shared key signed as a pair', { asked: signed({}, byPair) }, 'signature-wrong'],
  [
    'a pair signed by a shared key',
    { asked: signed({ keyId: 'pair' }), secrets: new Map([['pair', SHARED]]) },
    'signature-wrong',
  ],
  [
    'a pair signed by an HMAC with its public key',
    {
      asked: signed({ keyId: 'pair' }, (text) =>
        signHmac(Buffer.from(publicKeyText('pair'), 'base64'), text),
      ),
    },
    'signature-wrong',
  ],
  [
    'a pair with its signature in base64url',
    { asked: { ...pairRequest(), proof: bytesOf(pairRequest().proof).toString('base64url') } },
    'signature-wrong',
  ],
  [
    'a pair with half a signature',
    { asked: { ...pairRequest(), proof: bytesOf(pairRequest().proof).subarray(0, 32).toString('base64') } },
    'signature-wrong',
  ],
  [
    'a pair whose public key anybody can sign for',
    {
      asked: signed({ keyId: 'pair' }, () =>
        Buffer.concat([Buffer.from(`01${'00'.repeat(31)}`, 'hex'), Buffer.alloc(32)]).toString('base64'),
      ),
      keys: withKeyFields('pair', {
        publicKey: Buffer.from(`01${'00'.repeat(31)}`, 'hex').toString('base64'),
      }),
    },
    'signature-wrong',
  ],

  [
    'a key of a gateway, of which nothing but its name is needed here',
    {
      asked: signed({ keyId: 'shown' }),
      keys: {
        ...KEYS,
        keys: [
          ...KEYS.keys,
          {
            ...{ id: 'shown', owner: 'contoso', kind: 'bearer', sha256: 'ab'.repeat(32), ids: ['*'] },
            scopes: ['push-new', 'push-version', 'unlist', 'read'],
            ...{ created: '2026-01-01T00:00:00Z', expires: '2026-12-31T00:00:00Z' },
          },
        ],
      },
      secrets: new Map([['shown', SHARED]]),
    },
    'key-for-gateway',
  ],
  ['a shared key whose secret is absent', { secrets: new Map() }, 'secret-missing'],
  [
    'a shared key with an empty secret',
    {
      asked: signed({}, (text) => signHmac(Buffer.alloc(0), text)),
      secrets: new Map([['shared', Buffer.alloc(0)]]),
    },
    'secret-missing',
  ],
  [
    'a shared key with a short secret',
    {
      asked: signed({}, (text) => signHmac(SHARED.subarray(1), text)),
      secrets: new Map([['shared', SHARED.subarray(1)]]),
    },
    'secret-missing',
  ],
  [
    'a shared key signed with what stands in for absent secrets',
    { asked: signed({}, (text) => signHmac(Buffer.alloc(32), text)), secrets: new Map() },
    'secret-missing',
  ],

  ['a request that ends in a second', { asked: signed({ expires: '2026-03-10T12:00:01Z' }) }, 'allowed'],
  ['a request that ends now', { asked: signed({ expires: NOW }) }, 'request-expired'],
  ['a request that ended', { asked: signed({ expires: '2026-03-10T11:59:59Z' }) }, 'request-expired'],
  ['a request that counts for a day', { asked: signed({ expires: '2026-03-11T12:00:00Z' }) }, 'allowed'],
  [
    'a request that counts for a second more',
    { asked: signed({ expires: '2026-03-11T12:00:01Z' }) },
    'request-too-far-ahead',
  ],
  [
    'a request of a pair that ended',
    { asked: signed({ keyId: 'pair', expires: NOW }, byPair) },
    'request-expired',
  ],

  ['a bundle of the trusted workflow', keyless(), 'allowed'],
  ['a bundle beside a key that is unknown', keyless({ asked: signed({ keyId: 'unknown' }) }), 'key-unknown'],
  ['a bundle over the request itself', over({ kind: 'text' }), 'allowed'],
  ['a bundle over the SHA-512', over({ kind: 'provenance', sha256: [], sha512: [SHA512] }), 'allowed'],
  [
    'a bundle over the SHA-256',
    over({ kind: 'provenance', sha256: [SHA256], sha512: [] }, { packageSha256: SHA256 }),
    'allowed',
  ],
  [
    'a bundle over the SHA-256 of bytes that are not here yet',
    over({ kind: 'provenance', sha256: [SHA256], sha512: [] }),
    'bundle-of-other-content',
  ],
  [
    'a bundle over other packages',
    over(
      { kind: 'provenance', sha256: ['ee'.repeat(32)], sha512: ['ee'.repeat(64)] },
      { packageSha256: SHA256 },
    ),
    'bundle-of-other-content',
  ],
  [
    'a bundle over several packages',
    over({ kind: 'provenance', sha256: [], sha512: ['ee'.repeat(64), SHA512] }),
    'allowed',
  ],
  [
    'provenance that asks to unlist',
    keyless({ asked: keylessAsked({ action: 'unlist' }), keys: withWorkflowFields({ scopes: ['unlist'] }) }),
    'bundle-of-other-content',
  ],
  [
    'a bundle over a request to unlist',
    over(
      { kind: 'text' },
      { asked: keylessAsked({ action: 'unlist' }), keys: withWorkflowFields({ scopes: ['unlist'] }) },
    ),
    'allowed',
  ],
  [
    'a request without hash and with provenance',
    keyless({ asked: keylessAsked({ sha512: undefined }) }),
    'bundle-of-other-content',
  ],
  ['another repository of the same name', run({ repositoryId: 424243 }), 'workflow-unknown'],
  ['the repository under another name', run({ repository: 'contoso/renamed' }), 'allowed'],
  ['another workflow', run({ workflow: '.github/workflows/ci.yml' }), 'workflow-unknown'],
  ['the workflow in other letters', run({ workflow: '.github/workflows/Release.yml' }), 'workflow-unknown'],
  ['a branch where tags are trusted', run({ ref: 'refs/heads/v1' }), 'workflow-unknown'],
  ['another tag', run({ ref: 'refs/tags/test' }), 'workflow-unknown'],
  ['a tag in other letters', run({ ref: 'refs/tags/V1' }), 'workflow-unknown'],
  [
    'any branch where no ref is named',
    { ...run({ ref: 'refs/heads/x' }), keys: withWorkflowFields({ ref: undefined }) },
    'allowed',
  ],
  [
    'a pull request where no ref is named',
    {
      ...run({ ref: 'refs/pull/7/merge', trigger: 'pull_request' }),
      keys: withWorkflowFields({ ref: undefined }),
    },
    'workflow-of-pull-request',
  ],
  [
    'a run for a pull request on the branch itself',
    {
      ...run({ ref: 'refs/heads/main', trigger: 'pull_request_target' }),
      keys: withWorkflowFields({ ref: undefined }),
    },
    'workflow-of-pull-request',
  ],
  ['a bundle of a day ago', run({ signedAt: '2026-03-09T12:00:00Z' }), 'allowed'],
  ['a bundle of a second more', run({ signedAt: '2026-03-09T11:59:59Z' }), 'bundle-too-old'],
  ['a bundle a few minutes ahead', run({ signedAt: '2026-03-10T12:05:00Z' }), 'allowed'],
  ['a bundle of the future', run({ signedAt: '2026-03-10T12:05:01Z' }), 'bundle-of-the-future'],
  ['a bundle for other ids', trusting({ ids: ['Fabrikam.*'] }), 'id-out-of-reach'],
  ['a bundle for ids of a second entry', trusting({ ids: ['Fabrikam.*'] }, {}), 'allowed'],
  ['a bundle of a workflow for unlisting', trusting({ scopes: ['unlist'] }), 'scope-missing'],
  [
    'a bundle in a gallery that trusts none',
    keyless({ keys: { ...KEYS, workflows: [] } }),
    'workflow-unknown',
  ],
  [
    'a bundle with a request that ended',
    keyless({ asked: keylessAsked({ expires: NOW }) }),
    'request-expired',
  ],
];

function publicKeyText(id: string): string {
  const key = KEYS.keys.find((item) => item.id === id);
  return key?.kind === 'ed25519' ? key.publicKey : '';
}

it('has more than a hundred cases', () => {
  expect(CASES.length).toBeGreaterThan(100);
});

it.each(CASES)('%s', (_, facts, outcome) => {
  const result = authorizeRequest(makeAuthorizationFacts(facts));
  expect(result.ok ? 'allowed' : result.problem.reason).toBe(outcome);
});

describe('a refusal', () => {
  const refused = CASES.filter(([, , outcome]) => outcome !== 'allowed').map(([what, facts]) => {
    const result = authorizeRequest(makeAuthorizationFacts(facts));
    if (result.ok) throw new Error(what);
    return result.problem;
  });

  it('is one and the same in every case, word for word', () => {
    expect(new Set(refused.map(({ finding, status }) => JSON.stringify([finding, status]))).size).toBe(1);
    const { finding, status } = refused[0] ?? {};
    expect(status).toBe(403);
    expect(finding?.code).toBe('KEY_REFUSED');
    expect(finding?.severity).toBe('error');
    expect(keyRefused.message({})).toBe(
      'The specified API key is invalid or does not have permission to access the specified package.',
    );
  });

  it('holds nothing of keys, secrets and signatures, in any form', () => {
    const canaries = [SHARED, OTHER_SHARED, PRIVATE, OTHER_PRIVATE].flatMap((secret) => [
      secret.toString('base64'),
      secret.toString('base64url'),
      secret.toString('hex'),
    ]);
    canaries.push(signed().proof, publicKeyText('pair'));
    for (const { finding, reason } of refused) {
      const text = [JSON.stringify(findingJson(finding)), JSON.stringify(finding), reason].join('\n');
      for (const canary of canaries) expect(text).not.toContain(canary);
    }
  });
});

describe('what is allowed', () => {
  const allowed = (facts: Partial<AuthorizationFacts> = {}): Authorized => {
    const result = authorizeRequest(makeAuthorizationFacts(facts));
    if (!result.ok) throw new Error(result.problem.reason);
    return result.value;
  };

  it('names the owner of the key, and how that is known', () => {
    expect(allowed()).toMatchObject({ publisher: 'contoso', proof: { kind: 'key', keyId: 'shared' } });
    expect(allowed({ asked: pairRequest() })).toMatchObject({
      publisher: 'contoso',
      proof: { kind: 'signature', keyId: 'pair' },
    });
    expect(allowed(keyless())).toMatchObject({
      publisher: 'contoso',
      proof: {
        kind: 'keyless',
        workflow: 'contoso/tools/.github/workflows/release.yml@refs/tags/v1.2.3',
        commit: VERIFIED.identity.commit,
        run: VERIFIED.identity.run,
      },
    });
  });

  it('is the same again: a request that is sent twice asks for the same thing', () => {
    const facts = makeAuthorizationFacts();
    expect(authorizeRequest(facts)).toEqual(authorizeRequest(facts));
  });

  it.each<[KeyScope[], boolean, boolean, boolean]>([
    [['push-new'], true, false, false],
    [['push-version'], false, true, false],
    [['push-new', 'push-version'], true, true, false],
    [['push-new', 'unlist'], true, false, true],
  ])('by %j is new: %j, a version: %j, unlisting: %j', (names, isNew, isVersion, unlists) => {
    const authorized = allowed({ keys: scopes(...names) });
    expect(mayPublish(authorized, { id: 'contoso.other', isNew: true })).toBe(isNew);
    expect(mayPublish(authorized, { id: 'contoso.other', isNew: false })).toBe(isVersion);
    expect(mayUnlist(authorized, 'Contoso.Other')).toBe(unlists);
    expect(mayPublish(authorized, { id: 'Fabrikam.Tools', isNew: true })).toBe(false);
    expect(mayPublish(authorized, { id: 'Contoso.\u212a', isNew: true })).toBe(false);
    expect(mayUnlist(authorized, 'Fabrikam.Tools')).toBe(false);
  });

  it('of a workflow is what all its entries of one owner allow, each for its own ids', () => {
    const keys = withWorkflowFields(
      { scopes: ['push-version'], ids: ['*'] },
      { scopes: ['push-new'], ids: ['Contoso.*'] },
      { scopes: ['unlist'], ids: ['*'], owner: 'fabrikam' },
    );
    const authorized = allowed(keyless({ keys }));
    expect(mayPublish(authorized, { id: 'Contoso.New', isNew: true })).toBe(true);
    expect(mayPublish(authorized, { id: 'Other.New', isNew: true })).toBe(false);
    expect(mayPublish(authorized, { id: 'Other.Old', isNew: false })).toBe(true);
    expect(mayUnlist(authorized, 'Contoso.New')).toBe(false);
  });
});

describe('any one character changed in a signed field', () => {
  const fields = ['request', 'id', 'version', 'sha512', 'expires'] as const;
  const alphabets: Readonly<Record<(typeof fields)[number], string>> = {
    request: '0123456789abcdef',
    id: 'ABCXYZabcxyz019_.-',
    version: '0123456789.-+abc',
    sha512: '0123456789abcdef',
    expires: '0123456789',
  };

  it.each([
    ['shared', byShared],
    ['pair', byPair],
  ] as const)('is refused, signed by the key %s', (keyId, signer) => {
    const asked = signed({ keyId }, signer);
    fc.assert(
      fc.property(
        fc.constantFrom(...fields),
        fc.nat(),
        fc.nat(),
        fc.constantFrom('replace' as const, 'insert' as const, 'drop' as const),
        (field, where, which, how) => {
          const text = asked[field] ?? '';
          const alphabet = alphabets[field];
          const at = where % text.length;
          const character = alphabet[which % alphabet.length];
          const changed =
            text.slice(0, at) +
            (how === 'drop' ? '' : character) +
            text.slice(how === 'insert' ? at : at + 1);
          fc.pre(changed !== text);
          const result = authorizeRequest(makeAuthorizationFacts({ asked: { ...asked, [field]: changed } }));
          expect(result.ok ? 'allowed' : result.problem.reason).toBe('signature-wrong');
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each(['shared', 'pair'] as const)('of the proof by %s is refused, and one of the gallery', (keyId) => {
    const signer = keyId === 'shared' ? byShared : byPair;
    const asked = signed({ keyId }, signer);
    for (let at = 0; at < asked.proof.length; at++) {
      const other = asked.proof[at] === 'A' ? 'B' : 'A';
      const proof = asked.proof.slice(0, at) + other + asked.proof.slice(at + 1);
      expect(authorizeRequest(makeAuthorizationFacts({ asked: { ...asked, proof } })).ok).toBe(false);
    }
    for (let at = 0; at < GALLERY.length; at++) {
      const gallery = `${GALLERY.slice(0, at)}z${GALLERY.slice(at + 1)}`;
      expect(authorizeRequest(makeAuthorizationFacts({ asked, gallery })).ok).toBe(false);
    }
  });
});
