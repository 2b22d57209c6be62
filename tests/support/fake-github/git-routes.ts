/** Git's own objects and refs, and pull requests that are made of them: what a program commits with that has no clone. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { type Answer, invalid, notFound, Refusal } from './answer.ts';
import { commitOf, setPullHead } from './git-facts.ts';
import { type Asking, actorOf, type Route } from './route.ts';
import { type FakeState, type FakeThread, stamp } from './state.ts';
import { pullJson } from './words.ts';

export const GIT_ROUTES: readonly Route[] = [
  { method: 'POST', path: '/git/blobs', accepts: ['contents=write'], answer: createBlob },
  { method: 'POST', path: '/git/trees', accepts: ['contents=write'], answer: createTree },
  { method: 'POST', path: '/git/commits', accepts: ['contents=write'], answer: createCommit },
  { method: 'GET', path: '/git/ref/{ref}', accepts: ['contents=read'], answer: getRef },
  { method: 'POST', path: '/git/refs', accepts: ['contents=write'], answer: createRef },
  { method: 'PATCH', path: '/git/refs/{ref}', accepts: ['contents=write'], answer: updateRef },
  { method: 'POST', path: '/pulls', accepts: ['pull_requests=write'], answer: createPull },
];

function git(
  { gitDir }: FakeState,
  args: readonly string[],
  input: string | Uint8Array = '',
  env: Readonly<Record<string, string>> = {},
): string {
  const options = { input, env: { ...process.env, ...env }, stdio: 'pipe' } as const;
  return execFileSync('git', ['--git-dir', gitDir, ...args], options)
    .toString()
    .trim();
}

function createBlob({ state, body }: Asking): Answer {
  const { content, encoding = 'utf-8' } = body;
  if (typeof content !== 'string') throw new Refusal(422, 'content is missing');
  const bytes = Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8');
  return { status: 201, body: { sha: git(state, ['hash-object', '-w', '--stdin'], bytes) } };
}

interface TreeEntry {
  readonly path: string;
  readonly mode: string;
  readonly sha?: string | null;
  readonly content?: string;
}

function createTree({ state, body }: Asking): Answer {
  const env = { GIT_INDEX_FILE: join(state.gitDir, 'api-index') };
  const { base_tree: base, tree } = body as {
    readonly base_tree?: string;
    readonly tree: readonly TreeEntry[];
  };
  git(state, base === undefined ? ['read-tree', '--empty'] : ['read-tree', base], '', env);
  const lines = tree.map(({ path, mode, sha, content }) => {
    if (sha === null) return `0 ${'0'.repeat(40)}\t${path}\0`;
    const oid = sha ?? git(state, ['hash-object', '-w', '--stdin'], content ?? '');
    return `${mode} ${oid}\t${path}\0`;
  });
  git(state, ['update-index', '-z', '--index-info'], lines.join(''), env);
  return { status: 201, body: { sha: git(state, ['write-tree'], '', env) } };
}

interface Person {
  readonly name: string;
  readonly email: string;
  readonly date: string;
}

function createCommit({ state, body }: Asking): Answer {
  const { message, tree, parents, author, committer } = body as {
    readonly message: string;
    readonly tree: string;
    readonly parents: readonly string[];
    readonly author: Person;
    readonly committer: Person;
  };
  const facts = (role: string, { name, email, date }: Person) => ({
    [`GIT_${role}_NAME`]: name,
    [`GIT_${role}_EMAIL`]: email,
    [`GIT_${role}_DATE`]: date,
  });
  const env = { ...facts('AUTHOR', author), ...facts('COMMITTER', committer) };
  const sha = git(state, ['commit-tree', tree, ...parents.flatMap((one) => ['-p', one])], message, env);
  return { status: 201, body: { sha } };
}

function getRef({ state, parts }: Asking): Answer {
  const sha = commitOf(state.gitDir, `refs/${parts['ref']}`);
  if (sha === undefined) throw notFound();
  return { status: 200, body: refJson(`refs/${parts['ref']}`, sha) };
}

function createRef({ state, body }: Asking): Answer {
  const [ref, sha] = [String(body['ref']), String(body['sha'])];
  if (commitOf(state.gitDir, ref) !== undefined) throw new Refusal(422, 'Reference already exists');
  git(state, ['update-ref', ref, sha]);
  return { status: 201, body: refJson(ref, sha) };
}

function updateRef({ state, parts, body }: Asking): Answer {
  const ref = `refs/${parts['ref']}`;
  const [sha, isForced] = [String(body['sha']), body['force'] === true];
  const before = commitOf(state.gitDir, ref);
  if (before === undefined) throw new Refusal(422, 'Reference does not exist');
  const branch = ref.replace('refs/heads/', '');
  if (state.settings.branchRules[branch]?.includes('pull_request'))
    throw new Refusal(422, 'Changes must be made through a pull request.');
  if (!isForced && !git(state, ['rev-list', sha]).split('\n').includes(before))
    throw new Refusal(422, 'Update is not a fast forward');
  git(state, ['update-ref', ref, sha, before]);
  for (const thread of openFrom(state, branch)) setPullHead(state.gitDir, thread.number, sha);
  return { status: 200, body: refJson(ref, sha) };
}

function refJson(ref: string, sha: string): object {
  return { ref, object: { type: 'commit', sha } };
}

function openFrom(state: FakeState, branch: string): readonly FakeThread[] {
  return [...state.threads.values()].filter(({ isOpen, pull }) => isOpen && pull?.headRef === branch);
}

function createPull(asking: Asking): Answer {
  const { state, body } = asking;
  const [head, base, title] = ['head', 'base', 'title'].map((name) => String(body[name]));
  const headSha = commitOf(state.gitDir, `refs/heads/${head}`);
  if (headSha === undefined) throw invalid('PullRequest', 'head', 'invalid');
  if (openFrom(state, head ?? '').length > 0)
    throw invalid(
      'PullRequest',
      'head',
      'custom',
      `A pull request already exists for ${state.owner}:${head}.`,
    );
  const number = Math.max(0, ...state.threads.keys()) + 1;
  setPullHead(state.gitDir, number, headSha);
  const at = stamp(state);
  const pull = { baseRef: base ?? '', headRef: head ?? '', isDraft: false, headSha, mergedAt: undefined };
  const thread: FakeThread = {
    number,
    title: title ?? '',
    body: String(body['body'] ?? ''),
    author: actorOf(asking),
    createdAt: at,
    updatedAt: at,
    isOpen: true,
    isLocked: false,
    closeReason: null,
    labels: [],
    comments: [],
    events: [],
    pull,
  };
  state.threads.set(number, thread);
  return { status: 201, body: pullJson(state, thread, pull) };
}
