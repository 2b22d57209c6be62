/** Takes up requests of build pipelines whose run was broken off: what was received and not answered for a while. */
import { fetchAnswers, readAnswers } from '../io/publish-status.ts';
import type { ActionContext } from './action-context.ts';
import { answersOf } from './answer-pipeline.ts';
import { readKeySecrets } from './authorize-pipeline.ts';
import { logText } from './log-text.ts';
import { isLanded, receiveRequest } from './receive.ts';
import type { Looked } from './scheduled.ts';

/** A run takes a minute or two, and may still be at it. */
const LEFT_AFTER_MS = 15 * 60_000;

/** One request that goes wrong must not keep the others waiting. */
export async function sweepReceived(
  context: ActionContext,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Looked> {
  const branch = answersOf(context);
  const secrets = readKeySecrets(environment);
  const before = Date.parse(context.now) - LEFT_AFTER_MS;
  const left = (await readAnswers(branch, await fetchAnswers(branch))).filter(
    ({ state, at }) => state === 'received' && Date.parse(at) < before,
  );
  let [mergedCount, failedCount] = [0, 0];
  for (const { request, payload, receivedAt } of left) {
    if (!payload) continue;
    try {
      const answer = await receiveRequest(context, secrets, payload, receivedAt);
      if (isLanded(answer)) mergedCount += 1;
      context.say(`request ${request}: ${answer.state} (${answer.status})`);
    } catch (error) {
      failedCount += 1;
      context.say(`request ${request}: ${logText(error instanceof Error ? error.message : String(error))}`);
    }
  }
  return { isMerged: mergedCount > 0, failedCount };
}
