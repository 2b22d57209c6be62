import { describe, expect, it } from 'vitest';
import { NO_KEYS } from '../../src/domain/publishing-keys.ts';
import { readPublishingKeys } from '../../src/read/publishing-keys.ts';
import { yamlSchema } from '../../src/rules/yaml-schema.ts';
import { codesOf } from '../support/expect-findings.ts';

const PLACE = { file: 'keys.yaml' };
const PUBLIC_KEY = '11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=';

const HASH = 'a1'.repeat(32);

const TEXT = `# Who publishes from a pipeline.
keys:
  - id: contoso-1
    owner: contoso
    kind: hmac
    scopes: [push-new, push-version]
    ids: ['Contoso.*']
    created: 2026-01-01T00:00:00Z
    expires: 2027-01-01T00:00:00Z
  - id: contoso-2
    owner: contoso
    kind: ed25519
    publicKey: ${PUBLIC_KEY}
    scopes: [unlist]
    ids: ['*']
    created: 2026-01-01T00:00:00Z
    expires: 2026-02-01T00:00:00Z
    revoked: 2026-01-15T00:00:00Z
  - id: contoso-3
    owner: contoso
    kind: bearer
    sha256: ${HASH}
    scopes: [read, unlist]
    ids: [Contoso.Tools]
    created: 2026-01-01T00:00:00Z
    expires: 2026-03-01T00:00:00Z
workflows:
  - owner: contoso
    repository: contoso/tools
    repositoryId: 424242
    workflow: .github/workflows/release.yml
    ref: refs/tags/v*
    scopes: [push-version]
    ids: [Contoso.Tools]
`;

const read = (text: string) => readPublishingKeys(text, PLACE);

it('reads keys and workflows', () => {
  const { value, findings } = read(TEXT);
  expect(findings).toEqual([]);
  expect(value?.keys.map(({ id, kind }) => [id, kind])).toEqual([
    ['contoso-1', 'hmac'],
    ['contoso-2', 'ed25519'],
    ['contoso-3', 'bearer'],
  ]);
  expect(value?.workflows).toMatchObject([{ repositoryId: 424242, ref: 'refs/tags/v*' }]);
});

it('takes a file that names neither', () => {
  expect(read('keys: []\n').value).toEqual(NO_KEYS);
});

describe('what is wrong is told with its line', () => {
  it.each<[string, string, string, RegExp]>([
    ['two keys of one id', 'id: contoso-2', 'id: contoso-1', /listed twice/],
    ['an id in capitals', 'id: contoso-1', 'id: Contoso', /lower-case/],
    ['an id with a sign that PWSHELF_KEYS divides by', 'id: contoso-1', 'id: a=b', /lower-case/],
    ['an owner that is no login', 'owner: contoso', 'owner: con toso', /login/],
    ['another kind', 'kind: hmac', 'kind: rsa', /./],
    ['a key pair without its public key', `    publicKey: ${PUBLIC_KEY}\n`, '', /./],
    ['a shared key with a public key', 'kind: hmac', `kind: hmac\n    publicKey: ${PUBLIC_KEY}`, /publicKey/],
    ['a secret', 'kind: hmac', 'kind: hmac\n    secret: x', /secret/],
    ['a public key of 31 bytes', PUBLIC_KEY, Buffer.alloc(31, 7).toString('base64'), /32 bytes/],
    ['a public key in PEM', PUBLIC_KEY, '-----BEGIN PUBLIC KEY-----', /32 bytes/],
    ['a public key with other unused bits', PUBLIC_KEY, PUBLIC_KEY.replace('o=', 'p='), /32 bytes/],
    [
      'a public key of small order',
      PUBLIC_KEY,
      Buffer.from(`01${'00'.repeat(31)}`, 'hex').toString('base64'),
      /usable/,
    ],
    ['no scope', '[push-new, push-version]', '[]', /./],
    ['an unknown scope', '[push-new, push-version]', '[publish]', /./],
    ['a shared key that reads', '[push-new, push-version]', '[push-new, read]', /./],
    ['a workflow that reads', 'scopes: [push-version]', 'scopes: [read]', /./],
    ['a bearer key that only reads, of some ids', '[read, unlist]', '[read]', /reads all packages/],
    ['a bearer key without its hash', `    sha256: ${HASH}\n`, '', /./],
    ['a hash in capitals', HASH, HASH.toUpperCase(), /lower-case/],
    ['a hash of another length', HASH, `${HASH}a1`, /64/],
    ['a bearer key for a hash', HASH, 'psg_x', /64/],
    ['a shared key with a hash', 'kind: hmac', `kind: hmac\n    sha256: ${HASH}`, /sha256/],
    [
      'one bearer key under two names',
      'workflows:',
      `  - { id: again, owner: ada, kind: bearer, sha256: ${HASH}, scopes: [read], ids: ['*'], created: 2026-01-01T00:00:00Z, expires: 2026-03-01T00:00:00Z }\nworkflows:`,
      /listed twice/,
    ],
    ['no ids', "['Contoso.*']", '[]', /./],
    ['a pattern with a question mark', "['Contoso.*']", "['Contoso.?']", /pattern/],
    ['a pattern with brackets', "['Contoso.*']", "['[a-z]*']", /pattern/],
    ['a pattern with a blank', "['Contoso.*']", "['Contoso *']", /pattern/],
    ['an empty pattern', "['Contoso.*']", "['']", /./],
    ['no end', '    expires: 2027-01-01T00:00:00Z\n', '', /./],
    ['an end without a time', 'expires: 2027-01-01T00:00:00Z', 'expires: 2027-01-01', /UTC time/],
    [
      'an end a second after 365 days',
      'expires: 2027-01-01T00:00:00Z',
      'expires: 2027-01-01T00:00:01Z',
      /365 days/,
    ],
    ['an end at its beginning', 'expires: 2027-01-01T00:00:00Z', 'expires: 2026-01-01T00:00:00Z', /after/],
    [
      'an end before its beginning',
      'expires: 2027-01-01T00:00:00Z',
      'expires: 2025-12-31T00:00:00Z',
      /after/,
    ],
    ['a day that is none', 'expires: 2027-01-01T00:00:00Z', 'expires: 2026-02-30T00:00:00Z', /UTC time/],
    ['a repository without owner', 'contoso/tools', 'tools', /OWNER\/NAME/],
    ['a number of no repository', '424242', '0', /./],
    ['no number of the repository', '    repositoryId: 424242\n', '', /./],
    ['a workflow elsewhere', '.github/workflows/release.yml', 'release.yml', /path/],
    ['a workflow with a pattern', '.github/workflows/release.yml', '.github/workflows/*.yml', /path/],
    ['a workflow above', '.github/workflows/release.yml', '.github/workflows/../x.yml', /path/],
    ['a ref of pull requests', 'refs/tags/v*', 'refs/pull/*', /ref/],
    ['a ref in short', 'refs/tags/v*', 'main', /ref/],
    ['all refs', 'refs/tags/v*', "'*'", /ref/],
    ['a key that nobody knows', 'workflows:', 'secrets: []\nworkflows:', /secrets/],
  ])('%s', (_, right, wrong, problem) => {
    const text = TEXT.replace(right, wrong);
    expect(text).not.toBe(TEXT);
    const { value, findings } = read(text);
    expect(value).toBeUndefined();
    expect(codesOf(findings)).toContain(yamlSchema.code);
    expect(findings.map(({ args }) => args['problem']).join('\n')).toMatch(problem);
    expect(findings[0]?.place.line).toBeGreaterThan(0);
  });
});
