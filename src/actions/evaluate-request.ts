/**
 * One look at a request: fetch what it is held against, gather the facts, decide. Whoever checks, comments or merges looks
 * anew, for nothing that another job has found out may be trusted.
 */
import { createHash } from 'node:crypto';
import type { Gallery } from '../domain/gallery.ts';
import { GalleryError } from '../domain/gallery-error.ts';
import { isTimestamp } from '../domain/timestamp.ts';
import { withBaseGallery } from '../io/base-gallery.ts';
import { type GatheredPackage, gatherPullRequest } from '../io/gather-request.ts';
import { isOwnComment } from '../io/github.ts';
import { readApprovals } from '../publish/request/approvals.ts';
import {
  type GalleryRequest,
  isMaintainer,
  type Labeling,
  type Permission,
} from '../publish/request/request.ts';
import type { RequestFacts } from '../publish/request/request-facts.ts';
import { decideRequest, type Verdict } from '../publish/request/verdict.ts';
import type { ActionContext } from './action-context.ts';
import { gatherIssue } from './gather-issue.ts';
import { findOwnComment, type OwnComment, type RequestMarker } from './request-marker.ts';
import type { WantedRequest } from './request-of-event.ts';

export interface EvaluatedRequest {
  readonly request: GalleryRequest;
  readonly labels: readonly Labeling[];
  readonly comment: OwnComment | undefined;
  readonly marker: RequestMarker;
  /** The commit of the base branch that it was held against. */
  readonly base: string;
  readonly facts: RequestFacts;
  readonly packages: readonly (GatheredPackage | undefined)[];
  readonly commitCount: number;
  readonly verdict: Verdict;
  readonly gallery: Gallery;
}

/** @throws GalleryError HEAD_MOVED when the pull request is at another commit by now */
export async function evaluateRequest(
  context: ActionContext,
  asked: WantedRequest,
): Promise<EvaluatedRequest> {
  const { request } = asked;
  const { github, repository, now } = context;
  const [comments, labels, authorPermission] = await Promise.all([
    github.comments(request.number),
    github.labelings(request.number),
    github.permissionOf(request.author.login),
  ]);
  const permissions = await permissionsOf(context, [
    ...labels.flatMap(({ by }) => by?.login ?? []),
    ...comments.filter(({ author }) => !author.isBot).map(({ author }) => author.login),
  ]);
  const comment = findOwnComment(comments, (item) => isOwnComment(item));
  const wanted = (asked.kind === 'pull-request' ? asked.head : undefined) ?? headOf(request);
  const marker = {
    head: wanted,
    seenAt: comment?.head === wanted ? comment.seenAt : (eventTime(context, wanted) ?? now),
  };
  const approvals = readApprovals(
    labels,
    comments,
    (login) => isMaintainer(permissions.get(login.toLowerCase()) ?? 'none'),
    marker.seenAt,
  );
  const base = await fetchBase(context);
  if (request.kind === 'pull-request') await fetchHead(context, request.number, wanted);
  return withBaseGallery(repository, base, async (found) => {
    const about = { authorPermission, approvals, seenAt: marker.seenAt, now, run: context.run };
    const { facts, packages, commitCount } =
      asked.kind === 'pull-request'
        ? await gatherPullRequest(repository, found, base, wanted, { ...about, request: asked.request })
        : await gatherIssue(
            repository,
            found,
            base,
            { ...about, request: asked.request },
            asked.form,
            context.download,
          );
    const verdict = decideRequest(facts);
    const { gallery } = found;
    return { request, labels, comment, marker, base, facts, packages, commitCount, verdict, gallery };
  });
}

/** @returns the commit at which the gallery's branch is now */
export async function fetchBase({ repository, baseBranch, gitEnv }: ActionContext): Promise<string> {
  const args = ['fetch', '--quiet', '--no-tags', 'origin', `refs/heads/${baseBranch}`];
  await repository.git(args, { env: gitEnv });
  return (await repository.git(['rev-parse', 'FETCH_HEAD'])).trim();
}

/** Who edits an issue asks anew. */
export function headOf(request: GalleryRequest): string {
  return request.kind === 'pull-request' ? request.headSha : hashOfText(request);
}

function hashOfText({ title, body }: { readonly title: string; readonly body: string }): string {
  return createHash('sha256').update(`${title}\n${body}`).digest('hex');
}

/** Of these GitHub tells when they happened to what the event shows. A push may be newer than the time that comes with it. */
const TIMED: ReadonlySet<string> = new Set(['opened', 'edited', 'labeled']);

/** When something happened to this very head: a label that was put there before the run began counts then. */
function eventTime({ event, now }: ActionContext, head: string): string | undefined {
  if (!TIMED.has(event.action ?? '')) return undefined;
  const { pull_request: pull, issue } = event;
  const known = pull
    ? { head: pull.head.sha, at: pull.updated_at }
    : issue && { head: hashOfText({ title: issue.title, body: issue.body ?? '' }), at: issue.updated_at };
  return known?.head === head && isTimestamp(known.at) && known.at < now ? known.at : undefined;
}

/** By the very commit: what was pushed since is another request. */
async function fetchHead(
  { repository, gitEnv }: ActionContext,
  number: number,
  wanted: string,
): Promise<void> {
  await repository.git(
    ['-c', 'fetch.fsckObjects=true', 'fetch', '--quiet', '--no-tags', 'origin', `refs/pull/${number}/head`],
    { env: gitEnv },
  );
  const found = (await repository.git(['rev-parse', 'FETCH_HEAD'])).trim();
  if (found === wanted) return;
  throw new GalleryError(
    'HEAD_MOVED',
    `The pull request is at ${found} by now, not at ${wanted}.`,
    'Nothing is to be done: the newer commit is looked at by a run of its own.',
  );
}

async function permissionsOf(
  { github }: ActionContext,
  logins: readonly string[],
): Promise<ReadonlyMap<string, Permission>> {
  const found = new Map<string, Permission>();
  for (const login of new Set(logins.map((item) => item.toLowerCase()))) {
    found.set(login, await github.permissionOf(login));
  }
  return found;
}
