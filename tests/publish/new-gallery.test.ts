import { describe, expect, it } from 'vitest';
import { isTakenOver, pinWorkflows, renderNewGallery } from '../../src/publish/new-gallery.ts';

const KIT = { version: '1.2.3', sha: 'a'.repeat(40) };
const SETTINGS = {
  title: 'Contoso: tools & more',
  description: 'Tools.',
  siteUrl: 'https://contoso.github.io/gallery/',
  repository: 'contoso/gallery',
  owners: ['octocat'],
};

describe('pinWorkflows', () => {
  it.each([
    [
      '    uses: ./.github/workflows/check.yml',
      `    uses: pwshelf/pwshelf/.github/workflows/check.yml@${KIT.sha} # v1.2.3`,
    ],
    ['    uses: actions/checkout@v1', '    uses: actions/checkout@v1'],
    ['    # as in uses: ./.github/workflows/check.yml', '    # as in uses: ./.github/workflows/check.yml'],
  ])('writes %s as %s', (line, expected) => {
    expect(pinWorkflows(line, KIT)).toBe(expected);
  });
});

it.each([
  ['.github/workflows/gallery.yml', true],
  ['.github/workflows/merge.yml', false],
  ['.github/ISSUE_TEMPLATE/publish.yml', true],
  ['.github/PULL_REQUEST_TEMPLATE/change.md', true],
  ['.github/actions/setup-pwshelf/action.yml', false],
])('takes %s over from the kit: %s', (path, expected) => {
  expect(isTakenOver(path)).toBe(expected);
});

it('puts nothing but packages into the folder that clients take for a repository', () => {
  const paths = renderNewGallery(SETTINGS, KIT, []).map(({ path }) => path);
  expect(paths.filter((path) => path.startsWith('packages-index/blobs/'))).toEqual([]);
});

it('names a gallery so that no shell needs quotes', () => {
  const readme = renderNewGallery(SETTINGS, KIT, []).find(({ path }) => path === 'README.md');
  expect(readme?.text).toContain('-Name ContosoToolsMore ');
});
