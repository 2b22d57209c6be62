/** Looks at every open request again: waiting periods end, and maintainers have decided meanwhile. */
import { isForPeople } from '../publish/request/form-request.ts';
import { ISSUE_FORMS } from '../publish/request/issue-forms.ts';
import type { ActionContext } from './action-context.ts';
import { mergedOrMoved } from './merge.ts';
import { mergeRequest } from './merge-request.ts';
import { wantedRequest } from './request-of-event.ts';
import { talk } from './talk.ts';

export interface Looked {
  readonly isMerged: boolean;
  readonly failedCount: number;
}

/** One request that goes wrong must not keep the others waiting. */
export async function lookAtOpenRequests(context: ActionContext): Promise<Looked> {
  const requests = await context.github.openRequests({ issueLabels: Object.keys(ISSUE_FORMS) });
  let [mergedCount, failedCount] = [0, 0];
  for (const request of requests) {
    try {
      const wanted = await wantedRequest(context, request);
      if (!wanted || (wanted.kind === 'issue' && isForPeople(wanted.form))) continue;
      const outcome = await mergedOrMoved(context, () => mergeRequest(context, wanted));
      if (outcome?.kind === 'not-accepted') await talk(context, outcome.evaluated);
      if (outcome?.kind === 'merged') mergedCount += 1;
      context.say(`#${request.number}: ${outcome?.kind ?? 'has moved'}`);
    } catch (error) {
      failedCount += 1;
      context.say(`#${request.number}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { isMerged: mergedCount > 0, failedCount };
}
