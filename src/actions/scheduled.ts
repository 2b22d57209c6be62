/** Looks at every open request again: waiting periods end, and maintainers have decided meanwhile. */
import { isForPeople } from '../publish/request/form-request.ts';
import { ISSUE_FORMS } from '../publish/request/issue-forms.ts';
import type { ActionContext } from './action-context.ts';
import { logText } from './log-text.ts';
import { mergedOrMoved } from './merge.ts';
import { mergeRequest } from './merge-request.ts';
import { wantedRequest } from './request-of-event.ts';
import { talk } from './talk.ts';

/** Nothing depends on how often this really runs. */
const TURN_MS = 6 * 3_600_000;
export interface Looked {
  readonly isMerged: boolean;
  readonly failedCount: number;
}

/** One request that goes wrong must not keep the others waiting. */
export async function lookAtOpenRequests(context: ActionContext): Promise<Looked> {
  const requests = await context.github.openRequests({ issueLabels: Object.keys(ISSUE_FORMS) });
  let failedCount = 0;
  let isMerged = false;
  context.output('merged', 'false');
  // Each time another is the first: one that takes all the time that there is must not always come before the same others.
  const first = Math.floor(Date.parse(context.now) / TURN_MS) % Math.max(1, requests.length);
  for (const { number } of [...requests.slice(first), ...requests.slice(0, first)]) {
    try {
      // Those before it took their time: meanwhile it may be closed, or a draft.
      const wanted = await wantedRequest(context, await context.github.request(number));
      if (!wanted || (wanted.kind === 'issue' && isForPeople(wanted.form))) continue;
      const outcome = await mergedOrMoved(context, () => mergeRequest(context, wanted));
      if (outcome?.kind === 'not-accepted') await talk(context, outcome.evaluated);
      else if (outcome) isMerged = true;
      context.say(`#${number}: ${outcome?.kind ?? 'has moved'}`);
    } catch (error) {
      failedCount += 1;
      context.say(`#${number}: ${logText(error instanceof Error ? error.message : String(error))}`);
    }
  }
  return { isMerged, failedCount };
}
