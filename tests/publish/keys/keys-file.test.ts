import { expect, it } from 'vitest';
import type { PublishingKey } from '../../../src/domain/publishing-keys.ts';
import { withKey, withTimes } from '../../../src/publish/keys/keys-file.ts';
import { readPublishingKeys } from '../../../src/read/publishing-keys.ts';

const KEY: PublishingKey = {
  id: 'contoso-1',
  owner: 'contoso',
  kind: 'hmac',
  scopes: ['push-version'],
  ids: ['Contoso.*'],
  created: '2026-01-01T00:00:00Z',
  expires: '2026-12-31T00:00:00Z',
};
const NEW = `# yaml-language-server: $schema=./schemas/keys.schema.json
keys:
  - id: contoso-1
    owner: contoso
    kind: hmac
    scopes:
      - push-version
    ids:
      - Contoso.*
    created: 2026-01-01T00:00:00Z
    expires: 2026-12-31T00:00:00Z
`;
const BY_HAND = `# Reviewed by both of us.
workflows: []

keys:
  # For the nightly builds.
  - id: nightly # of the tools team
    owner: contoso
    kind: hmac
    scopes: [push-version]
    ids: ['Contoso.*']
    created: 2026-01-01T00:00:00Z
    expires: 2026-12-31T00:00:00Z
`;

it('begins with the line by which editors find the schema', () => {
  expect(withKey(undefined, KEY)).toBe(NEW);
});

it('adds a key below the others, and changes nothing else', () => {
  const text = withKey(BY_HAND, { ...KEY, kind: 'ed25519', publicKey: 'x' } as PublishingKey);
  const comments = (source: string) => source.match(/#.*/g);
  expect(comments(text)).toEqual(comments(BY_HAND));
  expect(text.startsWith(BY_HAND.slice(0, BY_HAND.indexOf('scopes')))).toBe(true);
  expect(text).toMatch(/- id: contoso-1\n {4}owner: contoso\n {4}kind: ed25519\n {4}publicKey: x\n/);
});

it('keeps the hash of a key for a gateway', () => {
  const sha256 = 'ab'.repeat(32);
  const key: PublishingKey = { ...KEY, kind: 'bearer', sha256, scopes: ['read'], ids: ['*'] };
  const { value } = readPublishingKeys(withKey(BY_HAND, key), { file: 'keys.yaml' });
  expect(value?.keys[1]).toEqual(key);
});

it.each([
  ['an empty list', 'keys: []\n'],
  ['workflows alone', 'workflows: []\n'],
  ['a comment alone', '# none yet\n'],
])('adds a key to a file with %s', (_, text) => {
  const { value, findings } = readPublishingKeys(withKey(text, KEY), { file: 'keys.yaml' });
  expect(findings).toEqual([]);
  expect(value?.keys).toEqual([KEY]);
});

it('sets the times of one key', () => {
  const text = withTimes(BY_HAND, 'nightly', { revoked: '2026-02-01T00:00:00Z' });
  expect(text).toContain('    revoked: 2026-02-01T00:00:00Z\n');
  expect(text.match(/#.*/g)).toEqual(BY_HAND.match(/#.*/g));
  expect(withTimes(NEW, 'contoso-1', { expires: '2026-03-01T00:00:00Z' })).toBe(
    NEW.replace('2026-12-31', '2026-03-01'),
  );
});
