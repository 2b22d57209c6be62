import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runVerb } from '../support/run-verb.ts';
import { makeTempIndex, OWNER, writePackage } from '../support/temp-index.ts';

async function makeCommittedIndex() {
  const { folder, index } = await makeTempIndex();
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-C', index, '-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
      stdio: 'pipe',
    });
  const publish = async (nuspec: string) => {
    const file = await writePackage(folder, { nuspec });
    return runVerb('publish', file, '--index', index, '--as', OWNER, '--no-cache');
  };
  await publish('1.0.0');
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'first');
  const check = async (...words: readonly string[]) => {
    const run = await runVerb('check', '--index', index, '--no-cache', '--json', ...words);
    const result = JSON.parse(run.out);
    return { ...run, ...result, codes: result.findings.map(({ code }: { readonly code: string }) => code) };
  };
  return { folder, index, check, publish };
}

it('unpacks every blob, or only those that are new since a revision', async () => {
  const { check, publish } = await makeCommittedIndex();
  await publish('1.1.0');
  expect(await check()).toMatchObject({ code: 0, blobCount: 2, unpackedCount: 2 });
  expect(await check('--base', 'HEAD')).toMatchObject({ code: 0, unpackedCount: 1 });
});

it('refuses a blob that changed or vanished since the revision', async () => {
  const { check, index } = await makeCommittedIndex();
  const blob = join(index, 'blobs/Sample.Tools.1.0.0.nupkg');
  writeFileSync(blob, 'other bytes');
  expect((await check('--base', 'HEAD')).codes).toContain('BLOB_CHANGED');
  rmSync(blob);
  expect((await check('--base', 'HEAD')).codes).toContain('BLOB_VANISHED');
});

it('accepts a blob that a maintainer removed', async () => {
  const { check, index } = await makeCommittedIndex();
  await runVerb(
    'remove',
    'Sample.Tools',
    '1.0.0',
    '--reason',
    'Why.',
    '--index',
    index,
    '--as',
    'maintainer',
  );
  expect(await check('--base', 'HEAD')).toMatchObject({ code: 0, codes: [] });
});
