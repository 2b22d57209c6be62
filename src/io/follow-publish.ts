/** Waits for what a gallery answers to a request of a build pipeline: asks less and less often, and forgives a bad net. */
import { setTimeout as wait } from 'node:timers/promises';
import { GalleryError } from '../domain/gallery-error.ts';
import {
  ANSWERS_BRANCH,
  answerPath,
  type PublishAnswer,
  publishAnswerSchema,
} from '../domain/publish-answer.ts';
import type { GitHubRepository } from './github.ts';

const FIRST_WAIT_SECONDS = 3;
const LONGEST_WAIT_SECONDS = 15;

export interface Following {
  readonly request: string;
  readonly timeoutSeconds: number;
  readonly isDone: (answer: PublishAnswer) => boolean;
  /** After each look, with what is known by then and how long it has been. */
  readonly onLook: (answer: PublishAnswer | undefined, seconds: number) => void;
  /** How long a second of waiting takes; less in tests. */
  readonly secondMs?: number | undefined;
}

/** @returns the last answer that came, which is not the one waited for when the time was up */
export async function followPublish(
  github: Pick<GitHubRepository, 'fileText'>,
  { request, timeoutSeconds, isDone, onLook, secondMs = 1000 }: Following,
): Promise<PublishAnswer | undefined> {
  let answer: PublishAnswer | undefined;
  let waited = 0;
  let pause = FIRST_WAIT_SECONDS;
  while (waited < timeoutSeconds) {
    pause = Math.min(pause, timeoutSeconds - waited);
    await wait(pause * secondMs);
    waited += pause;
    pause = Math.min(pause * 1.4, LONGEST_WAIT_SECONDS);
    answer = (await answerOf(github, request)) ?? answer;
    onLook(answer, Math.round(waited));
    if (answer && isDone(answer)) return answer;
  }
  return answer;
}

async function answerOf(
  github: Pick<GitHubRepository, 'fileText'>,
  request: string,
): Promise<PublishAnswer | undefined> {
  const text = await github.fileText(answerPath(request), ANSWERS_BRANCH).catch((error: unknown) => {
    const isPassing =
      error instanceof GalleryError && ['GITHUB_UNREACHABLE', 'GITHUB_LIMIT'].includes(error.code);
    if (isPassing) return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const parsed = publishAnswerSchema.safeParse(jsonOf(text));
  if (parsed.success && parsed.data.request === request) return parsed.data;
  throw new GalleryError(
    'ANSWER_UNREADABLE',
    `${answerPath(request)} on the branch ${ANSWERS_BRANCH} is no answer to this request that can be read.`,
    'Look at it on GitHub; a gallery of another version may write what this version of pwshelf does not know.',
    parsed.success ? {} : { cause: parsed.error },
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
