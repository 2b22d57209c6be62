/**
 * A stand-in for GitHub: the REST API of one repository over HTTP, with its state in memory and its commits in a real bare
 * git repository. It refuses what GitHub refuses, as https://docs.github.com/rest tells: a token without a permission, a
 * comment that is too long, a label that is there already, a locked conversation, an archived repository, an event of
 * too many fields, a file of a release that is there already, too many requests. Heads of pull requests are read from `refs/pull/N/head` at each request, and one whose head has come into its
 * base is merged.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Permission } from '../../src/publish/request/request.ts';
import { type FakeFailure, failureQueue, secondaryLimit } from './fake-github/failures.ts';
import { commitOf, followPushes, setPullHead } from './fake-github/git-facts.ts';
import { type FakeRequest, requestListener } from './fake-github/serve.ts';
import {
  type FakeSettings,
  type FakeState,
  type FakeThread,
  type FakeToken,
  putLabel,
  setOpen,
  stamp,
  type TokenPermissions,
  takeLabel,
} from './fake-github/state.ts';
import { issueJson, pullJson } from './fake-github/words.ts';

const BOT = 'github-actions[bot]';
/** What a GITHUB_TOKEN may ask for in an hour. */
const REQUESTS_PER_HOUR = 1000;

interface FakeGitHubOptions {
  /** A bare repository. */
  readonly gitDir: string;
  /** Default `contoso/gallery`. */
  readonly repository?: string;
  readonly now?: () => Date;
  readonly settings?: Partial<FakeSettings>;
}

interface NewThread {
  /** Default the next free one. */
  readonly number?: number;
  readonly author: string;
  readonly title?: string;
  readonly body?: string | null;
  /** Put there by the author. */
  readonly labels?: readonly string[];
  /** Default now. */
  readonly createdAt?: string;
}

interface NewPullRequest extends NewThread {
  /** A commit or ref of the bare repository; default what `refs/pull/N/head` is already. */
  readonly head?: string;
  /** Default the default branch. */
  readonly baseRef?: string;
  readonly isDraft?: boolean;
}

export interface FakeGitHub {
  /** Without a slash at its end. */
  readonly apiUrl: string;
  /** `owner/name`. */
  readonly repository: string;
  /** What was asked so far, in the order in which it was answered. */
  readonly requests: readonly FakeRequest[];
  readonly dispatches: FakeState['dispatches'];
  /** To be changed at will. */
  readonly settings: FakeSettings;
  /** To be changed at will. */
  readonly tokens: Map<string, FakeToken>;
  /** For what the helpers do not show. */
  readonly state: FakeState;
  readonly addUser: (user: {
    readonly login: string;
    readonly id: number;
    readonly permission?: Permission;
    readonly isBot?: boolean;
  }) => void;
  /** What is left of such an account is null, where it wrote something. */
  readonly removeUser: (login: string) => void;
  /** @param login  default that of a workflow's token */
  readonly addToken: (token: string, permissions: TokenPermissions, login?: string) => void;
  /** Gives the number. */
  readonly addPullRequest: (pull: NewPullRequest) => number;
  /** Gives the number. */
  readonly addIssue: (issue: NewThread) => number;
  /** Gives the id. */
  readonly addComment: (number: number, by: string, body: string, at?: string) => number;
  readonly label: (number: number, name: string, by: string, at?: string) => void;
  readonly unlabel: (number: number, name: string, by: string) => void;
  readonly lock: (number: number) => void;
  readonly setOpen: (number: number, isOpen: boolean, by: string) => void;
  /** What a pull request is now, after heads and branches moved. */
  readonly thread: (number: number) => FakeThread;
  /** The pull request or issue as the API, and the payload of an event, writes it. */
  readonly json: (number: number) => object;
  /** Gives the id. */
  readonly addRun: (run: {
    readonly headSha: string;
    readonly event?: string;
    readonly workflow?: string;
  }) => number;
  readonly failNext: (failure: FakeFailure) => void;
  readonly limitNext: (limit?: {
    readonly retryAfterSeconds?: number;
    readonly status?: 403 | 429;
    readonly times?: number;
  }) => void;
  readonly close: () => Promise<void>;
}

export async function startFakeGitHub(options: FakeGitHubOptions): Promise<FakeGitHub> {
  const state = makeState(options);
  const requests: FakeRequest[] = [];
  const failures = failureQueue();
  const server = createServer(requestListener(state, failures, requests));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  const threadOf = (number: number) => {
    const thread = state.threads.get(number);
    if (!thread) throw new Error(`there is no request ${number}`);
    return thread;
  };
  const addThread = (made: NewThread, pull: (number: number) => FakeThread['pull']) => {
    const number = made.number ?? Math.max(0, ...state.threads.keys()) + 1;
    if (state.threads.has(number)) throw new Error(`there is a request ${number} already`);
    const at = made.createdAt ?? stamp(state);
    const thread: FakeThread = {
      number,
      title: made.title ?? `Request ${number}`,
      body: made.body ?? null,
      author: made.author,
      createdAt: at,
      updatedAt: at,
      isOpen: true,
      isLocked: false,
      closeReason: null,
      labels: [],
      comments: [],
      events: [],
      pull: pull(number),
    };
    state.threads.set(number, thread);
    for (const name of made.labels ?? []) putLabel(state, thread, name, made.author, at);
    return number;
  };

  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    repository: `${state.owner}/${state.name}`,
    requests,
    dispatches: state.dispatches,
    settings: state.settings,
    tokens: state.tokens,
    state,
    addUser: ({ login, id, permission, isBot = login.endsWith('[bot]') }) =>
      state.users.set(login.toLowerCase(), { login, id, permission, isBot }),
    removeUser: (login) => state.users.delete(login.toLowerCase()),
    addToken: (token, permissions, login = BOT) =>
      state.tokens.set(token, { login, permissions, remaining: REQUESTS_PER_HOUR }),
    addPullRequest: ({ head, baseRef = state.settings.defaultBranch, isDraft = false, ...made }) =>
      addThread(made, (number) => {
        if (head !== undefined) setPullHead(state.gitDir, number, head);
        const headSha = commitOf(state.gitDir, `refs/pull/${number}/head`);
        if (headSha === undefined) throw new Error(`pull request ${number} has no head`);
        return { baseRef, isDraft, headSha, mergedAt: undefined };
      }),
    addIssue: (issue) => addThread(issue, () => undefined),
    addComment: (number, by, body, at = stamp(state)) => {
      const id = state.nextId();
      threadOf(number).comments.push({ id, by, body, createdAt: at, updatedAt: at });
      return id;
    },
    label: (number, name, by, at = stamp(state)) => putLabel(state, threadOf(number), name, by, at),
    unlabel: (number, name, by) => {
      takeLabel(state, threadOf(number), name, by);
    },
    lock: (number) => {
      threadOf(number).isLocked = true;
    },
    setOpen: (number, isOpen, by) => setOpen(state, threadOf(number), isOpen, by),
    thread: (number) => {
      followPushes(state);
      return threadOf(number);
    },
    json: (number) => {
      followPushes(state);
      const thread = threadOf(number);
      return thread.pull ? pullJson(state, thread, thread.pull) : issueJson(state, thread);
    },
    addRun: ({ headSha, event = 'pull_request', workflow = 'gallery.yml' }) => {
      const id = state.nextId();
      state.runs.push({ id, headSha, event, workflow, createdAt: stamp(state) });
      return id;
    },
    failNext: failures.add,
    limitNext: ({ retryAfterSeconds, status = 403, times = 1 } = {}) =>
      failures.add({ ...secondaryLimit(retryAfterSeconds, status), times }),
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function makeState(options: FakeGitHubOptions): FakeState {
  const [owner = '', name = ''] = (options.repository ?? 'contoso/gallery').split('/');
  let lastId = 1000;
  return {
    owner,
    name,
    gitDir: options.gitDir,
    now: options.now ?? (() => new Date()),
    users: new Map([
      [BOT, { login: BOT, id: 41898282, isBot: true, permission: undefined }],
      [owner.toLowerCase(), { login: owner, id: 1, isBot: false, permission: 'admin' }],
    ]),
    tokens: new Map(),
    threads: new Map(),
    labels: new Map(),
    runs: [],
    dispatches: [],
    events: [],
    onEvent: undefined,
    releases: [],
    settings: {
      defaultBranch: 'main',
      visibility: 'public',
      isArchived: false,
      hasIssues: true,
      allowsMergeCommit: true,
      allowsSquashMerge: true,
      allowsRebaseMerge: true,
      pages: { buildType: 'workflow', customDomain: undefined, isHttpsEnforced: true },
      workflows: { defaultPermission: 'read', canApprovePullRequests: false },
      actions: { isEnabled: true, allowedActions: 'all' },
      branchRules: {},
      ...options.settings,
    },
    nextId: () => (lastId += 1),
  };
}
