import { expect, it } from 'vitest';
import { checkAddresses } from '../../../src/publish/deploy/check-addresses.ts';
import { codesOf } from '../../support/expect-findings.ts';

const SITE = 'https://host.example/repo/';
const check = (address: string, type = 'SearchQueryService', built = SITE, expected = SITE) =>
  codesOf(checkAddresses([{ '@id': address, '@type': type }], { built, expected }, 'dist/v3/index.json'));

it.each([
  [`${SITE}v3/search.json`, []],
  ['https://host.example/other/v3/search.json', ['DEPLOY_SITE_URL']],
  ['https://host.example.evil/repo/v3/search.json', ['DEPLOY_SITE_URL']],
  ['http://host.example/repo/v3/search.json', ['DEPLOY_SITE_URL']],
])('decides on %s', (address, codes) => {
  expect(check(address)).toEqual(codes);
});

it('lets reports go to GitHub', () => {
  expect(check('https://github.com/contoso/gallery/issues/new', 'ReportAbuseUriTemplate/3.0.0-rc')).toEqual(
    [],
  );
});

it('takes a host in any case, but a path only in its own', () => {
  const at = (built: string) => check(`${built}v3/`, 'X', built);
  expect(at('https://HOST.example/repo/')).toEqual([]);
  expect(at('https://host.example/Repo/')).toEqual(['DEPLOY_SITE_URL']);
});
