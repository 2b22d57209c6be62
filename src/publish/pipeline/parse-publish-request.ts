/** What an event carries → the request of a build pipeline, or what is wrong with it. */
import { type PublishRequest, publishRequestSchema } from '../../domain/publish-request.ts';
import { fail, ok, type Result } from '../../domain/result.ts';

export interface UnusableRequest {
  /** Its name, when at least that can be read: then it gets an answer. */
  readonly request: string | undefined;
  readonly id: string;
  readonly version: string;
  /** Clauses. */
  readonly problems: readonly string[];
}

/** More of them tell no more. */
const MOST_PROBLEMS = 10;
const LONGEST_TEXT = 100;

export function parsePublishRequest(value: unknown): Result<PublishRequest, UnusableRequest> {
  const parsed = publishRequestSchema.safeParse(value);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) =>
      [path.join('.'), message].filter(Boolean).join(': '),
    );
    return unusable(value, problems);
  }
  const problems = problemsOf(parsed.data);
  return problems.length > 0 ? unusable(value, problems) : ok(parsed.data);
}

function problemsOf({ action, sha512, url, content }: PublishRequest): readonly string[] {
  if (action !== 'publish')
    return url === undefined && content === undefined ? [] : ['url: only `publish` takes a package'];
  return [
    ...(sha512 === undefined ? ['sha512: it is needed to publish'] : []),
    ...((url === undefined) === (content === undefined)
      ? ['url: either it or content is needed to publish']
      : []),
  ];
}

function unusable(value: unknown, problems: readonly string[]): Result<never, UnusableRequest> {
  const given = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const text = (name: string) => (typeof given[name] === 'string' ? given[name].slice(0, LONGEST_TEXT) : '');
  const name = publishRequestSchema.shape.request.safeParse(given['request']);
  return fail({
    request: name.success ? name.data : undefined,
    id: text('id'),
    version: text('version'),
    problems: problems.slice(0, MOST_PROBLEMS),
  });
}
