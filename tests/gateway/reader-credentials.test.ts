/** What of a request counts as credentials, and what is only something in their place. */

import { expect, it } from 'vitest';
import { parseReaderCredentials } from '../../src/gateway/reader-credentials.ts';
import fc from '../support/laws.ts';

const utf8 = (text: string) => Buffer.from(text, 'utf8').toString('base64');
const latin1 = (text: string) => Buffer.from(text, 'latin1').toString('base64');

it.each([
  ['Basic', `Basic ${utf8('me:pass')}`, 'me', 'pass'],
  ['basic in lower case', `basic ${utf8('me:pass')}`, 'me', 'pass'],
  ['no user', `Basic ${utf8(':pass')}`, '', 'pass'],
  ['a colon in the password', `Basic ${utf8('me:pa:ss')}`, 'me', 'pa:ss'],
  ['UTF-8', `Basic ${utf8('jörg:schlüssel✓')}`, 'jörg', 'schlüssel✓'],
  ['Latin-1', `Basic ${latin1('jörg:schlüssel')}`, 'jörg', 'schlüssel'],
  ['base64 without padding', `Basic ${utf8('me:pass').replace(/=+$/, '')}`, 'me', 'pass'],
  ['a token', 'Bearer abc', undefined, 'abc'],
  ['a token with spaces around', 'bearer   abc  ', undefined, 'abc'],
])('reads %s', (_, authorization, user, secret) => {
  const found = parseReaderCredentials(new Headers({ authorization }));
  expect(found).toEqual({ kind: 'credentials', credentials: { user, secret } });
});

it('reads the header of keys, but only where nothing else is said', () => {
  const key = new Headers({ 'X-NuGet-ApiKey': 'abc' });
  expect(parseReaderCredentials(key)).toMatchObject({ credentials: { secret: 'abc' } });
  key.set('authorization', 'Bearer def');
  expect(parseReaderCredentials(key)).toMatchObject({ credentials: { secret: 'def' } });
});

it('tells no credentials from wrong ones', () => {
  expect(parseReaderCredentials(new Headers())).toEqual({ kind: 'none' });
});

it.each([
  '',
  'Basic',
  'Basic ',
  'Basic !!!',
  'Basic a',
  `Basic ${utf8('no colon')}`,
  `Basic ${utf8('me:')}`,
  'Basic bWU6cGFzcw== trailing',
  'Bearer',
  'Digest username="me"',
  'Negotiate TlRMTVNTUAAB',
  `Basic ${'A'.repeat(4096)}`,
  `Bearer ${'A'.repeat(100_000)}`,
])('calls %j malformed', (authorization) => {
  expect(parseReaderCredentials(new Headers({ authorization })).kind).toBe('malformed');
});

it('reads every user and password back, whatever is in them', () => {
  const name = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes(':'));
  fc.assert(
    fc.property(name, fc.string({ unit: 'grapheme', minLength: 1 }), (user, secret) => {
      const headers = new Headers({ authorization: `Basic ${utf8(`${user}:${secret}`)}` });
      expect(parseReaderCredentials(headers)).toEqual({ kind: 'credentials', credentials: { user, secret } });
    }),
  );
});
