/**
 * A push over HTTP, from the key to the answer. Of a stranger nothing is read but the head of the request; then the key is
 * looked at, then the body, and only then the door, which knows packages.
 */
import { type Finding, hasErrors } from '../../domain/finding.ts';
import { GalleryError } from '../../domain/gallery-error.ts';
import type { Authorized } from '../../publish/keys/authorize.ts';
import { allows, outOfReach } from '../../publish/keys/grant.ts';
import { type RefusalReason, refusal } from '../../publish/keys/refusal.ts';
import { answerStatus } from '../../publish/pipeline/answer-status.ts';
import { publishIdUnknown } from '../../rules/publish-id-unknown.ts';
import { publishRate } from '../../rules/publish-rate.ts';
import { publishVersionUnknown } from '../../rules/publish-version-unknown.ts';
import { findBearerKey } from '../bearer-keys.ts';
import { headerLine } from '../header-line.ts';
import type { PushDoor, PushOutcome } from '../push-door.ts';
import { discardBody } from './body-bytes.ts';
import type { BodySlots } from './body-slots.ts';
import type { KeyThrottle } from './key-throttle.ts';
import { readPackageBody } from './package-body.ts';
import { type PushAnswer, renderPushAnswer } from './push-answer.ts';
import type { PushTarget } from './push-target.ts';

export interface PushContext {
  readonly door: PushDoor;
  /** Milliseconds of Unix time. */
  readonly nowMs: number;
  readonly requestId: string;
  /** Of the client, as the server knows it. */
  readonly address: string;
  readonly throttle: KeyThrottle;
  readonly slots: BodySlots;
  /**
   * How much of a body that is refused is read still, and forgotten, so that clients of .NET see the answer rather than a
   * broken pipe. 0: the platform sees to that.
   */
  readonly lingerBytes: number;
  /** Called before a body of so many bytes, or fewer, is read; what it gives ends the reading. */
  readonly deadline: (bytes: number) => AbortSignal;
  /** Puts the name of the key into the log of requests. */
  readonly noteKey?: (keyId: string) => void;
  /** For the log. */
  readonly tell: (event: PushEvent) => void;
}

/** What an answer does not say. No event holds a key. */
export type PushEvent =
  | {
      readonly kind: 'refused';
      readonly status: number;
      /** Why a key does not count. */
      readonly reason?: RefusalReason;
      readonly codes: readonly string[];
      readonly keyId?: string;
    }
  | { readonly kind: 'failed'; readonly error: GalleryError };

const KEY_MISSING =
  'An API key is needed: send it in the header X-NuGet-ApiKey (-NuGetApiKey, -ApiKey, or --api-key). Ask a maintainer of the gallery for one.';
const BUSY = 'The gallery takes as many packages as it can at this time. Send it again in a few seconds.';
const BUSY_SECONDS = 5;
/** dotnet waits in silence for as long as it is told; of longer waits the reason tells. */
const LONGEST_RETRY_SECONDS = 60;
const CLOSED = 'The gallery can take nothing at this time, and nothing was written. Send it again later.';
const CLOSED_SECONDS = 60;

/** @throws what the door throws, but for a GalleryError */
export async function answerPush(
  request: Request,
  target: PushTarget,
  context: PushContext,
): Promise<Response> {
  const answer = await judge(request, target, context);
  await linger(request, answer, context);
  return renderPushAnswer(request, answer);
}

/** For whoever was asked to wait, nothing more is done. */
async function linger(
  { body, bodyUsed, headers }: Request,
  { status }: PushAnswer,
  { lingerBytes, deadline }: PushContext,
): Promise<void> {
  if (!body || bodyUsed || status === 429 || Number(headers.get('content-length') ?? 0) > lingerBytes) return;
  if (lingerBytes > 0) await discardBody(body, { lingerBytes, signal: deadline(lingerBytes) });
}

async function judge(request: Request, target: PushTarget, context: PushContext): Promise<PushAnswer> {
  const text = request.headers.get('x-nuget-apikey') ?? '';
  if (text === '') {
    context.tell({ kind: 'refused', status: 401, reason: 'no-proof', codes: [] });
    // RFC 9110 asks for the header; with Basic in it, clients would ask people for a name and a password.
    const headers = { 'www-authenticate': 'ApiKey realm="pwshelf"' };
    return { status: 401, findings: [], sentence: KEY_MISSING, headers };
  }
  try {
    const found = await findBearerKey(text, await context.door.keys(), context.nowMs);
    if (!found.ok) return refuseKey(context, found.problem);
    const authorized = found.value;
    if (authorized.proof.keyId !== undefined) context.noteKey?.(authorized.proof.keyId);
    if (!isInReach(authorized, target)) {
      const reason = target.kind === 'listing' ? outOfReach(authorized.grants, target.id) : 'scope-missing';
      return refuseKey(context, reason, authorized);
    }
    switch (target.kind) {
      case 'malformed':
        return refuse(context, authorized, 400, target.findings);
      case 'listing':
        return await setListing(request, target, authorized, context);
      case 'publish':
        return await publish(request, authorized, context);
      default:
        return target satisfies never;
    }
  } catch (error) {
    if (!(error instanceof GalleryError)) throw error;
    context.tell({ kind: 'failed', error });
    return { status: 503, findings: [], sentence: CLOSED, headers: retryAfter(CLOSED_SECONDS) };
  }
}

/** As far as it can be known before the body is read: whether an id is new here, the door knows. */
function isInReach({ grants }: Authorized, target: PushTarget): boolean {
  switch (target.kind) {
    case 'publish':
      return grants.some(({ scopes }) => scopes.includes('push-new') || scopes.includes('push-version'));
    case 'listing':
      return grants.some((grant) => allows(grant, 'unlist', target.id));
    case 'malformed':
      return grants.some(({ scopes }) => scopes.includes('unlist'));
    default:
      return target satisfies never;
  }
}

async function publish(request: Request, authorized: Authorized, context: PushContext): Promise<PushAnswer> {
  const { door, slots, deadline, requestId, lingerBytes } = context;
  const maxPackageBytes = await door.maxPackageBytes();
  const { signal } = request;
  const release = await slots.take(authorized.publisher.toLowerCase(), signal);
  if (!release) return { status: 503, findings: [], sentence: BUSY, headers: retryAfter(BUSY_SECONDS) };
  // The place is kept until the door has answered: so long are the bytes in memory.
  try {
    const body = await readPackageBody(request, { maxPackageBytes, deadline, lingerBytes });
    if (!body.ok) return refuse(context, authorized, body.problem.status, [body.problem.finding]);
    const outcome = await door.publish({ authorized, bytes: body.value, requestId, signal });
    return answerOf(outcome, authorized, context, { status: 201, verb: 'is published' });
  } finally {
    release();
  }
}

async function setListing(
  { signal }: Request,
  { id, version, listed }: Extract<PushTarget, { kind: 'listing' }>,
  authorized: Authorized,
  context: PushContext,
): Promise<PushAnswer> {
  const { door, requestId } = context;
  const outcome = await door.setListing({ authorized, id, version, listed, requestId, signal });
  const done = listed ? { status: 200, verb: 'is listed' } : { status: 204, verb: 'is unlisted' };
  return answerOf(outcome, authorized, context, done);
}

function answerOf(
  outcome: PushOutcome,
  authorized: Authorized,
  context: PushContext,
  done: { readonly status: number; readonly verb: string },
): PushAnswer {
  const { kind, findings } = outcome;
  switch (kind) {
    case 'refused': {
      const status = !hasErrors(findings) ? 400 : isAbsent(findings) ? 404 : answerStatus(findings);
      return refuse(context, authorized, status, findings, outcome.reason);
    }
    case 'done': {
      const { id, version, commit } = outcome;
      const sentence = `${id} ${version} ${done.verb}.`;
      return { status: done.status, findings, sentence, details: { id, version, commit } };
    }
    case 'proposed': {
      const { id, version, url } = outcome;
      const sentence = `${id} ${version} waits for a maintainer: ${url}`;
      return {
        status: 202,
        findings,
        sentence,
        headers: { location: headerLine(url) },
        details: { id, version, url },
      };
    }
    default:
      return kind satisfies never;
  }
}

/** What is to be unlisted is not there: clients of NuGet know 404 for that. */
function isAbsent(findings: readonly Finding[]): boolean {
  const errors = findings.filter(({ severity }) => severity === 'error');
  return errors.every(({ code }) => code === publishIdUnknown.code || code === publishVersionUnknown.code);
}

function refuse(
  context: PushContext,
  authorized: Authorized,
  status: number,
  findings: readonly Finding[],
  reason?: RefusalReason,
): PushAnswer {
  const codes = findings.map(({ code }) => code);
  if (status === 403) return refuseKey(context, reason, authorized, codes);
  context.tell({ kind: 'refused', status, codes, ...keyIdOf(authorized) });
  const waits = findings.flatMap(({ code, args }) =>
    code === publishRate.code ? [args['waitSeconds']] : [],
  );
  const waitSeconds = Math.max(0, ...waits.filter((seconds) => typeof seconds === 'number'));
  const isSoon = status === 429 && waitSeconds <= LONGEST_RETRY_SECONDS;
  return { status, findings, ...(isSoon && { headers: retryAfter(Math.max(1, waitSeconds)) }) };
}

/** One answer, whether the key is unknown, has ended, or is for other packages, here or at the door. */
function refuseKey(
  { throttle, address, nowMs, tell }: PushContext,
  reason: RefusalReason | undefined,
  authorized?: Authorized,
  codes: readonly string[] = [],
): PushAnswer {
  const waitSeconds = throttle.waitSeconds(address, nowMs);
  throttle.note(address, nowMs);
  const status = waitSeconds > 0 ? 429 : 403;
  tell({ kind: 'refused', status, ...(reason && { reason }), codes, ...(authorized && keyIdOf(authorized)) });
  if (waitSeconds > 0) {
    const sentence = `Too many keys from this address were refused. Ask again in ${waitSeconds} seconds, with a key that counts.`;
    return { status, findings: [], sentence, headers: retryAfter(waitSeconds) };
  }
  return { status, findings: [refusal(reason ?? 'scope-missing').finding] };
}

function keyIdOf({ proof: { keyId } }: Authorized): { readonly keyId?: string } {
  return keyId === undefined ? {} : { keyId };
}

function retryAfter(seconds: number): Readonly<Record<string, string>> {
  return { 'retry-after': String(seconds) };
}
