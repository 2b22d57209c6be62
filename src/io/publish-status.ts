/**
 * The answers to build pipelines: one file a request on a branch of its own, which shares no commit with the gallery's. It
 * is written by git's plumbing; whoever finds that the branch has moved reads it again. Each look fetches the newest commit
 * alone, for what was answered once is nobody's business any more.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { GalleryError } from '../domain/gallery-error.ts';
import { ANSWERS_BRANCH, answerPath } from '../domain/publish-answer.ts';
import { type StoredAnswer, storedAnswerSchema } from '../domain/stored-answer.ts';
import { BOT, type CommitFile, commitIndex, pushCommit } from './commit-index.ts';
import type { GitRepository } from './git-repository.ts';

/** Older ones make room. */
export const MAX_ANSWERS = 1000;
const MAX_TRIES = 30;
const MAX_FETCHES = 3;
const PAUSE_MS = 100;

export interface AnswersBranch {
  readonly repository: GitRepository;
  readonly gitEnv: Readonly<Record<string, string>>;
}

/** @returns the commit at which the branch is now, or undefined when there is none yet */
export async function fetchAnswers({
  repository: { git },
  gitEnv: env,
}: AnswersBranch): Promise<string | undefined> {
  const ref = `refs/heads/${ANSWERS_BRANCH}`;
  for (let tries = 1; ; tries++) {
    try {
      await git(['fetch', '--quiet', '--no-tags', '--depth=1', 'origin', ref], { env });
      return (await git(['rev-parse', 'FETCH_HEAD'])).trim();
    } catch (error) {
      if ((await git(['ls-remote', 'origin', ref], { env })).trim() === '') return undefined;
      // It is there by now: somebody made it in between.
      if (tries === MAX_FETCHES) throw error;
    }
  }
}

export async function readAnswer(
  { repository }: AnswersBranch,
  tip: string | undefined,
  request: string,
): Promise<StoredAnswer | undefined> {
  const text = tip === undefined ? undefined : await repository.text(tip, answerPath(request));
  return text === undefined ? undefined : answerOf(text);
}

/** All that can be read, in the order of their names. */
export async function readAnswers(
  { repository }: AnswersBranch,
  tip: string | undefined,
): Promise<readonly StoredAnswer[]> {
  if (tip === undefined) return [];
  const entries = (await repository.git(['ls-tree', '-z', '--full-tree', tip]))
    .split('\0')
    .flatMap((entry) => /^100644 blob ([0-9a-f]+)\t[0-9a-f]{32}\.json$/.exec(entry)?.[1] ?? []);
  if (entries.length === 0) return [];
  const out = Buffer.from(
    await repository.git(['cat-file', '--batch'], { input: `${entries.join('\n')}\n` }),
  );
  const answers: StoredAnswer[] = [];
  for (let at = 0; at < out.length; ) {
    const end = out.indexOf('\n', at);
    const size = Number(out.toString('utf8', at, end).split(' ')[2]);
    const answer = answerOf(out.toString('utf8', end + 1, end + 1 + size));
    if (answer) answers.push(answer);
    at = end + 1 + size + 1;
  }
  return answers;
}

/**
 * @param change  what is written, from what is there; none for nothing. Asked again when somebody else was quicker
 * @returns whether something was written
 */
export async function writeAnswers(
  branch: AnswersBranch,
  { message, date }: { readonly message: string; readonly date: string },
  change: (tip: string | undefined) => Promise<readonly StoredAnswer[]>,
): Promise<boolean> {
  const { repository, gitEnv } = branch;
  for (let tries = 1; tries <= MAX_TRIES; tries++) {
    const base = await fetchAnswers(branch);
    const answers = await change(base);
    if (answers.length === 0) return false;
    const written = answers.map((answer) => ({
      path: answerPath(answer.request),
      content: formatAnswer(answer),
    }));
    const files: readonly CommitFile[] = [...written, ...(await oldestOnes(branch, base, answers))];
    const commit = await commitIndex(repository, {
      base,
      merged: undefined,
      files,
      message,
      author: BOT,
      date,
    });
    if (await pushCommit(repository, { commit, base, branch: ANSWERS_BRANCH }, gitEnv)) return true;
    await sleep(PAUSE_MS * Math.min(tries, 10) * (0.5 + Math.random()));
  }
  throw new GalleryError(
    'ANSWERS_BUSY',
    `${ANSWERS_BRANCH} moved ${MAX_TRIES} times while an answer was written.`,
    'Run the job again; what it has done already is not done twice.',
  );
}

/** What nobody has carried out yet is no old answer. */
async function oldestOnes(
  branch: AnswersBranch,
  base: string | undefined,
  added: readonly StoredAnswer[],
): Promise<readonly CommitFile[]> {
  if (base === undefined) return [];
  const names = await branch.repository.paths(base, '.');
  const more = added.filter(({ request }) => !names.includes(answerPath(request))).length;
  const tooMany = names.length + more - MAX_ANSWERS;
  if (tooMany <= 0) return [];
  const old = (await readAnswers(branch, base))
    .filter(({ state, request }) => state !== 'received' && !added.some((item) => item.request === request))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return old.slice(0, tooMany).map(({ request }) => ({ path: answerPath(request), content: undefined }));
}

function formatAnswer(answer: StoredAnswer): string {
  return `${JSON.stringify(answer, undefined, 2)}\n`;
}

function answerOf(text: string): StoredAnswer | undefined {
  try {
    return storedAnswerSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
