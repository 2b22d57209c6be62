/** Pull requests and issues: what is said and labelled there, and whether they are open. */
import { type Answer, invalid, notFound, Refusal } from './answer.ts';
import {
  type Asking,
  actorOf,
  checkThreadPermission,
  hasPermission,
  ISSUES_OR_PULLS_READ,
  ISSUES_OR_PULLS_WRITE,
  lacking,
  type Route,
  threadIn,
} from './route.ts';
import {
  type FakeComment,
  type FakeState,
  type FakeThread,
  permissionIn,
  putLabel,
  setOpen,
  stamp,
  takeLabel,
  userNamed,
} from './state.ts';
import { commentJson, eventJson, issueJson, labelJson, pullJson } from './words.ts';

const MAX_BODY_CHARACTERS = 65_536;
const MAX_LABEL_CHARACTERS = 50;

export const THREAD_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/pulls', accepts: ['pull_requests=read'], answer: listPulls },
  { method: 'GET', path: '/pulls/{number}', accepts: ['pull_requests=read'], answer: getPull },
  { method: 'PATCH', path: '/pulls/{number}', accepts: ['pull_requests=write'], answer: updatePull },
  { method: 'GET', path: '/issues', accepts: ['issues=read'], answer: listIssues },
  { method: 'GET', path: '/issues/{number}', accepts: ISSUES_OR_PULLS_READ, answer: getIssue },
  { method: 'PATCH', path: '/issues/{number}', accepts: ISSUES_OR_PULLS_WRITE, answer: updateIssue },
  { method: 'GET', path: '/issues/{number}/comments', accepts: ISSUES_OR_PULLS_READ, answer: listComments },
  { method: 'POST', path: '/issues/{number}/comments', accepts: ISSUES_OR_PULLS_WRITE, answer: addComment },
  { method: 'PATCH', path: '/issues/comments/{id}', accepts: ISSUES_OR_PULLS_WRITE, answer: editComment },
  { method: 'GET', path: '/issues/{number}/events', accepts: ISSUES_OR_PULLS_READ, answer: listEvents },
  { method: 'GET', path: '/issues/{number}/labels', accepts: ISSUES_OR_PULLS_READ, answer: listLabels },
  { method: 'POST', path: '/issues/{number}/labels', accepts: ISSUES_OR_PULLS_WRITE, answer: addLabels },
  {
    method: 'DELETE',
    path: '/issues/{number}/labels/{name}',
    accepts: ISSUES_OR_PULLS_WRITE,
    answer: removeLabel,
  },
];

function listPulls({ state, url }: Asking): Answer {
  const base = url.searchParams.get('base');
  const head = url.searchParams.get('head');
  const pulls = sorted(state, url).filter(
    ({ pull }) =>
      pull &&
      (base === null || pull.baseRef === base) &&
      (head === null || head === `${state.owner}:${pull.headRef}`),
  );
  return { status: 200, list: pulls.map((thread) => thread.pull && pullJson(state, thread, thread.pull)) };
}

function getPull(asking: Asking): Answer {
  const thread = threadIn(asking);
  if (!thread.pull) throw notFound();
  return { status: 200, body: pullJson(asking.state, thread, thread.pull) };
}

function updatePull(asking: Asking): Answer {
  const thread = threadIn(asking);
  if (!thread.pull) throw notFound();
  changeState(asking, thread);
  return { status: 200, body: pullJson(asking.state, thread, thread.pull) };
}

function listIssues({ state, url }: Asking): Answer {
  const wanted = (url.searchParams.get('labels') ?? '').split(',').filter(Boolean);
  const has = (thread: FakeThread, name: string) =>
    thread.labels.some((label) => label.toLowerCase() === name.toLowerCase());
  const threads = sorted(state, url).filter(
    (thread) =>
      (thread.pull !== undefined || state.settings.hasIssues) && wanted.every((name) => has(thread, name)),
  );
  return { status: 200, list: threads.map((thread) => issueJson(state, thread)) };
}

/** Those in the wanted state, the newest first unless asked otherwise. */
function sorted(state: FakeState, url: URL): readonly FakeThread[] {
  const wanted = url.searchParams.get('state') ?? 'open';
  const threads = [...state.threads.values()]
    .filter(({ isOpen }) => wanted === 'all' || isOpen === (wanted === 'open'))
    .sort((left, right) => right.number - left.number);
  return url.searchParams.get('direction') === 'asc' ? threads.reverse() : threads;
}

function getIssue(asking: Asking): Answer {
  return { status: 200, body: issueJson(asking.state, threadIn(asking)) };
}

function updateIssue(asking: Asking): Answer {
  const thread = threadIn(asking);
  checkThreadPermission(asking, thread);
  changeState(asking, thread);
  return { status: 200, body: issueJson(asking.state, thread) };
}

function changeState(asking: Asking, thread: FakeThread): void {
  const { state: wanted, state_reason: reason = null } = asking.body;
  if (wanted === undefined) return;
  if (wanted !== 'open' && wanted !== 'closed') throw invalid('Issue', 'state', 'invalid');
  if (reason !== null && !['completed', 'not_planned', 'duplicate', 'reopened'].includes(String(reason)))
    throw invalid('Issue', 'state_reason', 'invalid');
  if (wanted === 'open' && thread.pull?.mergedAt !== undefined)
    throw invalid('PullRequest', 'state', 'invalid', 'state cannot be changed. The pull request is merged.');
  setOpen(asking.state, thread, wanted === 'open', actorOf(asking), reason === null ? null : String(reason));
}

function listComments(asking: Asking): Answer {
  const thread = threadIn(asking);
  return { status: 200, list: thread.comments.map((one) => commentJson(asking.state, thread, one)) };
}

function addComment(asking: Asking): Answer {
  const { state } = asking;
  const thread = threadIn(asking);
  checkThreadPermission(asking, thread);
  checkUnlocked(asking, thread);
  const body = checkBody(asking.body['body']);
  const at = stamp(state);
  const comment = { id: state.nextId(), by: actorOf(asking), body, createdAt: at, updatedAt: at };
  thread.comments.push(comment);
  thread.updatedAt = at;
  return { status: 201, body: commentJson(state, thread, comment) };
}

function editComment(asking: Asking): Answer {
  const { state, parts } = asking;
  const found = findComment(state, Number(parts['id']));
  if (!found) throw notFound();
  checkThreadPermission(asking, found.thread);
  checkUnlocked(asking, found.thread);
  found.comment.body = checkBody(asking.body['body']);
  found.comment.updatedAt = stamp(state);
  return { status: 200, body: commentJson(state, found.thread, found.comment) };
}

function findComment(
  state: FakeState,
  id: number,
): { readonly thread: FakeThread; readonly comment: FakeComment } | undefined {
  for (const thread of state.threads.values()) {
    const comment = thread.comments.find((one) => one.id === id);
    if (comment) return { thread, comment };
  }
  return undefined;
}

/** Whoever may write to the repository may write in a locked conversation; an app is no collaborator. */
function checkUnlocked(asking: Asking, thread: FakeThread): void {
  if (!thread.isLocked) return;
  const user = userNamed(asking.state, actorOf(asking));
  const permission = user && permissionIn(asking.state, user);
  if (permission === 'write' || permission === 'maintain' || permission === 'admin') return;
  throw new Refusal(403, 'Unable to create comment because issue is locked.');
}

function checkBody(body: unknown): string {
  if (typeof body !== 'string' || body.trim() === '')
    throw invalid('IssueComment', 'data', 'unprocessable', 'Body cannot be blank');
  if ([...body].length > MAX_BODY_CHARACTERS)
    throw invalid(
      'IssueComment',
      'data',
      'unprocessable',
      `Body is too long (maximum is ${MAX_BODY_CHARACTERS} characters)`,
    );
  return body;
}

function listEvents(asking: Asking): Answer {
  return { status: 200, list: threadIn(asking).events.map((event) => eventJson(asking.state, event)) };
}

function listLabels(asking: Asking): Answer {
  return { status: 200, list: labelsJson(asking.state, threadIn(asking)) };
}

function addLabels(asking: Asking): Answer {
  const { state } = asking;
  const thread = threadIn(asking);
  checkThreadPermission(asking, thread);
  const names = Array.isArray(asking.body['labels']) ? asking.body['labels'] : [];
  for (const name of names)
    if (typeof name !== 'string' || name.trim() === '' || name.length > MAX_LABEL_CHARACTERS)
      throw invalid('Label', 'name', 'invalid');
  // A permission over pull requests puts a label on one, but makes none.
  const isNew = names.some((name) => !state.labels.has(String(name).toLowerCase()));
  if (isNew && !hasPermission(asking.token, 'issues=write')) throw lacking(['issues=write']);
  const at = stamp(state);
  for (const name of names) putLabel(state, thread, String(name), actorOf(asking), at);
  return { status: 200, body: labelsJson(state, thread) };
}

function removeLabel(asking: Asking): Answer {
  const { state, parts } = asking;
  const thread = threadIn(asking);
  checkThreadPermission(asking, thread);
  if (!takeLabel(state, thread, parts['name'] ?? '', actorOf(asking))) throw notFound('Label does not exist');
  return { status: 200, body: labelsJson(state, thread) };
}

function labelsJson(state: FakeState, thread: FakeThread): readonly object[] {
  return thread.labels.flatMap((name) => {
    const label = state.labels.get(name.toLowerCase());
    return label ? [labelJson(label)] : [];
  });
}
