/** Faults on demand: what GitHub, or the net before it, does now and then to anybody. */
import { type Answer, Refusal } from './answer.ts';

export interface FakeFailure {
  /** 0 breaks the connection without an answer. */
  readonly status: number;
  readonly message?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Only requests with this method. */
  readonly method?: string;
  /** Only paths that this finds. */
  readonly path?: RegExp;
  /** How often; default once. */
  readonly times?: number;
  /** Whether the request is carried out all the same, as one is whose answer gets lost. */
  readonly isCarriedOut?: boolean;
}

export interface FailureQueue {
  readonly add: (failure: FakeFailure) => void;
  /** The next failure that is meant for this request; it is used up. */
  readonly take: (method: string, path: string) => FakeFailure | undefined;
}

export function failureQueue(): FailureQueue {
  const waiting: { readonly failure: FakeFailure; left: number }[] = [];
  return {
    add: (failure) => waiting.push({ failure, left: failure.times ?? 1 }),
    take: (method, path) => {
      const found = waiting.find(
        ({ failure, left }) =>
          left > 0 &&
          (failure.method === undefined || failure.method === method) &&
          (failure.path === undefined || failure.path.test(path)),
      );
      if (!found) return undefined;
      found.left -= 1;
      return found.failure;
    },
  };
}

export function failureAnswer(failure: FakeFailure): Answer {
  const { status, message = 'Server Error', headers = {} } = failure;
  return new Refusal(status, message, { headers }).answer;
}

/** GitHub's words when somebody asks too much too fast. */
export function secondaryLimit(retryAfterSeconds: number | undefined, status: 403 | 429): FakeFailure {
  return {
    status,
    message:
      'You have exceeded a secondary rate limit. Please wait a few minutes before you try again. If you reach out to GitHub Support for help, please include the request ID.',
    headers: retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) },
  };
}
