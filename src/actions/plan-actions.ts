/** What is done about a verdict: the comment, the labels, the commit. Planned apart from doing it, so that it can be read. */

import type { CommitFile, CommitPerson } from '../io/commit-index.ts';
import type { GatheredPackage } from '../io/gather-request.ts';
import { planFiles } from '../io/plan-files.ts';
import type { GitHubUser, Labeling } from '../publish/request/request.ts';
import { INCOMING_FOLDER, INDEX_ROOT, type TreeChange } from '../publish/request/tree-change.ts';
import type { IndexPlan, Verdict } from '../publish/request/verdict.ts';
import { printableLine } from '../report/printable.ts';
import type { EvaluatedRequest } from './evaluate-request.ts';

/** Labels that tell the state of a request; of these it bears one. */
const STATE_LABELS = {
  merge: 'pwshelf: accepted',
  'needs-review': 'pwshelf: needs review',
  reject: 'pwshelf: rejected',
  waiting: 'pwshelf: waiting',
} as const;

export type TalkAction =
  | { readonly kind: 'create-comment'; readonly body: string }
  | { readonly kind: 'update-comment'; readonly id: number; readonly body: string }
  | { readonly kind: 'add-label'; readonly name: string }
  | { readonly kind: 'remove-label'; readonly name: string };

/** @param comment  the one that is there already */
export function planTalk(
  verdict: Verdict,
  body: string,
  comment: { readonly id: number; readonly body: string } | undefined,
  labels: readonly Labeling[],
): readonly TalkAction[] {
  const wanted = STATE_LABELS[stateOf(verdict)];
  const there = labels.map(({ name }) => name);
  const states: readonly string[] = Object.values(STATE_LABELS);
  return [
    ...(comment === undefined
      ? [{ kind: 'create-comment', body } as const]
      : comment.body.trim() === body.trim()
        ? []
        : [{ kind: 'update-comment', id: comment.id, body } as const]),
    ...there
      .filter((name) => states.includes(name) && name !== wanted)
      .map((name) => ({ kind: 'remove-label', name }) as const),
    ...(there.includes(wanted) ? [] : [{ kind: 'add-label', name: wanted } as const]),
  ];
}

/** The verdict, and whether time alone is what it takes. */
export function stateOf({ kind, holds }: Verdict): Verdict['kind'] | 'waiting' {
  return kind === 'needs-review' && holds.every((hold) => hold.kind === 'waiting') ? 'waiting' : kind;
}

export interface PlannedCommit {
  readonly files: readonly CommitFile[];
  readonly message: string;
  readonly author: CommitPerson;
  /** Whether the head becomes a parent: GitHub then shows the pull request as merged. */
  readonly isMerge: boolean;
}

export interface CommitFacts {
  readonly plan: IndexPlan;
  readonly packages: readonly (Pick<GatheredPackage, 'bytes'> | undefined)[];
  readonly author: GitHubUser;
  readonly url: string;
  readonly head: string;
  readonly isPullRequest: boolean;
  readonly commitCount: number;
  readonly changes: readonly TreeChange[];
  /** Files of the base branch below the index. */
  readonly existingPaths: readonly string[];
}

/** Of a request that was looked at; undefined when nothing of it may be merged. */
export function planRequestCommit(evaluated: EvaluatedRequest): PlannedCommit | undefined {
  const { request, verdict, packages, marker, commitCount, facts } = evaluated;
  return (
    verdict.plan &&
    planCommit({
      plan: verdict.plan,
      packages,
      author: request.author,
      url: request.url,
      head: marker.head,
      isPullRequest: request.kind === 'pull-request',
      commitCount,
      changes: facts.changes,
      existingPaths: facts.existingPaths,
    })
  );
}

export function planCommit(facts: CommitFacts): PlannedCommit {
  const { plan, packages, author, commitCount, changes } = facts;
  const files: CommitFile[] = [
    ...planFiles(plan, packages),
    // Sources that lie there from before have become packages, or never will.
    ...facts.existingPaths
      .filter((path) => isSource(path) && !path.endsWith('/.gitkeep'))
      .map((path) => ({ path, content: undefined })),
  ];
  return {
    files,
    message: formatMessage(facts),
    author: { name: author.login, email: `${author.id}+${author.login}@users.noreply.github.com` },
    // Of several commits the earlier ones may hold anything, and so may sources that no package takes up: what a person took
    // back, and what nobody has searched for secrets, must not stay in history.
    isMerge: facts.isPullRequest && commitCount === 1 && !changes.some(({ path }) => isSource(path)),
  };
}

function isSource(path: string): boolean {
  return path.startsWith(INDEX_ROOT + INCOMING_FOLDER);
}

/** The lines by which a later run knows that this request is done. */
export function doneLines(url: string, head: string): readonly string[] {
  return [`Request: ${url}`, `Head: ${head}`];
}

function formatMessage({ plan, url, head }: CommitFacts): string {
  const approvals = plan.approvals.map(({ rule, by, reason }) => `Allowed: ${rule} by ${by}: ${reason}`);
  const lines = [...doneLines(url, head), ...approvals].map(printableLine);
  return `${printableLine(plan.subject)}\n\n${lines.join('\n')}\n`;
}
