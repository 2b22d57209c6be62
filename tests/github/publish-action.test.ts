/** The action that build pipelines use, its last step run by bash as a runner would run it. */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { formatKeyText } from '../../src/publish/keys/key-text.ts';
import { makeBareRepository } from '../support/bare-repository.ts';
import { PROJECT_ROOT } from '../support/clients.ts';
import { startFakeGitHub } from '../support/fake-github.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { writePackage } from '../support/temp-index.ts';
import { ACTIONS } from '../support/workflow-files.ts';

const ACTION = ACTIONS.find(({ path }) => path === '.github/actions/publish/action.yml');
const TOKEN = 'ghp_0123456789';
const KEY = formatKeyText({ kind: 'hmac', bytes: Buffer.alloc(32, 7) });

async function makeWorld() {
  const repository = await makeBareRepository();
  const settings = 'title: Contoso\ndescription: Tools.\nowners: [octocat]\n';
  repository.commit('refs/heads/main', { 'packages-index/gallery.yaml': settings });
  const fake = await startFakeGitHub({ gitDir: repository.gitDir });
  onTestFinished(fake.close);
  fake.addToken(TOKEN, { contents: 'write' });
  fake.state.onEvent = ({ payload }) => {
    const { request, id, version } = payload as Readonly<Record<string, string>>;
    const answer = { request, id, version, state: 'live', status: 201, at: '2026-05-01T12:00:00Z' };
    repository.commit('refs/heads/pwshelf-publishes', { [`${request}.json`]: JSON.stringify(answer) });
  };
  const folder = await makeTempDir();
  const output = join(folder, 'output');
  writeFileSync(output, '');
  const run = async (inputs: Readonly<Record<string, string>>) => {
    const step = ACTION?.runs.steps.at(-1);
    const given: Readonly<Record<string, string>> = {
      ...Object.fromEntries(
        Object.entries(ACTION?.inputs ?? {}).map(([name, input]) => [name, input.default ?? '']),
      ),
      token: '',
      'gallery-token': TOKEN,
      gallery: 'contoso/gallery',
      ...inputs,
    };
    const env = Object.fromEntries(
      Object.entries(step?.env ?? {}).map(([name, value]) => [
        name,
        value.replace(/^\$\{\{ inputs\.([a-z-]+) \}\}$/, (_, input: string) => given[input] ?? '?'),
      ]),
    );
    return promisify(execFile)('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step?.run ?? ''], {
      cwd: folder,
      env: {
        PATH: process.env['PATH'],
        GITHUB_ACTIONS: 'true',
        GITHUB_ACTION_PATH: join(PROJECT_ROOT, '.github/actions/publish'),
        GITHUB_API_URL: fake.apiUrl,
        GITHUB_OUTPUT: output,
        ...env,
      },
    });
  };
  return { fake, folder, output, run };
}

it('publishes with path, gallery and key, and tells state and page', async () => {
  const { fake, folder, output, run } = await makeWorld();
  await writePackage(folder);
  const { stdout, stderr } = await run({ path: 'Sample.Tools.1.0.0.nupkg', 'key-id': 'ci', key: KEY });
  expect(stderr).toContain('Sample.Tools 1.0.0 is live');
  expect(stdout + stderr).not.toContain(KEY);
  expect(fake.state.events).toHaveLength(1);
  expect(readFileSync(output, 'utf8')).toContain(
    'state=live\nurl=https://contoso.github.io/gallery/packages/Sample.Tools/1.0.0/\n',
  );
  expect(ACTION?.outputs).toMatchObject({
    state: { value: '$'.concat('{{ steps.push.outputs.state }}') },
    url: { value: '$'.concat('{{ steps.push.outputs.url }}') },
  });
});

it.each(['$(touch here)', '"; touch here; "', '--help', '`touch here`'])(
  'takes the path %s for a path, and nothing else',
  async (path) => {
    const { fake, folder, run } = await makeWorld();
    await expect(run({ path, 'key-id': 'ci', key: KEY })).rejects.toMatchObject({ code: 2 });
    expect(existsSync(join(folder, 'here'))).toBe(false);
    expect(fake.state.events).toEqual([]);
  },
);

it('gives every input to something', () => {
  const used = [...(ACTION?.text ?? '').matchAll(/\{\{ inputs\.([a-z-]+) \}\}/g)].map(([, name]) => name);
  expect(used.sort()).toEqual(Object.keys(ACTION?.inputs ?? {}).sort());
});
