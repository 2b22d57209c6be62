/**
 * Merges what a verdict accepts, as one commit on top of the branch. When somebody else was quicker, everything is looked
 * at again on what is there now: the request may no longer be acceptable. Running it twice changes nothing the second time.
 */
import { packagePagePath } from '../feed/urls.ts';
import { BOT, commitIndex } from '../io/commit-index.ts';
import type { ActionContext } from './action-context.ts';
import { type EvaluatedRequest, evaluateRequest } from './evaluate-request.ts';
import { landCommit } from './land-commit.ts';
import { doneLines, planRequestCommit } from './plan-actions.ts';
import type { WantedRequest } from './request-of-event.ts';
import { talk } from './talk.ts';

export type MergeOutcome =
  | {
      readonly kind: 'merged';
      readonly commit: string;
      /** Paths that it writes or takes away. */
      readonly files: readonly string[];
      readonly evaluated: EvaluatedRequest;
    }
  /** A run before this one did it. */
  | { readonly kind: 'done-before'; readonly commit: string }
  | { readonly kind: 'not-accepted'; readonly evaluated: EvaluatedRequest };

export async function mergeRequest(context: ActionContext, wanted: WantedRequest): Promise<MergeOutcome> {
  const landed = await landCommit<Landed>(context, async () => {
    const evaluated = await evaluateRequest(context, wanted);
    const before = await doneBefore(context, evaluated);
    if (before !== undefined) {
      if (!context.isDryRun) context.output('merged', 'true');
      const outcome = { kind: 'done-before', commit: before } as const;
      return { kind: 'settled', outcome: { outcome, evaluated } };
    }
    const { verdict, base } = evaluated;
    if (verdict.kind !== 'merge' || !verdict.plan) {
      const outcome = { kind: 'not-accepted', evaluated } as const;
      return { kind: 'settled', outcome: { outcome, evaluated } };
    }
    const { commit, files } = await makeCommit(context, evaluated);
    const outcome = { kind: 'merged', commit, files, evaluated } as const;
    return { kind: 'commit', base, commit, outcome: { outcome, evaluated } };
  });
  const { outcome, evaluated } = landed;
  if (outcome.kind !== 'not-accepted') await settle(context, evaluated, outcome.commit);
  return outcome;
}

interface Landed {
  readonly outcome: MergeOutcome;
  readonly evaluated: EvaluatedRequest;
}

async function makeCommit(
  { repository, now }: ActionContext,
  evaluated: EvaluatedRequest,
): Promise<{ readonly commit: string; readonly files: readonly string[] }> {
  const planned = planRequestCommit(evaluated);
  if (!planned) throw new Error('a verdict without a plan is not committed');
  const { base, marker } = evaluated;
  const merged = planned.isMerge ? marker.head : undefined;
  const commit = await commitIndex(repository, { ...planned, base, merged, date: now });
  return { commit, files: planned.files.map(({ path }) => path) };
}

/**
 * Only the gallery's own commits tell what is done, and only in the lines that it begins its messages with: heads that were
 * merged lie in the history too, and anybody can write such lines into those, or into a title that a merge by hand takes over.
 */
async function doneBefore({ repository }: ActionContext, { request, marker, base }: EvaluatedRequest) {
  const wanted = doneLines(request.url, marker.head);
  const found = await repository.git([
    'log',
    '-z',
    '--format=%H%n%B',
    '--first-parent',
    '--fixed-strings',
    '--all-match',
    `--committer=${BOT.email}`,
    ...wanted.map((line) => `--grep=${line}`),
    base,
    '--',
  ]);
  for (const entry of found.split('\0')) {
    const [commit = '', , , ...lines] = entry.split('\n');
    if (commit !== '' && wanted.every((line, at) => lines[at] === line)) return commit;
  }
  return undefined;
}

/** Tells of it, and closes what GitHub does not close by itself. */
async function settle(context: ActionContext, evaluated: EvaluatedRequest, commit: string): Promise<void> {
  if (context.isDryRun) return;
  const { github } = context;
  const { request, verdict, gallery } = evaluated;
  const { siteUrl } = gallery.settings;
  const ids = verdict.plan?.records.map(({ id }) => id) ?? [];
  const pageUrls = siteUrl === undefined ? [] : ids.map((id) => new URL(packagePagePath(id), siteUrl).href);
  const accepted = { ...evaluated, verdict: { ...verdict, kind: 'merge', findings: [], holds: [] } as const };
  await talk(context, verdict.kind === 'merge' ? evaluated : accepted, { commit, pageUrls });
  const now = await github.request(request.number);
  if (now.isOpen) await github.close(request.number, request.kind === 'issue' ? 'completed' : undefined);
}
