import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { pinWorkflows } from '../../src/publish/new-gallery.ts';
import { GALLERY_LABELS } from '../../src/publish/request/gallery-labels.ts';
import { makeBareRepository } from '../support/bare-repository.ts';
import type { TokenPermissions } from '../support/fake-github/state.ts';
import { startFakeGitHub } from '../support/fake-github.ts';
import { runVerb } from '../support/run-verb.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { workflow } from '../support/workflow-files.ts';

const TOKEN = 'ghp_0123456789';
const SETTINGS = `title: Contoso
description: Tools.
siteUrl: https://contoso.github.io/gallery/
repository: contoso/gallery
owners: [octocat]
`;
const MISSING = ['pwshelf: accepted', 'report'];
const ADMIN: TokenPermissions = { contents: 'write', issues: 'write', pages: 'read', administration: 'read' };

async function makeWorld(permissions = ADMIN) {
  const repository = await makeBareRepository();
  const kit = { version: '1.0.0', sha: 'c'.repeat(40) };
  repository.commit('refs/heads/main', {
    'packages-index/gallery.yaml': SETTINGS,
    '.github/workflows/gallery.yml': pinWorkflows(workflow('gallery.yml').text, kit),
  });
  const fake = await startFakeGitHub({ gitDir: repository.gitDir });
  onTestFinished(fake.close);
  fake.addToken(TOKEN, permissions);
  fake.settings.pages = { buildType: 'workflow', customDomain: undefined, isHttpsEnforced: true };
  fake.settings.actions = { isEnabled: true, allowedActions: 'all' };
  fake.settings.workflows = { defaultPermission: 'read', canApprovePullRequests: false };
  fake.settings.branchRules = { main: ['deletion', 'non_fast_forward'] };
  // GitHub wants a second between writes, so most of them are there.
  for (const label of GALLERY_LABELS)
    if (!MISSING.includes(label.name)) fake.state.labels.set(label.name.toLowerCase(), label);
  vi.stubEnv('GITHUB_API_URL', fake.apiUrl);
  vi.stubEnv('GITHUB_TOKEN', TOKEN);
  const doctor = (...words: readonly string[]) =>
    runVerb('doctor', '--repository', 'contoso/gallery', ...words);
  return { fake, doctor };
}

describe('doctor', () => {
  it('makes the labels that are missing, and is content then', async () => {
    const { fake, doctor } = await makeWorld();
    const before = await doctor();
    expect(before.code, before.err).toBe(1);
    expect(before.out).toContain('MISSING  labels: without pwshelf: accepted, report');

    const { code, out, err } = await doctor('--fix');
    expect(code, out + err).toBe(0);
    expect(err).toContain('made the label pwshelf: accepted');
    expect([...fake.state.labels.values()]).toEqual(expect.arrayContaining([...GALLERY_LABELS]));

    const after = await doctor();
    expect(after.code, after.out).toBe(0);
    expect(after.err).toContain('11 right, 0 missing, 0 unknown.');
  });

  it('changes nothing without --fix', async () => {
    const { fake, doctor } = await makeWorld();
    await doctor();
    expect(fake.requests.every(({ method }) => method === 'GET')).toBe(true);
  });

  it('tells in JSON what is missing and where it is changed', async () => {
    const { fake, doctor } = await makeWorld();
    fake.settings.pages = undefined;
    const { code, out } = await doctor('--json');
    expect(code).toBe(1);
    const { checks } = JSON.parse(out);
    expect(checks).toContainEqual({
      name: 'pages',
      state: 'missing',
      found: 'off',
      remedy: expect.stringContaining('https://github.com/contoso/gallery/settings/pages'),
    });
  });

  it('says what a token without rights cannot see, and does not call it missing', async () => {
    const { doctor } = await makeWorld({ contents: 'read', issues: 'read' });
    const { out } = await doctor();
    expect(out).toMatch(/unknown {2}actions: cannot be seen with this token/);
    expect(out).toMatch(/unknown {2}rights of other workflows/);
  });

  it('says that there is no such repository', async () => {
    await makeWorld();
    const { code, err } = await runVerb('doctor', '--repository', 'contoso/absent');
    expect(code).toBe(2);
    expect(err).toContain('contoso/absent');
    expect(err).not.toContain(TOKEN);
  });

  it('asks which repository when none is named anywhere', async () => {
    const { code, err } = await runVerb('doctor', '--index', `${await makeTempDir()}/none`);
    expect(code).toBe(2);
    expect(err).toContain('--repository OWNER/NAME');
  });
});
