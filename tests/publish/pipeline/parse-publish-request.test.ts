import { expect, it } from 'vitest';
import { parsePublishRequest } from '../../../src/publish/pipeline/parse-publish-request.ts';

const WHOLE = {
  request: '0'.repeat(32),
  id: 'Sample.Tools',
  version: '1.0.0',
  sha512: 'a'.repeat(128),
  url: 'https://files.example/a.nupkg',
  keyId: 'ada-ci',
  expires: '2026-03-10T12:00:00Z',
  proof: 'x',
};

it('takes what is whole', () => {
  expect(parsePublishRequest(WHOLE)).toEqual({ ok: true, value: { ...WHOLE, action: 'publish' } });
});

it.each<[problem: string, more: object]>([
  ['sha512: it is needed to publish', { sha512: undefined }],
  ['url: either it or content is needed to publish', { url: undefined }],
  ['url: either it or content is needed to publish', { content: 'AAAA' }],
  ['url: an https URL is expected', { url: 'http://files.example/a' }],
  ['url: only `publish` takes a package', { action: 'unlist' }],
])('says %s', (problem, more) => {
  expect(parsePublishRequest({ ...WHOLE, ...more })).toEqual({
    ok: false,
    problem: { request: WHOLE.request, id: WHOLE.id, version: WHOLE.version, problems: [problem] },
  });
});

it.each([[undefined], [null], [[]], ['text'], [{ request: 'UPPER' }], [{ request: 1, id: 2 }]])(
  'answers nobody where no name can be read: %j',
  (value) => {
    expect(parsePublishRequest(value)).toMatchObject({ ok: false, problem: { request: undefined } });
  },
);
