/** Both ends of publishing from a build: what the sender sends is what the gallery takes, and the answer comes back. */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { openActionContext } from '../../src/actions/action-context.ts';
import { receiveRequest } from '../../src/actions/receive.ts';
import { runCommandLine } from '../../src/cli/main.ts';
import { makePushVerb } from '../../src/cli/push.ts';
import { publishRequestSchema, signedText } from '../../src/domain/publish-request.ts';
import { formatKeyText } from '../../src/publish/keys/key-text.ts';
import { makeFakeSigstore, RUN } from '../support/fake-sigstore.ts';
import { packMade } from '../support/made-package.ts';
import { makePipelineGallery, newRequest, SECRETS } from '../support/pipeline.ts';
import { NOW, TOKEN } from '../support/request-gallery.ts';
import { makeTempDir } from '../support/temp-dir.ts';

const TOOLS = { id: 'Sample.Tools', version: '1.2.0', functions: ['Get-Sample', 'Set-Sample'] };

it('pushes a package, and tells the sender when it is live', async () => {
  const gallery = await makePipelineGallery();
  onTestFinished(() => gallery.close());
  const file = join(await makeTempDir(), 'Sample.Tools.1.2.0.nupkg');
  writeFileSync(file, await packMade(TOOLS));
  onTestFinished(() => void vi.unstubAllEnvs());
  onTestFinished(() => void vi.useRealTimers());
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(NOW) });
  for (const name of ['GH_TOKEN', 'PWSHELF_GALLERY_TOKEN', 'GITHUB_OUTPUT', 'GITHUB_ACTIONS'])
    vi.stubEnv(name, undefined);
  vi.stubEnv('GITHUB_API_URL', gallery.github.apiUrl);
  vi.stubEnv('GITHUB_TOKEN', TOKEN);
  vi.stubEnv('PWSHELF_KEY', formatKeyText({ kind: 'hmac', bytes: SECRETS['ada-ci'] }));
  let received: Promise<unknown> = Promise.resolve();
  gallery.github.state.onEvent = ({ payload }) => {
    received = gallery.run(payload).then(() =>
      gallery.run(undefined, {
        action: 'mark-live',
        env: { PWSHELF_DEPLOYED: gallery.git('rev-parse', 'main').trim() },
      }),
    );
  };
  let [out, err] = ['', ''];
  const words = ['push', file, '--gallery', 'contoso/gallery', '--key-id', 'ada-ci', '--json'];
  const code = await runCommandLine(
    words,
    { push: async () => makePushVerb(20) },
    {
      out: (text) => (out += text),
      say: (line) => (err += `${line}\n`),
      progress: () => {},
      outStyle: { isColoured: false },
      errStyle: { isColoured: false },
    },
  );
  await received;
  expect([code, JSON.parse(out)], err).toMatchObject([
    0,
    { state: 'live', id: 'Sample.Tools', version: '1.2.0' },
  ]);
  const record = gallery.git('show', 'main:packages-index/packages/Sample.Tools.yaml');
  expect(record).toContain('keyId: ada-ci');
  expect(`${out}${err}`).not.toContain(SECRETS['ada-ci'].toString());
});

it('takes a package without any key, on the word of a workflow that it trusts', async () => {
  const gallery = await makePipelineGallery();
  onTestFinished(() => gallery.close());
  const keys = `keys: []
workflows:
  - owner: ada
    repository: ${RUN.repository}
    repositoryId: ${RUN.repositoryId}
    workflow: ${RUN.workflow}
    ref: refs/tags/v*
    scopes: [push-version]
    ids: ['Sample.*']
`;
  gallery.commit('refs/heads/main', 'main', [{ path: 'packages-index/keys.yaml', content: keys }]);
  const sigstore = await makeFakeSigstore(new Date(NOW));
  const eventPath = join(await makeTempDir(), 'event.json');
  writeFileSync(eventPath, JSON.stringify({ repository: { default_branch: 'main' } }));
  const environment = {
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_REPOSITORY: gallery.github.repository,
    GITHUB_API_URL: gallery.github.apiUrl,
    GITHUB_TOKEN: TOKEN,
    PWSHELF_GALLERY: gallery.clone,
    PWSHELF_NOW: NOW,
  };
  const context = {
    ...openActionContext(environment, { isDryRun: false, say: () => undefined, secondMs: 1 }),
    sigstoreTrust: sigstore.trust,
  };
  const bytes = await packMade(TOOLS);
  const asked = {
    request: newRequest(),
    action: 'publish' as const,
    id: TOOLS.id,
    version: TOOLS.version,
    sha512: createHash('sha512').update(bytes).digest('hex'),
    expires: '2026-03-10T13:00:00Z',
  };
  const ask = async (workflow: Parameters<typeof sigstore.signText>[1]) => {
    const proof = await sigstore.signText(signedText('contoso/gallery', asked), workflow);
    const content = Buffer.from(bytes).toString('base64');
    const request = publishRequestSchema.parse({ ...asked, request: newRequest(), content, proof });
    return receiveRequest(context, new Map(), { ...request, request: asked.request });
  };

  // The same name in another repository, and the same repository in another workflow.
  expect(await ask({ repositoryId: 1 })).toMatchObject({ state: 'refused', status: 403 });
  expect(await ask({ workflow: '.github/workflows/other.yml' })).toMatchObject({ status: 403 });
  expect(await ask({})).toMatchObject({ state: 'published', status: 201 });
  const record = gallery.git('show', 'main:packages-index/packages/Sample.Tools.yaml');
  expect(record).toContain('kind: keyless');
  expect(record).toContain(`workflow: ${RUN.repository}/${RUN.workflow}@${RUN.ref}`);
});
