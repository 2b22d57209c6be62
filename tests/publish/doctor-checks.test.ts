import { describe, expect, it } from 'vitest';
import { gallerySettingsSchema } from '../../src/domain/gallery-settings.ts';
import { checkRepository, type DoctorFacts, missingLabels } from '../../src/publish/doctor-checks.ts';
import { GALLERY_LABELS } from '../../src/publish/request/gallery-labels.ts';

const SHA = 'a'.repeat(40);
const settings = gallerySettingsSchema.parse({
  title: 'Contoso',
  description: 'Tools.',
  owners: ['octocat'],
  repository: 'contoso/gallery',
  siteUrl: 'https://contoso.github.io/gallery/',
});

const READY: DoctorFacts = {
  repository: 'contoso/gallery',
  defaultBranch: 'main',
  isArchived: false,
  hasIssues: true,
  pages: { url: 'https://contoso.github.io/gallery/', buildType: 'workflow', isHttpsEnforced: true },
  workflowPermission: 'read',
  actions: { isEnabled: true, allowedActions: 'all' },
  branchRules: ['deletion', 'non_fast_forward'],
  labels: GALLERY_LABELS.map(({ name }) => name),
  galleryYaml: settings,
  workflow: `jobs:\n  check:\n    uses: pwshelf/pwshelf/.github/workflows/check.yml@${SHA} # v1.0.0\n`,
};

const notOk = (facts: Partial<DoctorFacts>) =>
  checkRepository({ ...READY, ...facts }).filter(({ state }) => state !== 'ok');

describe('checkRepository', () => {
  it('finds nothing to do in one that is ready', () => {
    expect(notOk({})).toEqual([]);
  });

  const pages = {
    url: 'https://contoso.github.io/gallery/',
    buildType: 'workflow',
    isHttpsEnforced: true,
  } as const;
  const { siteUrl: _, ...withoutAddress } = settings;

  it.each<[string, Partial<DoctorFacts>, string, 'missing' | 'unknown', string]>([
    ['another default branch', { defaultBranch: 'trunk' }, 'default branch', 'missing', 'Rename'],
    ['an archive', { isArchived: true }, 'default branch', 'missing', 'Unarchive'],
    ['no issues', { hasIssues: false }, 'issues', 'missing', 'Features > Issues'],
    ['no settings', { galleryYaml: 'absent' }, 'packages-index/gallery.yaml', 'missing', 'init'],
    [
      'settings with errors',
      { galleryYaml: 'unreadable' },
      'packages-index/gallery.yaml',
      'missing',
      'check',
    ],
    [
      'settings of another',
      { galleryYaml: { ...settings, repository: 'a/b' } },
      'packages-index/gallery.yaml',
      'missing',
      'repository: contoso/gallery',
    ],
    ['no workflow', { workflow: undefined }, '.github/workflows/gallery.yml', 'missing', 'init'],
    [
      'a workflow at a tag',
      { workflow: 'uses: pwshelf/pwshelf/.github/workflows/check.yml@v1\n' },
      '.github/workflows/gallery.yml',
      'missing',
      '40 digits',
    ],
    [
      'a workflow of two versions',
      { workflow: `${READY.workflow}    uses: a/b@${'b'.repeat(40)}\n` },
      '.github/workflows/gallery.yml',
      'missing',
      'one commit',
    ],
    [
      'a workflow that calls nothing',
      { workflow: 'jobs: {}\n' },
      '.github/workflows/gallery.yml',
      'missing',
      'one commit',
    ],
    [
      'actions off',
      { actions: { isEnabled: false, allowedActions: undefined } },
      'actions',
      'missing',
      '/settings/actions',
    ],
    [
      'own actions only',
      { actions: { isEnabled: true, allowedActions: 'local_only' } },
      'actions',
      'missing',
      'pwshelf/pwshelf/*',
    ],
    [
      'selected actions',
      { actions: { isEnabled: true, allowedActions: 'selected' } },
      'actions',
      'unknown',
      'pwshelf/pwshelf/*',
    ],
    ['actions that cannot be seen', { actions: undefined }, 'actions', 'unknown', '/settings/actions'],
    [
      'workflows that may write',
      { workflowPermission: 'write' },
      'rights of other workflows',
      'missing',
      'Read repository contents',
    ],
    [
      'rights that cannot be seen',
      { workflowPermission: undefined },
      'rights of other workflows',
      'unknown',
      '/settings/actions',
    ],
    [
      'a site from a branch',
      { pages: { ...pages, buildType: 'legacy' } },
      'pages',
      'missing',
      'GitHub Actions as the Source',
    ],
    [
      'a site without TLS',
      { pages: { ...pages, isHttpsEnforced: false } },
      'pages',
      'missing',
      'Enforce HTTPS',
    ],
    [
      'another address',
      { pages: { ...pages, url: 'https://ps.contoso.com/' } },
      'address of the site',
      'missing',
      'siteUrl: https://ps.contoso.com/',
    ],
    [
      'no force push rule',
      { branchRules: ['deletion'] },
      'protection of the branch',
      'missing',
      'Block force pushes',
    ],
    [
      'a rule for pull requests',
      { branchRules: [...READY.branchRules, 'pull_request'] },
      'pushes by the workflow',
      'missing',
      'Take these rules out',
    ],
    [
      'no label for reports',
      { labels: READY.labels.filter((name) => name !== 'report') },
      'labels',
      'missing',
      '--fix',
    ],
  ])('tells of %s', (_case, facts, name, state, remedy) => {
    const [check, ...others] = notOk(facts).filter(
      (one) => one.remedy !== 'It follows from the lines above.',
    );
    expect(others).toEqual([]);
    expect(check).toMatchObject({ name, state });
    expect(check?.remedy).toContain(remedy);
  });

  it('tells of a site that is off once, and leaves open what follows from it', () => {
    expect(notOk({ pages: 'off' }).map(({ name, state }) => `${name} ${state}`)).toEqual([
      'pages missing',
      'address of the site unknown',
    ]);
  });

  it('takes the address that GitHub Pages gives when gallery.yaml names none', () => {
    expect(notOk({ galleryYaml: { ...withoutAddress, siteUrl: undefined } })).toEqual([]);
  });

  it('takes the kit itself for a gallery, whose workflows lie beside it', () => {
    expect(notOk({ workflow: '    uses: ./.github/workflows/check.yml\n' })).toEqual([]);
  });
});

it('knows labels in any spelling, as GitHub does', () => {
  expect(missingLabels({ ...READY, labels: READY.labels.map((name) => name.toUpperCase()) })).toEqual([]);
});
