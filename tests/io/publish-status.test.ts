import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { StoredAnswer } from '../../src/domain/stored-answer.ts';
import { openGitRepository } from '../../src/io/git-repository.ts';
import { fetchAnswers, MAX_ANSWERS, readAnswers, writeAnswers } from '../../src/io/publish-status.ts';
import { makeTempDir } from '../support/temp-dir.ts';

const DATE = '2026-03-10T12:00:00Z';

async function branchOf() {
  const folder = await makeTempDir();
  const [bare, clone] = [join(folder, 'bare.git'), join(folder, 'clone')];
  execFileSync('git', ['init', '--quiet', '--bare', bare]);
  execFileSync('git', ['clone', '--quiet', bare, clone], { stdio: 'pipe' });
  return { repository: openGitRepository(clone), gitEnv: {} };
}

const answer = (at: number, more: Partial<StoredAnswer> = {}): StoredAnswer => ({
  request: at.toString(16).padStart(32, '0'),
  state: 'live',
  status: 201,
  id: 'Sample.Tools',
  version: '1.0.0',
  findings: [{ code: 'A', message: 'Ünïcode: 日本語' }],
  at: new Date(Date.parse(DATE) + at * 1000).toISOString().replace('.000', ''),
  receivedAt: DATE,
  digest: 'd',
  ...more,
});

it('makes the branch with the first answer, and reads all of them', async () => {
  const branch = await branchOf();
  expect(await fetchAnswers(branch)).toBeUndefined();
  for (const at of [1, 2])
    await writeAnswers(branch, { message: 'x\n', date: DATE }, async () => [answer(at)]);
  expect(await readAnswers(branch, await fetchAnswers(branch))).toEqual([answer(1), answer(2)]);
  expect(await writeAnswers(branch, { message: 'x\n', date: DATE }, async () => [])).toBe(false);
});

it('keeps the newest ones, and what nobody has answered yet', async () => {
  const branch = await branchOf();
  const waiting = answer(0, { state: 'received', status: 202 });
  const many = Array.from({ length: MAX_ANSWERS - 1 }, (_, at) => answer(at + 1));
  const write = (answers: readonly StoredAnswer[]) =>
    writeAnswers(branch, { message: 'x\n', date: DATE }, async () => answers);
  await write([waiting, ...many]);
  await write([answer(5000), answer(5001)]);
  const kept = await readAnswers(branch, await fetchAnswers(branch));
  expect(kept).toHaveLength(MAX_ANSWERS);
  expect(kept.map(({ request }) => Number.parseInt(request, 16)).slice(0, 2)).toEqual([0, 3]);
}, 120_000);
