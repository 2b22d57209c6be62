/**
 * Takes a request of a build pipeline: `received` is kept first, with all that another run needs; then the package is
 * fetched and gated, the decision is made on what the gallery is now, and the answer is kept. A run that is broken off at
 * any point leaves nothing or a whole commit, and another one of the same request goes on from there.
 */
import { hasErrors } from '../domain/finding.ts';
import { GalleryError } from '../domain/gallery-error.ts';
import type { PublishRequest } from '../domain/publish-request.ts';
import { findingOf } from '../domain/rule.ts';
import type { StoredAnswer } from '../domain/stored-answer.ts';
import { fetchAnswers, readAnswer } from '../io/publish-status.ts';
import { parsePublishRequest, type UnusableRequest } from '../publish/pipeline/parse-publish-request.ts';
import { INDEX_ROOT } from '../publish/request/tree-change.ts';
import { readGallerySettings } from '../read/gallery-settings.ts';
import { formatFindings } from '../report/terminal-text.ts';
import { requestInvalid } from '../rules/request-invalid.ts';
import { requestTaken } from '../rules/request-taken.ts';
import type { ActionContext } from './action-context.ts';
import {
  type AnswerHead,
  answersOf,
  formatAnswerSummary,
  isFinal,
  isOthers,
  keepAnswer,
  receivedAnswer,
  requestDigest,
  settledAnswer,
} from './answer-pipeline.ts';
import { authorizePipeline, type KeySecretMap, readKeySecrets } from './authorize-pipeline.ts';
import { fetchBase } from './evaluate-request.ts';
import { landPipeline, type PipelineOutcome } from './land-pipeline.ts';
import { logText } from './log-text.ts';
import { openAskedPackage } from './receive-package.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** @returns the exit code: 1 when there is nobody to answer to. A refusal is an answer */
export async function receiveEvent(context: ActionContext, environment: Environment): Promise<0 | 1> {
  const asked = parsePublishRequest(payloadOf(context));
  const answer = asked.ok
    ? await receiveRequest(context, readKeySecrets(environment), asked.value)
    : await refuseUnusable(context, asked.problem);
  context.output('merged', String(isLanded(answer) && !context.isDryRun));
  context.summarize(formatAnswerSummary(answer));
  for (const { code, message, remedy = '' } of answer.findings)
    context.say(logText(`${code}: ${message} ${remedy}`.trim()));
  context.say(`${answer.state} (${answer.status})`);
  if (context.isDryRun) process.stdout.write(`${JSON.stringify(answer, undefined, 2)}\n`);
  return answer.request === '' ? 1 : 0;
}

/** In the index, and not on the site yet. */
export function isLanded({ state }: StoredAnswer): boolean {
  return state === 'published';
}

function payloadOf({ event }: ActionContext): unknown {
  if (event.client_payload !== undefined) return event.client_payload;
  try {
    return JSON.parse(event.inputs?.payload ?? '');
  } catch {
    return undefined;
  }
}

/** @param receivedAt  when an earlier run saw it */
export async function receiveRequest(
  context: ActionContext,
  secrets: KeySecretMap,
  asked: PublishRequest,
  receivedAt = context.now,
): Promise<StoredAnswer> {
  const { request, id, version } = asked;
  const digest = requestDigest(context, asked);
  const head: AnswerHead = { request, id, version, digest, receivedAt };
  const branch = answersOf(context);
  const before = await readAnswer(branch, await fetchAnswers(branch), request);
  if (isOthers(before, digest)) {
    // The name is another's, and so is the answer under it.
    const finding = findingOf(requestTaken, { file: 'request' }, { request });
    return settledAnswer(context, head, { kind: 'refused', findings: [finding] });
  }
  if (before?.digest === digest && isFinal(before)) return before;
  const since = { ...head, receivedAt: before?.state === 'received' ? before.receivedAt : receivedAt };
  const outcome = await carryOut(context, secrets, asked, since, before);
  const answer = settledAnswer(context, since, outcome);
  await keepAnswer(context, answer);
  return answer;
}

async function carryOut(
  context: ActionContext,
  secrets: KeySecretMap,
  asked: PublishRequest,
  head: AnswerHead,
  before: StoredAnswer | undefined,
): Promise<PipelineOutcome> {
  const { receivedAt, digest } = head;
  const base = await fetchBase(context);
  const policy = await policyOf(context, base);
  // What comes along whole is searched for secrets before anything of it is kept.
  const sent =
    asked.content === undefined ? undefined : await openAskedPackage(asked, policy, context.download);
  if (before?.state !== 'received') {
    const isKept = sent === undefined || !hasErrors(sent.findings);
    await keepAnswer(context, receivedAnswer(context, head, isKept ? asked : undefined));
  }
  if (asked.keyId !== undefined) {
    // A key is looked at before anything is fetched in its name; a workflow's proof may be about the bytes.
    const early = await authorizePipeline(context, secrets, base, { asked, receivedAt, bytes: undefined });
    if (!early.ok) return { kind: 'refused', findings: [early.problem.finding] };
  }
  const opened =
    asked.action === 'publish'
      ? (sent ?? (await openAskedPackage(asked, policy, context.download)))
      : undefined;
  if (opened && !opened.entered) return { kind: 'refused', findings: opened.findings };
  const proven = { asked, receivedAt, bytes: opened?.entered?.bytes };
  return landPipeline(context, secrets, { proven, digest, opened });
}

async function policyOf({ repository }: ActionContext, base: string) {
  const file = `${INDEX_ROOT}gallery.yaml`;
  const { value } = readGallerySettings((await repository.text(base, file)) ?? '', { file });
  if (value) return value.policy;
  throw new GalleryError(
    'SETTINGS_UNREADABLE',
    `${file} cannot be read.`,
    'Run `pwshelf check` on the main branch and mend what it tells.',
  );
}

async function refuseUnusable(
  context: ActionContext,
  { request = '', id, version, problems }: UnusableRequest,
): Promise<StoredAnswer> {
  const finding = findingOf(requestInvalid, { file: 'request' }, { problems });
  context.say(logText(formatFindings([finding], { isColoured: false })));
  const head: AnswerHead = { request, id, version, digest: '', receivedAt: context.now };
  const answer = settledAnswer(context, head, { kind: 'refused', findings: [finding] });
  if (request !== '') await keepAnswer(context, answer);
  return answer;
}
