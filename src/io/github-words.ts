/** What GitHub's API says of requests, in the words of the domain. */
import type {
  GitHubUser,
  Issue,
  Labeling,
  Permission,
  PullRequest,
  RequestComment,
} from '../publish/request/request.ts';

interface ApiUser {
  readonly login: string;
  readonly id: number;
  readonly type?: string | undefined;
}

interface ApiRequest {
  readonly number: number;
  readonly html_url: string;
  readonly title: string;
  readonly body?: string | null | undefined;
  readonly user: ApiUser | null;
  readonly state: string;
  readonly created_at: string;
}

interface ApiPullRequest extends ApiRequest {
  readonly draft?: boolean | undefined;
  readonly base: { readonly ref: string };
  readonly head: { readonly sha: string };
}

/** Whom GitHub shows where an account is gone. It is an account of GitHub's own, which owns no package. */
const GHOST: GitHubUser = { login: 'ghost', id: 10137, isBot: false };

export function userOf(user: ApiUser | null | undefined): GitHubUser | undefined {
  return user ? { login: user.login, id: user.id, isBot: user.type === 'Bot' } : undefined;
}

export function pullRequestOf(pull: ApiPullRequest): PullRequest {
  return {
    kind: 'pull-request',
    ...requestOf(pull),
    isDraft: pull.draft ?? false,
    baseRef: pull.base.ref,
    headSha: pull.head.sha,
  };
}

export function issueOf(issue: ApiRequest): Issue {
  return { kind: 'issue', ...requestOf(issue) };
}

function requestOf(request: ApiRequest): Omit<Issue, 'kind'> {
  return {
    number: request.number,
    url: request.html_url,
    title: request.title,
    body: request.body ?? '',
    author: userOf(request.user) ?? GHOST,
    isOpen: request.state === 'open',
    createdAt: request.created_at,
  };
}

export function commentOf(comment: {
  readonly id: number;
  readonly user: ApiUser | null;
  readonly body?: string | undefined;
  readonly created_at: string;
  readonly updated_at: string;
}): RequestComment {
  return {
    id: comment.id,
    author: userOf(comment.user) ?? GHOST,
    body: comment.body ?? '',
    createdAt: comment.created_at,
    updatedAt: comment.updated_at,
  };
}

interface ApiEvent {
  readonly event: string;
  readonly actor: ApiUser | null;
  readonly created_at: string;
  readonly label?: { readonly name?: string | null | undefined } | undefined;
}

/**
 * Of each label that is there now, the last event that put it there. A label that was renamed since bears nobody's name:
 * who put `chore` on a request has not put `allow:X` on it. It counts as put there `now`.
 */
export function labelingsOf(
  names: readonly string[],
  events: readonly ApiEvent[],
  now: string,
): readonly Labeling[] {
  return names.map((name) => {
    const last = events.findLast(
      ({ event, label }) => event === 'labeled' && label?.name?.toLowerCase() === name.toLowerCase(),
    );
    return { name, by: userOf(last?.actor), at: last?.created_at ?? now };
  });
}

/**
 * `permission` knows only admin, write, read and none, and gives maintain as write and triage as read; `role_name` has
 * those two, but may also be a name that an organization made up.
 */
export function permissionOf(answer: {
  readonly permission: string;
  readonly role_name?: string;
}): Permission {
  const { permission, role_name: role } = answer;
  if (permission === 'write') return role === 'maintain' ? 'maintain' : 'write';
  if (permission === 'read') return role === 'triage' ? 'triage' : 'read';
  // Fail closed: a word that is not in the documentation permits nothing.
  return permission === 'admin' ? 'admin' : 'none';
}
