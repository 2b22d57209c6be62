/** What GitHub refused or had not, in a sentence, with what to do about it. */
import { GalleryError } from '../domain/gallery-error.ts';

export interface Asked {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** Undefined when nothing came back. */
  readonly answer:
    | {
        readonly status: number;
        readonly message: string;
        readonly headers: Readonly<Record<string, string | number | undefined>>;
      }
    | undefined;
  /** Why nothing came back. */
  readonly reason: string | undefined;
  readonly cause: unknown;
}

const LONGEST_MESSAGE = 400;

export function failureOf(asked: Asked, token: string | undefined): GalleryError {
  const { code, verb, hint } = kindOf(asked);
  const said = (asked.answer?.message ?? asked.reason ?? '').slice(0, LONGEST_MESSAGE).replace(/\.$/, '');
  const status = asked.answer ? ` (${asked.answer.status})` : '';
  const sentence = `GitHub ${verb} ${asked.method} ${asked.path}${status}: ${said}.`;
  return new GalleryError(code, withoutToken(sentence, token), hint && withoutToken(hint, token), {
    // An answer's own error holds the whole request; a network's holds an address and a port.
    ...(asked.answer ? {} : { cause: asked.cause }),
  });
}

interface FailureKind {
  readonly code: string;
  /** Between `GitHub` and what was asked. */
  readonly verb: string;
  readonly hint: string | undefined;
}

function kindOf(asked: Asked): FailureKind {
  const { answer } = asked;
  if (!answer)
    return {
      code: 'GITHUB_UNREACHABLE',
      verb: 'did not answer',
      hint: 'See whether this machine reaches GitHub, and https://www.githubstatus.com, and run it again.',
    };
  const { status, message, headers } = answer;
  if (status >= 500)
    return {
      code: 'GITHUB_UNREACHABLE',
      verb: 'failed at',
      hint: 'This is a fault of GitHub: see https://www.githubstatus.com, and run it again.',
    };
  if (isLimit(answer))
    return { code: 'GITHUB_LIMIT', verb: 'put off', hint: `Run it again ${afterWhich(headers)}.` };
  if (status === 401)
    return {
      code: 'GITHUB_REFUSED',
      verb: 'did not accept the token of',
      hint: 'The token is missing, mistyped, expired or revoked: set GITHUB_TOKEN to one that is valid.',
    };
  if (status === 403) return { code: 'GITHUB_REFUSED', verb: 'refused', hint: refusalHint(message, headers) };
  if (status === 404 || status === 410)
    return {
      code: 'GITHUB_ABSENT',
      verb: 'has nothing for',
      hint: 'See that the repository and the number are right; to a token that may not read it, a private repository does not exist.',
    };
  return {
    code: 'GITHUB_INVALID',
    verb: 'found invalid',
    hint: 'GitHub understood what was asked and cannot do it: what it says names the field.',
  };
}

/** GitHub answers 403 as well as 429, and says which limit only in words and headers. */
function isLimit({ status, message, headers }: NonNullable<Asked['answer']>): boolean {
  if (status === 429) return true;
  return (
    status === 403 &&
    (headers['x-ratelimit-remaining'] === '0' ||
      headers['retry-after'] !== undefined ||
      /\brate limit\b/i.test(message))
  );
}

function afterWhich(headers: NonNullable<Asked['answer']>['headers']): string {
  const seconds = Number(headers['retry-after']);
  if (seconds > 0) return `in ${seconds} seconds`;
  const reset = Number(headers['x-ratelimit-reset']);
  if (headers['x-ratelimit-remaining'] === '0' && reset > 0)
    return `after ${new Date(reset * 1000).toISOString()}, when the limit of requests is renewed`;
  return 'in a few minutes';
}

function refusalHint(message: string, headers: NonNullable<Asked['answer']>['headers']): string {
  if (/\barchived\b/i.test(message))
    return 'Unarchive the repository, or leave it as it is: nothing in it changes.';
  if (/\blocked\b/i.test(message)) return 'Unlock the conversation on its page, or answer elsewhere.';
  const accepted = headers['x-accepted-github-permissions'];
  return typeof accepted === 'string' && accepted !== ''
    ? `The token lacks a permission. In a workflow, give its job under permissions: ${permissionsText(accepted)}.`
    : 'The token lacks a permission: see the permissions of the job that ran this, or those that the token was made with.';
}

/** `issues=write; pull_requests=write` is GitHub's way to say either, and a comma its way to say both. */
function permissionsText(accepted: string): string {
  return accepted
    .split(';')
    .map((all) =>
      all
        .split(',')
        .map((one) => one.trim().replace('=', ': ').replaceAll('_', '-'))
        .join(' and '),
    )
    .join(', or ');
}

function withoutToken(text: string, token: string | undefined): string {
  return token ? text.replaceAll(token, '***') : text;
}
