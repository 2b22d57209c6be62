/** A request to the stand-in for GitHub, from its token to its answer, in the order in which GitHub looks at it. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { type Answer, notFound, pageOf, Refusal } from './answer.ts';
import { DELIVERY_ROUTES, UPLOAD_ROUTES, UPLOADS_ROOT } from './delivery-routes.ts';
import { type FailureQueue, failureAnswer } from './failures.ts';
import { followPushes } from './git-facts.ts';
import { GIT_ROUTES } from './git-routes.ts';
import { REPOSITORY_ROUTES } from './repository-routes.ts';
import { checkPermission, matchRoute, type Route } from './route.ts';
import type { FakeState, FakeToken } from './state.ts';
import { THREAD_ROUTES } from './thread-routes.ts';

const ROUTES: readonly Route[] = [...THREAD_ROUTES, ...REPOSITORY_ROUTES, ...DELIVERY_ROUTES, ...GIT_ROUTES];
const API_VERSIONS = ['2022-11-28', '2026-03-10'];
const HOUR_MS = 3_600_000;

export interface FakeRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: string;
  /** 0 when the connection was broken. */
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export function requestListener(
  state: FakeState,
  failures: FailureQueue,
  log: FakeRequest[],
): RequestListener {
  return (request, response) => {
    serve(state, failures, request, response).then(
      (entry) => log.push(entry),
      (error: unknown) => response.destroy(error instanceof Error ? error : undefined),
    );
  };
}

async function serve(
  state: FakeState,
  failures: FailureQueue,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<FakeRequest> {
  const method = request.method ?? '';
  const url = new URL(request.url ?? '', `http://${request.headers.host}`);
  const path = decodeURI(url.pathname);
  const bytes = await bytesOf(request);
  const failure = failures.take(method, path);
  const token = tokenOf(state, request);
  const answer =
    failure && !failure.isCarriedOut
      ? failureAnswer(failure)
      : answerTo(state, { method, url, bytes, token, version: request.headers['x-github-api-version'] });
  const given = failure ? failureAnswer(failure) : answer;
  const entry = { method, path, query: url.search, status: given.status, body: bodyOf(bytes) ?? {} };
  if (given.status === 0) request.socket.destroy();
  else write(state, response, given, token);
  return entry;
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Undefined for none, null for one that nobody gave out. */
function tokenOf(state: FakeState, request: IncomingMessage): FakeToken | null | undefined {
  const given = request.headers.authorization;
  if (given === undefined) return undefined;
  return state.tokens.get(given.replace(/^(?:token|bearer) /i, '')) ?? null;
}

interface Question {
  readonly method: string;
  readonly url: URL;
  readonly bytes: Buffer;
  readonly token: FakeToken | null | undefined;
  readonly version: string | readonly string[] | undefined;
}

function answerTo(state: FakeState, { method, url, bytes, token, version }: Question): Answer {
  try {
    if (token === null) throw new Refusal(401, 'Bad credentials');
    if (version !== undefined && !API_VERSIONS.includes(String(version)))
      throw new Refusal(400, `${String(version)} is not a supported version.`);
    if (token) spend(token);
    const isUpload = url.pathname.startsWith(`${UPLOADS_ROOT}/`);
    const pathname = isUpload ? url.pathname.slice(UPLOADS_ROOT.length) : url.pathname;
    const prefix = /^\/repos\/([^/]+)\/([^/]+)/.exec(pathname);
    const repository = prefix && `${prefix[1]}/${prefix[2]}`;
    if (!prefix || repository?.toLowerCase() !== `${state.owner}/${state.name}`.toLowerCase())
      throw notFound();
    const found = matchRoute(isUpload ? UPLOAD_ROUTES : ROUTES, method, pathname.slice(prefix[0].length));
    if (!found) throw notFound();
    const { route, parts } = found;
    checkPermission({ state, token }, route);
    if (method !== 'GET' && state.settings.isArchived)
      throw new Refusal(403, 'Repository was archived so is read-only.');
    const body = isUpload ? {} : bodyOf(bytes);
    if (!body) throw new Refusal(400, 'Problems parsing JSON');
    followPushes(state);
    return pageOf(route.answer({ state, token, url, parts, body, bytes }), url);
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    // A defect of this stand-in: say so where the test shows it.
    return { status: 500, body: { message: error instanceof Error ? error.stack : String(error) } };
  }
}

/** Undefined for what is no JSON. */
function bodyOf(bytes: Buffer): Readonly<Record<string, unknown>> | undefined {
  const text = bytes.toString('utf8');
  if (text === '') return {};
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? { ...body } : undefined;
  } catch {
    return undefined;
  }
}

function spend(token: FakeToken): void {
  if (token.remaining === 0) throw new Refusal(403, 'API rate limit exceeded for installation ID 1.');
  token.remaining -= 1;
}

function write(
  state: FakeState,
  response: ServerResponse,
  answer: Answer,
  token: FakeToken | null | undefined,
): void {
  const resetSeconds = Math.ceil((state.now().getTime() + HOUR_MS) / 1000);
  response.writeHead(answer.status, {
    'content-type': 'application/json; charset=utf-8',
    'x-ratelimit-limit': '1000',
    'x-ratelimit-remaining': String(token?.remaining ?? 60),
    'x-ratelimit-reset': String(resetSeconds),
    ...answer.headers,
  });
  response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body));
}
