/**
 * The one handler of requests, the same under Node and at the edge. It decides which part answers, and gives every answer
 * what all have in common: a request id, headers for caches and browsers, and an entry in the log.
 */
import { Hono } from 'hono';
import { defaultCacheControl, privateCacheControl } from './cache-policy.ts';
import { healthAnswer, readyAnswer } from './health.ts';
import { loggedTarget, withoutKeys } from './logged-target.ts';
import type { ClientInfo, Gateway, GatewayParts, RequestContext } from './parts.ts';
import { refuseStranger } from './reader-gate.ts';
import { parseRequestAddress, pathWithin } from './request-address.ts';
import { parseRequestId } from './request-id.ts';
import { withHeaders } from './response-headers.ts';
import { answerFile, answerNothing, redirectToSpelling } from './site-files.ts';
import { parseBase } from './static-path.ts';
import { textAnswer } from './text-answer.ts';

const V2_FOLDER = 'api/v2/';
const V3_FOLDER = 'v3/';
const PREFLIGHT_SECONDS = 86_400;

/** @throws RangeError when the base has no slashes at its ends */
export function createGateway(parts: GatewayParts): Gateway {
  const base = parseBase(parts.base);
  const app = createRoutes({ ...parts, base });
  return {
    fetch: async (request, info = {}) => {
      const startedAtMs = parts.now();
      let keyId: string | undefined;
      const context: RequestContext = {
        requestId: parseRequestId(request.headers.get('x-request-id')) ?? parts.newRequestId(),
        address: info.address ?? 'unknown',
        noteKey: (id) => {
          keyId = id;
        },
      };
      const response = await answerOf(app, request, context, parts);
      const answer = withHeaders(response, commonHeaders(request, response, context, parts));
      logWhenSent(request, answer, info, parts, { startedAtMs, context, keyId: () => keyId });
      return answer;
    },
  };
}

type Routes = Hono<{ Bindings: RequestContext }>;

function createRoutes(parts: GatewayParts): Routes {
  const { base, push } = parts;
  const app: Routes = new Hono();
  app.onError((error, c) => answerFailure(error, c.env, parts));
  for (const root of new Set(['/', base])) {
    app.get(`${root}-/health`, () => healthAnswer());
    app.get(`${root}-/ready`, () => readyAnswer(parts.isReady()));
  }
  app.options('*', () => preflight(parts));
  if (push) app.on(['PUT', 'POST', 'DELETE'], `${base}${V2_FOLDER}*`, (c) => push(c.req.raw, c.env));
  app.get('*', async (c) => (await refuseStranger(c.req.raw, parts, c.env)) ?? read(c.req.raw, parts));
  app.all('*', () => refuseMethod(parts));
  return app;
}

async function answerOf(
  app: Routes,
  request: Request,
  context: RequestContext,
  parts: GatewayParts,
): Promise<Response> {
  try {
    return await app.fetch(request, context);
  } catch (error) {
    // Hono hands on what is thrown and is no Error.
    return answerFailure(error, context, parts);
  }
}

/** What went wrong is for the log of the gallery; whoever asked learns by which name to ask for it. */
function answerFailure(
  error: unknown,
  { requestId }: RequestContext,
  { reportFailure }: GatewayParts,
): Response {
  reportFailure?.(error, requestId);
  return textAnswer(500, `The gallery failed to answer. The id of this request is ${requestId}.`);
}

async function read(request: Request, parts: GatewayParts): Promise<Response> {
  const url = new URL(request.url);
  const address = parseRequestAddress(url.pathname, parts.base);
  if (address.kind === 'malformed') return textAnswer(400, 'This address cannot be decoded.');
  if (address.kind === 'outside')
    return (await answerFile(request, url, parts)) ?? answerNothing(request, parts);
  const { path } = address;
  const { upstream } = parts;
  return (
    (await answerInside(request, url, path, parts)) ??
    (await upstream?.(request, path)) ??
    // It may have taken in what was asked for.
    (upstream && (await answerInside(request, url, path, parts))) ??
    answerNothing(request, parts)
  );
}

async function answerInside(
  request: Request,
  url: URL,
  path: string,
  parts: GatewayParts,
): Promise<Response | undefined> {
  const v2Path = parts.v2 && pathWithin(path, V2_FOLDER);
  if (parts.v2 && v2Path !== undefined) return parts.v2(request, v2Path);
  const v3Path = parts.v3 && pathWithin(path, V3_FOLDER);
  const v3Answer = v3Path === undefined ? undefined : await parts.v3?.(request, v3Path);
  return v3Answer ?? (await answerFile(request, url, parts)) ?? redirectToSpelling(url, path, parts);
}

/** Pages of others may read a public gallery; none may change it, so nothing else is allowed to them. */
function preflight({ isReader, push }: GatewayParts): Response {
  const allow = allowed(push !== undefined);
  if (isReader) return new Response(null, { status: 204, headers: { Allow: allow } });
  return new Response(null, {
    status: 204,
    headers: {
      Allow: allow,
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': 'GET, HEAD',
      'Access-Control-Allow-Headers': 'If-None-Match, If-Modified-Since, Range, X-Request-Id',
      'Access-Control-Max-Age': String(PREFLIGHT_SECONDS),
    },
  });
}

function refuseMethod({ push, pushAdvice }: GatewayParts): Response {
  const text = push
    ? 'Only reading is possible at this address; packages are pushed to api/v2/package.'
    : (pushAdvice ?? 'This gallery takes no packages over HTTP; it answers GET and HEAD.');
  return textAnswer(405, text, { Allow: allowed(false) });
}

function allowed(takesPushes: boolean): string {
  return takesPushes ? 'GET, HEAD, OPTIONS, PUT, POST, DELETE' : 'GET, HEAD, OPTIONS';
}

function commonHeaders(
  request: Request,
  response: Response,
  { requestId }: RequestContext,
  { isReader }: GatewayParts,
): Readonly<Record<string, string>> {
  const cacheControl = response.headers.get('cache-control') ?? defaultCacheControl(response.status);
  const isPublicRead = !isReader && (request.method === 'GET' || request.method === 'HEAD');
  return {
    'X-Request-Id': requestId,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': isReader ? privateCacheControl(cacheControl) : cacheControl,
    ...(isPublicRead && { 'Access-Control-Allow-Origin': '*' }),
  };
}

interface LogFacts {
  readonly startedAtMs: number;
  readonly context: RequestContext;
  readonly keyId: () => string | undefined;
}

function logWhenSent(
  request: Request,
  response: Response,
  { sent }: ClientInfo,
  { log, now }: GatewayParts,
  { startedAtMs, context, keyId }: LogFacts,
): void {
  if (!log) return;
  const { pathname, search } = new URL(request.url);
  const userAgent = request.headers.get('user-agent');
  const write = (sentBytes: number, isWhole: boolean) =>
    log({
      atMs: startedAtMs,
      requestId: context.requestId,
      method: request.method,
      target: loggedTarget(pathname + search),
      status: response.status,
      sentBytes,
      isWhole,
      durationMs: now() - startedAtMs,
      address: context.address,
      keyId: keyId(),
      userAgent: userAgent === null ? undefined : withoutKeys(userAgent.slice(0, 256)),
    });
  if (sent) void sent.then(({ bytes, isWhole }) => write(bytes, isWhole));
  else write(Number(response.headers.get('content-length') ?? 0), true);
}
