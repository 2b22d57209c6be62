/**
 * Brings one commit onto the gallery's branch, however many others do so at once: decide on what is there now, commit, push,
 * and when somebody else was quicker, decide again on what is there then. Running it twice changes nothing the second time,
 * when whoever decides looks for what an earlier run has done.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { GalleryError } from '../domain/gallery-error.ts';
import { pushCommit } from '../io/commit-index.ts';
import type { ActionContext } from './action-context.ts';

const MAX_TRIES = 20;
const PAUSE_MS = 100;

export type Decided<T> =
  /** Nothing is to be pushed. */
  | { readonly kind: 'settled'; readonly outcome: T }
  /** @field outcome  once the commit is there */
  | { readonly kind: 'commit'; readonly base: string; readonly commit: string; readonly outcome: T };

/** @param decide  fetches the branch anew at each call */
export async function landCommit<T>(context: ActionContext, decide: () => Promise<Decided<T>>): Promise<T> {
  const { baseBranch: branch } = context;
  for (let tries = 1; ; tries++) {
    const decided = await decide();
    if (decided.kind === 'settled' || context.isDryRun) return decided.outcome;
    const { commit, base, outcome } = decided;
    if (await pushCommit(context.repository, { commit, base, branch }, context.gitEnv)) {
      // Before anything else can go wrong: what is in the branch has to be deployed, whether or not it can be told of.
      context.output('merged', 'true');
      return outcome;
    }
    if (tries >= MAX_TRIES) {
      throw new GalleryError(
        'BRANCH_BUSY',
        `${branch} moved ${MAX_TRIES} times while this was being merged.`,
        'Run the job again; nothing was changed.',
      );
    }
    context.say(`${branch} has moved: looking again at what is there now.`);
    await sleep(PAUSE_MS * tries);
  }
}
