import { execFileSync } from 'node:child_process';
import { beforeEach, expect, it } from 'vitest';
import { runVerb } from '../support/run-verb.ts';
import { makeTempIndex, OWNER, writePackage } from '../support/temp-index.ts';

let index: string;
let folder: string;

beforeEach(async () => {
  ({ index, folder } = await makeTempIndex());
  for (const nuspec of ['1.0.0', '1.1.0']) {
    const file = await writePackage(folder, { nuspec });
    const { code, err } = await runVerb('publish', file, '--index', index, '--as', OWNER, '--no-cache');
    if (code !== 0) throw new Error(err);
  }
});

const log = (...words: readonly string[]) => runVerb('log', ...words, '--index', index);

it('prints a line for each version, without a repository too', async () => {
  const { code, out } = await log();
  expect(code).toBe(0);
  expect(out.trim().split('\n').sort()).toEqual([
    expect.stringMatching(`^\\d{4}-.*Z  published Sample.Tools 1.0.0  by ${OWNER}  local$`),
    expect.stringMatching(`^\\d{4}-.*Z  published Sample.Tools 1.1.0  by ${OWNER}  local$`),
  ]);
});

it('prints as many as are asked for, as JSON too', async () => {
  const { out, err } = await log('sample.tools', '--limit', '1', '--json');
  expect(JSON.parse(out)).toMatchObject([{ what: 'published', id: 'Sample.Tools', by: OWNER }]);
  expect(err).toBe('1 more: --limit 0 shows all.\n');
});

it('tells what the gallery committed, and where', async () => {
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-C', index, '-c', 'user.name=ada', '-c', 'user.email=ada@example.org', ...args]);
  git('init', '--quiet');
  git('add', '.');
  git(
    'commit',
    '--quiet',
    '-m',
    'Unlist Sample.Tools 1.0.0\n\nPipeline-Request: x\nKey: ada-ci\nRun: https://run.example/1',
  );
  const { out } = await log('--limit', '0');
  expect(out).toMatch(
    /^\S+Z {2}unlisted Sample\.Tools 1\.0\.0 {2}by ada {2}key ada-ci https:\/\/run\.example\/1 {2}commit [0-9a-f]{12}$/m,
  );
});

it('refuses ids that are not there and limits that are none', async () => {
  expect((await log('Sample.Tool')).code).toBe(2);
  expect((await log('--limit', 'all')).code).toBe(2);
});
