/** The answer to a build pipeline: made of what came out, kept on its branch, and shown on the page of the run. */
import { createHash } from 'node:crypto';
import type { Finding } from '../domain/finding.ts';
import { type PublishRequest, signedText } from '../domain/publish-request.ts';
import type { StoredAnswer } from '../domain/stored-answer.ts';
import { type AnswersBranch, readAnswer, writeAnswers } from '../io/publish-status.ts';
import { answerStatus } from '../publish/pipeline/answer-status.ts';
import { findingText } from '../report/finding-text.ts';
import type { ActionContext } from './action-context.ts';
import type { PipelineOutcome } from './land-pipeline.ts';
import { codeText, plainText } from './markdown-text.ts';

/** What a request is called, and since when the gallery knows it. */
export type AnswerHead = Pick<StoredAnswer, 'request' | 'id' | 'version' | 'digest' | 'receivedAt'>;

const FINDINGS_KEPT = 50;

export function requestDigest({ galleryName }: ActionContext, asked: PublishRequest): string {
  return createHash('sha256').update(signedText(galleryName, asked)).digest('hex');
}

/** @param payload  with which another run can take it up */
export function receivedAnswer(
  context: ActionContext,
  head: AnswerHead,
  payload: PublishRequest | undefined,
): StoredAnswer {
  return {
    ...headOf(context, head),
    state: 'received',
    status: 202,
    findings: [],
    ...(payload && { payload }),
  };
}

export function settledAnswer(
  context: ActionContext,
  head: AnswerHead,
  outcome: PipelineOutcome,
): StoredAnswer {
  const isRefused = outcome.kind === 'refused';
  return {
    ...headOf(context, head),
    state: isRefused ? 'refused' : 'published',
    status: isRefused ? Math.max(400, answerStatus(outcome.findings)) : 201,
    findings: outcome.findings.slice(0, FINDINGS_KEPT).map(toldFinding),
    ...(!isRefused && { commit: outcome.commit }),
  };
}

function headOf({ now, run }: ActionContext, { request, id, version, digest, receivedAt }: AnswerHead) {
  return { request, id, version, digest, receivedAt, at: now, ...(run !== undefined && { run }) };
}

/** The place inside of an archive helps; that of a run's own disk would not. */
function toldFinding(finding: Finding) {
  const { message, remedy } = findingText(finding);
  const { code, severity, place } = finding;
  return { code, severity, ...(place.entry !== undefined && { entry: place.entry }), message, remedy };
}

/** Whether nothing comes of looking at it again. A key may be put right, and time passes. */
export function isFinal({ state, status }: StoredAnswer): boolean {
  return (
    state === 'published' || state === 'live' || (state === 'refused' && status !== 403 && status !== 429)
  );
}

/** Whether a request has the name of another one, which was let in or may yet be. */
export function isOthers(before: StoredAnswer | undefined, digest: string): boolean {
  return before !== undefined && ![digest, ''].includes(before.digest) && before.status !== 403;
}

/** What was answered for good, or to another request, stays. */
export async function keepAnswer(context: ActionContext, answer: StoredAnswer): Promise<void> {
  if (context.isDryRun) return;
  const message = `Answer ${answer.request}: ${answer.state}\n`;
  await writeAnswers(answersOf(context), { message, date: context.now }, async (tip) => {
    const before = await readAnswer(answersOf(context), tip, answer.request);
    const isSettled = before?.digest === answer.digest && isFinal(before);
    return isSettled || isOthers(before, answer.digest) ? [] : [answer];
  });
}

export function answersOf({ repository, gitEnv }: ActionContext): AnswersBranch {
  return { repository, gitEnv };
}

export function formatAnswerSummary(answer: StoredAnswer): string {
  const { id, version, state, status, request, commit, findings } = answer;
  const lines = findings.map(({ code, message, remedy }) =>
    [
      `- **${plainText(code)}**: ${plainText(message)}`,
      ...(remedy === undefined ? [] : [`  → ${plainText(remedy)}`]),
    ].join('\n'),
  );
  return `${[
    `## ${plainText(`${id} ${version}`.trim() || 'A request')}: ${state} (${status})`,
    `Request ${codeText(request)}${commit === undefined ? '' : `, commit ${codeText(commit)}`}.`,
    lines.join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n')}\n`;
}
