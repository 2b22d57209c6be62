import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import { describe, expect, it } from 'vitest';
import { findSecrets } from '../../src/io/secret-detectors.ts';
import { secretKind } from '../../src/io/secret-kinds.ts';
import { formatKeyText } from '../../src/publish/keys/key-text.ts';
import fc from '../support/laws.ts';

// Each in two parts, so that no search for secrets finds it here.
const many = (count: number, text = 'a1B2c3D4e5') =>
  text.repeat(Math.ceil(count / text.length)).slice(0, count);
const GITHUB = `ghp${'_'}${many(36)}`;
const KEY = `-----BEGIN ${'RSA'} PRIVATE KEY-----\nMI${many(200)}\n-----END RSA PRIVATE KEY-----`;
const OURS = formatKeyText({ kind: 'hmac', bytes: Buffer.alloc(32, 7) });
const AWS = `AKIA${'Q2W3E4R5T6Y7U8I9'}`;

describe('findSecrets', () => {
  it.each([
    ['a GitHub token', GITHUB],
    ['a key of a gallery', OURS],
    ['a key of a gallery', formatKeyText({ kind: 'ed25519', bytes: Buffer.alloc(32, 7) })],
    ['a private key', KEY],
    ['a private key', KEY.replaceAll('\n', '\r\n')],
    ['an AWS access key', `${AWS}:$key`],
    ['an AWS access key', `AWS_SECRET_ACCESS_KEY=${many(40)}`],
    ['a Slack token or webhook', `https://hooks.slack.com/services/${'T0AB12CD3/B0AB12CD3'}/${many(24)}`],
    ['an npm access token', `npm${'_'}${many(36)}`],
    ['a GitLab access token', `glpat${'-'}${many(20)}`],
    ['a user name and password in an address', `https://ada:${'Lovelace1815'}@contoso.com/feed`],
    ['the password of a database in its address', `postgres://ada:${'Lovelace1815'}@db.contoso.com/x`],
  ])('finds %s', async (kind, text) => {
    expect((await findSecrets(`$a = 1\n  ${text}\n`, 'a.ps1'))[0]).toMatchObject({
      kind,
      line: 2,
      column: 3,
    });
  });

  it('finds the key of a Google Cloud service account in JSON', async () => {
    const text = JSON.stringify({ private_key_id: 'x', private_key: KEY });
    const kinds = (await findSecrets(text, 'account.JSON')).map(({ kind }) => kind);
    expect(kinds).toContain('the private key of a Google Cloud service account');
  });

  it.each([
    ['the key of AWS’s own documentation', 'AKIAIOSFODNN7EXAMPLE'],
    ['another of them', 'AKIAI44QH8DHBEXAMPLE'],
    ['the secret key there', 'aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'],
    ['the id of a role', 'AROAQ2W3E4R5T6Y7U8I9'],
    ['the number of an account', 'aws_account_id = 123456789012'],
    ['a host set aside for examples', 'https://ada:Lovelace@proxy.example.com:8080'],
    ['a placeholder', 'https://user:pass@proxy.contoso.com'],
    ['a key cut short', '-----BEGIN RSA PRIVATE KEY-----\n...\n-----END RSA PRIVATE KEY-----'],
    ['a pattern', '$pattern = "ghp_[A-Za-z0-9]{36}"'],
    ['a key of a gallery with another end', OURS.slice(0, -1) + (OURS.endsWith('A') ? 'B' : 'A')],
    ['a hash', many(64, '0123456789abcdef')],
    ['nothing', ''],
  ])('takes %s for none', async (_, text) => {
    expect(await findSecrets(text, 'a.ps1')).toEqual([]);
  });

  it('tells the first ten, in the order of the text', async () => {
    const lines = Array.from({ length: 50 }, () => `'${GITHUB}'`);
    const found = await findSecrets(`${KEY}\n${lines.join('\n')}`, 'a.ps1');
    expect(found.map(({ line }) => line)).toEqual([1, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  it('reads no file of this disk, whatever the path in the package', async () => {
    expect(await findSecrets('text', 'package.json.p12')).toEqual([]);
  });

  it('throws at no text', async () => {
    const part = fc.constantFrom(
      GITHUB,
      KEY,
      AWS,
      'ghs_1_',
      'SG.a.',
      'xoxb-',
      'mongodb://',
      '@',
      ':',
      '\0',
      '\n',
      '{"',
    );
    const text = fc.array(fc.oneof(part, fc.string({ unit: 'binary' })), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(
        text,
        fc.constantFrom('a.ps1', 'a.json', 'package.json', '.npmrc'),
        async (parts, path) => {
          for (const { line, column } of await findSecrets(parts.join(''), path)) {
            expect(line).toBeGreaterThan(0);
            expect(column).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('1 MiB that is made to keep a detector busy', () => {
  const MEBIBYTE = 1024 * 1024;
  const fill = (text: string) => text.repeat(Math.ceil(MEBIBYTE / text.length)).slice(0, MEBIBYTE);
  it.each([
    ['beginnings of a token of GitHub', fill(`${'ghs_1_'.repeat(167)}.`)],
    ['SendGrid', fill(`SG.a.${'_'.repeat(257)}`)],
    ['Slack', `xoxb-${fill('a-')}`],
    ['addresses', fill(`http://ab:ab@${'a.'.repeat(127)}_`)],
    ['addresses begun', fill('http://')],
    ['long addresses', fill(`http://${'a'.repeat(256)}:${'b'.repeat(256)}@${'c'.repeat(256)}`)],
    ['keys without end', fill(`-----BEGIN PRIVATE KEY-----${'A'.repeat(10_001)}`)],
    ['databases', fill(`mongodb://a:${'a'.repeat(199)}`)],
    ['AWS', fill(`SECRET_ACCESS_KEY${' '.repeat(5000)}`)],
    ['real tokens', fill(`${GITHUB} `)],
    ['brackets', '['.repeat(MEBIBYTE)],
    ['spaces', ' '.repeat(MEBIBYTE)],
    ['one letter', 'a'.repeat(MEBIBYTE)],
  ])('%s: is searched to an end', async (_, text) => {
    // The slowest takes 2 s; with the patterns as they came it would take hours.
    await expect(findSecrets(text, 'package.json')).resolves.toBeDefined();
  });
});

it.each(rules.map(({ meta }) => meta.id).filter((id) => !id.endsWith('filter-comments')))(
  'has words for what %s finds',
  (id) => expect(secretKind(id.replace('@secretlint/', ''))).not.toBe('a key or a token'),
);
