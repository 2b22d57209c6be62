import { it } from 'vitest';
import { checkAddresses } from '../../src/publish/deploy/check-addresses.ts';
import { deploySiteUrl } from '../../src/rules/deploy-site-url.ts';
import { expectOnly } from '../support/expect-findings.ts';

const expected = 'https://host.example/repo/';
const found = 'http://127.0.0.1:8080/';

it('refuses a build for another address', () => {
  const findings = checkAddresses([], { built: found, expected }, 'dist/v3/index.json');
  expectOnly(findings, deploySiteUrl, { found, expected }, { file: 'dist/v3/index.json' });
});

it('refuses a single address that leads elsewhere', () => {
  const resources = [{ '@id': found, '@type': 'SearchQueryService' }];
  expectOnly(checkAddresses(resources, { built: expected, expected }, 'x'), deploySiteUrl, {
    found,
    expected,
  });
});
