import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { identifyLicenseText, identifyLicenseUrl, readLicense } from '../../src/read/license.ts';
import { PackageFiles } from '../../src/read/package-source.ts';

const LIST = createRequire(import.meta.url)('spdx-license-list/full.js') as Record<
  string,
  { licenseText: string }
>;
const textOf = (id: string) => LIST[id]?.licenseText ?? '';

describe('identifyLicenseText', () => {
  it.each([
    'MIT',
    'Apache-2.0',
    'BSD-3-Clause',
    'BSD-2-Clause',
    'ISC',
    'MPL-2.0',
    'GPL-3.0-only',
    'LGPL-3.0-only',
    'Unlicense',
    'CC0-1.0',
  ])('knows %s, with another holder and other line breaks', (id) => {
    const text = textOf(id)
      .replace(/<year>|\[year\]/g, '2026')
      .replace(/<[^>]*holder[^>]*>/g, 'Contoso Ltd.');
    expect(identifyLicenseText(`\n${text.replace(/\n/g, '\r\n')}\n`)).toBe(id);
  });

  it.each([
    ['an SPDX tag', 'SPDX-License-Identifier: EUPL-1.2', 'EUPL-1.2'],
    ['a licence of its own', 'You may use this as long as you are kind to animals.', undefined],
    ['nothing', '', undefined],
  ])('of %s', (_, text, id) => {
    expect(identifyLicenseText(text)).toBe(id);
  });
});

it.each([
  ['https://opensource.org/licenses/MIT', 'MIT'],
  ['https://opensource.org/license/mit', 'MIT'],
  ['https://opensource.org/license/mit/', 'MIT'],
  ['https://licenses.nuget.org/Apache-2.0', 'Apache-2.0'],
  ['http://www.apache.org/licenses/LICENSE-2.0.txt', 'Apache-2.0'],
  ['https://spdx.org/licenses/BSD-3-Clause.html', 'BSD-3-Clause'],
  ['https://www.gnu.org/licenses/gpl-3.0.html', 'GPL-3.0-only'],
  ['https://github.com/contoso/tools/blob/main/LICENSE', undefined],
  [undefined, undefined],
])('knows the licence of %s: %s', (url, id) => {
  expect(identifyLicenseUrl(url)).toBe(id);
});

it('takes the file before the address', () => {
  const files = new PackageFiles({
    paths: ['LICENSE.txt', 'M.psd1'],
    bytes: () => new TextEncoder().encode(textOf('ISC')),
  });
  expect(readLicense(files, 'https://opensource.org/licenses/MIT')).toEqual({
    spdxId: 'ISC',
    path: 'LICENSE.txt',
  });
});
