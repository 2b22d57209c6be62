/** Merges the request of an event when it is accepted, and says so to the jobs that follow. */
import { GalleryError } from '../domain/gallery-error.ts';
import { isForPeople } from '../publish/request/form-request.ts';
import type { ActionContext } from './action-context.ts';
import { type MergeOutcome, mergeRequest } from './merge-request.ts';
import { requestOfEvent } from './request-of-event.ts';

export async function mergeOfEvent(context: ActionContext): Promise<MergeOutcome | undefined> {
  // Of several lines for one name the last counts.
  context.output('merged', 'false');
  const found = await requestOfEvent(context);
  const isForProgram = found && !(found.kind === 'issue' && isForPeople(found.form));
  const outcome = isForProgram ? await mergedOrMoved(context, () => mergeRequest(context, found)) : undefined;
  context.say(outcomeText(outcome));
  return outcome;
}

/** A newer commit has a run of its own. */
export async function mergedOrMoved(
  context: ActionContext,
  merge: () => Promise<MergeOutcome>,
): Promise<MergeOutcome | undefined> {
  try {
    return await merge();
  } catch (error) {
    if (!(error instanceof GalleryError) || error.code !== 'HEAD_MOVED') throw error;
    context.say(error.message);
    return undefined;
  }
}

function outcomeText(outcome: MergeOutcome | undefined): string {
  switch (outcome?.kind) {
    case undefined:
      return 'There is nothing to merge.';
    case 'merged':
      return `Merged as ${outcome.commit}.`;
    case 'done-before':
      return `Merged before, as ${outcome.commit}.`;
    case 'not-accepted':
      return `Not merged: ${outcome.evaluated.verdict.kind}.`;
    default:
      return outcome satisfies never;
  }
}
