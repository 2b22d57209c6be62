/** The request itself: made, sent once, and followed. */
import { randomBytes } from 'node:crypto';
import { GalleryError } from '../domain/gallery-error.ts';
import {
  PUBLISH_EVENT,
  PUBLISH_INPUT,
  PUBLISH_WORKFLOW,
  type PublishAnswer,
} from '../domain/publish-answer.ts';
import { type PublishRequest, publishRequestSchema } from '../domain/publish-request.ts';
import { followPublish } from '../io/follow-publish.ts';
import type { GitHubRepository } from '../io/github.ts';
import { secondsFromNow } from '../io/now.ts';
import type { SigningSecret } from '../publish/keys/key-text.ts';
import { signRequest } from '../publish/keys/sign.ts';
import type { PushArguments } from './push-arguments.ts';
import { progressText } from './push-report.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './verb.ts';

/** For how long the signature counts: other requests may have to be looked at before. */
const EXPIRES_SECONDS = 3600;

/** @param key  undefined when a bundle is sent in its place */
export function makeRequest(
  { gallery, action, keyId, bundle = '' }: PushArguments,
  what: Pick<PublishRequest, 'id' | 'version'> & Partial<Pick<PublishRequest, 'sha512' | 'url' | 'content'>>,
  key: SigningSecret | undefined,
): PublishRequest {
  const asked = {
    request: randomBytes(16).toString('hex'),
    action,
    ...what,
    keyId,
    expires: secondsFromNow(EXPIRES_SECONDS),
  };
  const made = publishRequestSchema.safeParse(
    key ? signRequest(gallery, asked, key) : { ...asked, proof: bundle },
  );
  if (made.success) return made.data;
  const { path = [], message = '' } = made.error.issues[0] ?? {};
  throw new UsageError(`this cannot be asked of a gallery: ${path.join('.')}: ${message}.`);
}

type Gate = Pick<GitHubRepository, 'dispatchRepository' | 'dispatch' | 'repositorySettings'>;

/** Once: whoever gets no answer cannot know whether GitHub took it, and finds out by following. */
export async function send(github: Gate, request: PublishRequest, terminal: Terminal): Promise<void> {
  try {
    await github.dispatchRepository(PUBLISH_EVENT, request).catch(async (error: unknown) => {
      if (!isFailure(error, 'GITHUB_REFUSED')) throw error;
      await startWorkflow(github, request);
    });
  } catch (error) {
    if (!isFailure(error, 'GITHUB_UNREACHABLE')) throw error;
    terminal.say(`${error.message} Whether it took the request all the same will show.`);
  }
}

/** By hand, as it were: a token that may do this and send no event cannot push to the gallery either, which is as well. */
async function startWorkflow(github: Gate, request: PublishRequest): Promise<void> {
  try {
    const { defaultBranch } = await github.repositorySettings();
    const inputs = { [PUBLISH_INPUT]: JSON.stringify(request) };
    await github.dispatch(PUBLISH_WORKFLOW, defaultBranch, inputs);
  } catch (error) {
    if (!isFailure(error, 'GITHUB_REFUSED')) throw error;
    throw new GalleryError(
      error.code,
      error.message,
      'The token needs the permission Actions: write for the repository of the gallery, or Contents: write, with which ' +
        'it could push there too.',
      { cause: error },
    );
  }
}

function isFailure(error: unknown, code: string): error is GalleryError {
  return error instanceof GalleryError && error.code === code;
}

/** @returns undefined when nothing was answered, or nothing was waited for */
export async function follow(
  github: Pick<GitHubRepository, 'fileText'>,
  request: string,
  { until, timeoutSeconds }: PushArguments,
  terminal: Terminal,
  secondMs: number | undefined,
): Promise<PublishAnswer | undefined> {
  if (until === 'sent') return undefined;
  let shown: string | undefined;
  return followPublish(github, {
    request,
    timeoutSeconds,
    secondMs,
    isDone: ({ state }) => state === 'refused' || state === 'live' || state === until,
    onLook: (answer, seconds) => {
      const state = answer?.state;
      const isNews = state !== undefined && state !== shown;
      shown = state;
      terminal.progress(progressText(answer, seconds), isNews);
    },
  });
}
