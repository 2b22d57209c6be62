/** What of an address may stand in a log. */
import { expect, it } from 'vitest';
import { loggedTarget, withoutKeys } from '../../src/gateway/logged-target.ts';

const KEY = `psg_${'Ab-_'.repeat(12)}`;

it.each([
  ['/v3/index.json', '/v3/index.json'],
  [
    "/api/v2/Search()?$filter=IsLatestVersion&searchTerm='x'",
    "/api/v2/Search()?$filter=IsLatestVersion&searchTerm='x'",
  ],
  ['/?apikey=hunter2', '/?apikey=***'],
  ['/?X-NuGet-ApiKey=a=b&c=d', '/?X-NuGet-ApiKey=***&c=d'],
  [
    '/?access_token=t&PASSWORD=p&sas-signature=s&authorization=z',
    '/?access_token=***&PASSWORD=***&sas-signature=***&authorization=***',
  ],
  ['/?%74oken=t', '/?%74oken=***'],
  ['/?token', '/?token'],
  ['/?%zz=1&a=b', '/?%zz=1&a=b'],
  [`/?q=${KEY}`, '/?q=psg_***'],
  [`/${KEY}/x`, '/psg_***/x'],
  [`/?q=${KEY.replace('_', '%5F')}`, '/?q=psg_***'],
])('shows %s as %s', (target, shown) => {
  expect(loggedTarget(target)).toBe(shown);
});

it('cuts an address that is longer than any that clients send', () => {
  expect(loggedTarget(`/${'a'.repeat(10_000)}`)).toHaveLength(2049);
});

it('masks keys wherever a client puts them', () => {
  expect(withoutKeys(`curl/8 ${KEY} end`)).toBe('curl/8 psg_*** end');
});
