/** Answers to build pipelines and the site: what is built has them beside the feed, and what is deployed is `live`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerPath } from '../domain/publish-answer.ts';
import { fetchAnswers, readAnswers, writeAnswers } from '../io/publish-status.ts';
import type { ActionContext } from './action-context.ts';
import { answersOf } from './answer-pipeline.ts';

/** Beside the build of the commit that is checked out. What is in it is live as soon as anybody can read the answer there. */
export async function exportAnswers(context: ActionContext, dir: string): Promise<void> {
  const { repository } = context;
  const built = await repository.commit('HEAD');
  const branch = answersOf(context);
  const answers = await readAnswers(branch, await fetchAnswers(branch));
  const commits = await commitsUpTo(context, 'HEAD');
  await mkdir(dir, { recursive: true });
  for (const { payload: _, digest: __, receivedAt: ___, ...answer } of answers) {
    const isLive = answer.state === 'published' && commits.has(answer.commit ?? '');
    const shown = isLive ? { ...answer, state: 'live' } : answer;
    await writeFile(join(dir, answerPath(answer.request)), `${JSON.stringify(shown, undefined, 2)}\n`);
  }
  context.output('commit', built ?? '');
  context.say(`${answers.length} answers.`);
}

/** @param deployed  the commit whose build is served now */
export async function markLive(context: ActionContext, deployed: string): Promise<void> {
  if (context.isDryRun) return;
  const { now } = context;
  const branch = answersOf(context);
  let count = 0;
  const commits = await commitsUpTo(context, deployed);
  await writeAnswers(branch, { message: `Mark what is live since ${deployed}\n`, date: now }, async (tip) => {
    const answers = await readAnswers(branch, tip);
    const live = answers.filter(({ state, commit = '' }) => state === 'published' && commits.has(commit));
    count = live.length;
    return live.map((answer) => ({ ...answer, state: 'live', at: now }));
  });
  context.say(`${count} requests are live.`);
}

async function commitsUpTo({ repository }: ActionContext, head: string): Promise<ReadonlySet<string>> {
  const commits = await repository.git(['rev-list', '--first-parent', '--end-of-options', head, '--']);
  return new Set(commits.trim().split('\n'));
}
