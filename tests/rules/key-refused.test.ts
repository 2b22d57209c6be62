import { expect, it } from 'vitest';
import { authorizeRequest } from '../../src/publish/keys/authorize.ts';
import { keyRefused } from '../../src/rules/key-refused.ts';
import { expectOnly } from '../support/expect-findings.ts';
import { makeAuthorizationFacts, signed } from '../support/key-requests.ts';

it('refuses a request of a key that is unknown', () => {
  const result = authorizeRequest(makeAuthorizationFacts({ asked: signed({ keyId: 'unknown' }) }));
  expectOnly(result.ok ? [] : [result.problem.finding], keyRefused, {});
});

it('takes a request that is signed by a key of the gallery', () => {
  expect(authorizeRequest(makeAuthorizationFacts()).ok).toBe(true);
});
