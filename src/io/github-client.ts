/**
 * octokit as pwshelf uses it: a bounded number of tries, a limit to every wait, nothing on the console. What GitHub does
 * not give comes out as a GalleryError that tells what was asked and what to do; the token is in none of its words.
 */
import { Octokit, RequestError } from 'octokit';
import { GalleryError } from '../domain/gallery-error.ts';
import { type Asked, failureOf } from './github-failure.ts';

const DEFAULT_API_URL = 'https://api.github.com';
const API_VERSION = '2022-11-28';
const TRIES = 3;
/** All waits for a limit of one request together. */
const MAX_WAIT_SECONDS = 60;
/** Three of these, and the waits between them, make a minute. */
const ANSWER_TIMEOUT_SECONDS = 18;
const UPLOAD_TIMEOUT_SECONDS = 600;
const CLIENT_ERRORS = Array.from({ length: 100 }, (_, index) => 400 + index);

export interface GitHubOptions {
  /** `owner/name`. */
  readonly repository: string;
  /** Without one, only what everybody may read can be asked for. */
  readonly token: string | undefined;
  /** As GITHUB_API_URL names it; undefined stands for github.com. */
  readonly apiUrl: string | undefined;
  /**
   * How long a second of waiting takes: between tries, and between writes, which GitHub wants a second apart. For
   * tests; default 1000.
   */
  readonly secondMs?: number;
}

/** Gives to a request that would be done twice: nobody knows whether one that failed was not carried out after all. */
export const ONCE = { request: { retries: 0 } };

/** The same for a body of up to 100 MB, which takes its time on a slow line. */
export const ONCE_AND_SLOWLY = { request: { ...ONCE.request, fetch: fetchWithin(UPLOAD_TIMEOUT_SECONDS) } };

export interface GitHubClient {
  readonly octokit: Octokit;
  readonly repo: { readonly owner: string; readonly repo: string };
  /** @throws GalleryError for whatever GitHub refuses, has not, or does not answer */
  readonly ask: <Value>(question: () => Promise<Value>) => Promise<Value>;
  /** The same, but undefined when the answer has one of these status codes. */
  readonly askUnless: <Value>(
    statuses: readonly number[],
    question: () => Promise<Value>,
  ) => Promise<Value | undefined>;
}

/** @throws GalleryError when the repository or the address is not one */
export function makeClient(options: GitHubOptions): GitHubClient {
  const { repository, token } = options;
  const [owner, repo] = /^([\w-]+)\/(?!\.{1,2}$)([\w.-]+)$/.exec(repository)?.slice(1) ?? [];
  if (owner === undefined || repo === undefined)
    throw new GalleryError(
      'GITHUB_INVALID',
      `${JSON.stringify(repository)} names no repository on GitHub.`,
      'Give it as owner/name, the way GITHUB_REPOSITORY does.',
    );
  const baseUrl = apiUrlOf(options.apiUrl || DEFAULT_API_URL);
  const octokit = makeOctokit(baseUrl, token, options.secondMs ?? 1000);
  const explain = (error: unknown) =>
    error instanceof RequestError ? failureOf(askedOf(error, baseUrl), token) : error;
  const ask: GitHubClient['ask'] = async (question) => {
    try {
      return await question();
    } catch (error) {
      throw explain(error);
    }
  };
  const askUnless: GitHubClient['askUnless'] = async (statuses, question) => {
    try {
      return await question();
    } catch (error) {
      const failure = explain(error);
      const isLimit = failure instanceof GalleryError && failure.code === 'GITHUB_LIMIT';
      if (error instanceof RequestError && error.response && statuses.includes(error.status) && !isLimit)
        return undefined;
      throw failure;
    }
  };
  return { octokit, repo: { owner, repo }, ask, askUnless };
}

function apiUrlOf(text: string): string {
  if (/^https?:\/\//.test(text) && URL.canParse(text)) return text.replace(/\/+$/, '');
  throw new GalleryError(
    'GITHUB_INVALID',
    `${JSON.stringify(text)} is no address of an API of GitHub.`,
    `Give one such as ${DEFAULT_API_URL}, the way GITHUB_API_URL does.`,
  );
}

function makeOctokit(baseUrl: string, token: string | undefined, secondMs: number): Octokit {
  const waitedSeconds = new WeakMap<object, number>();
  const mayWait = (seconds: number, request: object, _octokit: unknown, retryCount: number) => {
    const total = (waitedSeconds.get(request) ?? 0) + seconds;
    waitedSeconds.set(request, total);
    return total <= MAX_WAIT_SECONDS && retryCount < TRIES - 1;
  };
  const silent = () => {};
  const log = { debug: silent, info: silent, warn: silent, error: silent };
  const octokit = new Octokit({
    baseUrl,
    auth: token || undefined,
    userAgent: 'pwshelf',
    log,
    request: {
      log,
      fetch: fetchWithin(ANSWER_TIMEOUT_SECONDS),
      headers: { 'x-github-api-version': API_VERSION },
    },
    // Limits are for the other plugin, and no other fault of ours goes away by asking again.
    retry: { retries: TRIES - 1, doNotRetry: CLIENT_ERRORS, retryAfterBaseValue: secondMs },
    throttle: {
      retryAfterBaseValue: secondMs,
      onRateLimit: mayWait,
      onSecondaryRateLimit: mayWait,
      ...(secondMs === 1000 ? {} : { write: unspaced(), notifications: unspaced() }),
    },
  });
  octokit.hook.before('request', checkPathParts);
  octokit.hook.after('request', ({ status, data, url }, { method }) => {
    // octokit gives a body that broke off, or is a proxy's page, as text.
    if (status === 204 || typeof data === 'object') return;
    const asked = { method, path: pathOf(url, baseUrl), answer: undefined, cause: undefined };
    throw failureOf({ ...asked, reason: 'the answer is no JSON, or broke off' }, token);
  });
  return octokit;
}

function fetchWithin(seconds: number): (url: string, init: RequestInit) => Promise<Response> {
  return (url, init) => fetch(url, { ...init, signal: AbortSignal.timeout(seconds * 1000) });
}

/** A part that is `..` would ask for another address: without the label `.`, an issue is without all of its labels. */
function checkPathParts(options: Readonly<Record<string, unknown>> & { readonly url: string }): void {
  for (const [, name = ''] of options.url.matchAll(/\{(\w+)\}/g)) {
    const part = String(options[name] ?? '');
    if (/^\.{0,2}$/.test(part))
      throw new GalleryError(
        'GITHUB_INVALID',
        `${JSON.stringify(part)} cannot be the ${name.replaceAll('_', ' ')} of anything on GitHub.`,
      );
  }
}

/** Stands for the plugin's queue that keeps writes apart, and keeps nothing apart. */
// biome-ignore lint/suspicious/noExplicitAny: the plugin names a class of a package of its own here
function unspaced(): any {
  type Job = (...args: readonly unknown[]) => Promise<unknown>;
  return { key: () => ({ schedule: (_: object, job: Job, ...args: readonly unknown[]) => job(...args) }) };
}

function askedOf(error: RequestError, baseUrl: string): Asked {
  return {
    method: error.request.method,
    path: pathOf(error.request.url, baseUrl),
    answer: error.response && {
      status: error.status,
      message: messageOf(error.response.data) ?? error.message,
      headers: error.response.headers,
    },
    reason: error.response ? undefined : error.message,
    cause: error.cause,
  };
}

function pathOf(url: string, baseUrl: string): string {
  const basePath = new URL(baseUrl).pathname.replace(/\/$/, '');
  const { pathname } = new URL(url);
  return decodeURI(pathname.startsWith(basePath) ? pathname.slice(basePath.length) : pathname);
}

function messageOf(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || !('message' in data)) return undefined;
  const errors = 'errors' in data && Array.isArray(data.errors) ? data.errors : [];
  return [String(data.message), ...errors.map((error) => errorText(error))].join('; ');
}

function errorText(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const { message, field, code } = error as Readonly<Record<string, unknown>>;
  return message === undefined ? [field, code].filter(Boolean).join(' ') : String(message);
}
