/** What the stand-in for GitHub knows, as the API writes it: the fields that pwshelf or a person who debugs reads. */
import type { FakeComment, FakeEvent, FakeLabel, FakePull, FakeRun, FakeState, FakeThread } from './state.ts';
import { userNamed } from './state.ts';

export function userJson(state: FakeState, login: string): object | null {
  const user = userNamed(state, login);
  if (!user) return null;
  return {
    login: user.login,
    id: user.id,
    type: user.isBot ? 'Bot' : 'User',
    html_url: `https://github.com/${user.login}`,
    site_admin: false,
  };
}

export function labelJson(label: FakeLabel): object {
  return { name: label.name, color: label.colour, description: label.description || null, default: false };
}

export function issueJson(state: FakeState, thread: FakeThread): object {
  const url = htmlUrlOf(state, thread);
  return {
    ...threadJson(state, thread),
    comments: thread.comments.length,
    state_reason: thread.closeReason,
    ...(thread.pull ? { draft: thread.pull.isDraft, pull_request: { html_url: url } } : {}),
  };
}

export function pullJson(state: FakeState, thread: FakeThread, pull: FakePull): object {
  const repo = { full_name: `${state.owner}/${state.name}`, name: state.name };
  return {
    ...threadJson(state, thread),
    draft: pull.isDraft,
    merged: pull.mergedAt !== undefined,
    merged_at: pull.mergedAt ?? null,
    base: { ref: pull.baseRef, label: `${state.owner}:${pull.baseRef}`, repo },
    head:
      pull.headRef === undefined
        ? { ref: 'patch', sha: pull.headSha, label: `${thread.author}:patch`, repo: null }
        : { ref: pull.headRef, sha: pull.headSha, label: `${state.owner}:${pull.headRef}`, repo },
  };
}

function threadJson(state: FakeState, thread: FakeThread): object {
  const closedAt = thread.events.findLast(({ event }) => event === 'closed')?.at;
  return {
    number: thread.number,
    html_url: htmlUrlOf(state, thread),
    title: thread.title,
    body: thread.body,
    user: userJson(state, thread.author),
    state: thread.isOpen ? 'open' : 'closed',
    locked: thread.isLocked,
    labels: thread.labels.flatMap((name) => {
      const label = state.labels.get(name.toLowerCase());
      return label ? [labelJson(label)] : [];
    }),
    created_at: thread.createdAt,
    updated_at: thread.updatedAt,
    closed_at: thread.isOpen ? null : (closedAt ?? null),
  };
}

export function commentJson(state: FakeState, thread: FakeThread, comment: FakeComment): object {
  return {
    id: comment.id,
    html_url: `${htmlUrlOf(state, thread)}#issuecomment-${comment.id}`,
    user: userJson(state, comment.by),
    body: comment.body,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
  };
}

export function eventJson(state: FakeState, event: FakeEvent): object {
  const color = state.labels.get(event.label?.toLowerCase() ?? '')?.colour ?? 'ededed';
  return {
    id: event.id,
    event: event.event,
    actor: userJson(state, event.by),
    created_at: event.at,
    commit_id: null,
    ...(event.label === undefined ? {} : { label: { name: event.label, color } }),
  };
}

export function runJson(state: FakeState, run: FakeRun): object {
  return {
    id: run.id,
    name: run.workflow,
    path: `.github/workflows/${run.workflow}`,
    event: run.event,
    head_sha: run.headSha,
    status: 'completed',
    conclusion: 'success',
    html_url: `https://github.com/${state.owner}/${state.name}/actions/runs/${run.id}`,
    created_at: run.createdAt,
  };
}

function htmlUrlOf(state: FakeState, thread: FakeThread): string {
  const kind = thread.pull ? 'pull' : 'issues';
  return `https://github.com/${state.owner}/${state.name}/${kind}/${thread.number}`;
}
