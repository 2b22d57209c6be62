/** Answers of the stand-in for GitHub, and its refusals, with the words that GitHub has for them. */
export interface Answer {
  readonly status: number;
  /** Written as JSON; undefined for none. */
  readonly body?: unknown;
  /** Given page by page; `wrap` tells how a page is written. */
  readonly list?: readonly unknown[];
  readonly wrap?: (items: readonly unknown[]) => unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Thrown by whoever cannot answer. */
export class Refusal extends Error {
  readonly answer: Answer;

  constructor(
    status: number,
    message: string,
    more: { readonly errors?: readonly object[]; readonly headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message);
    const errors = more.errors === undefined ? {} : { errors: more.errors };
    this.answer = {
      status,
      body: { message, ...errors, documentation_url: 'https://docs.github.com/rest', status: String(status) },
      ...(more.headers === undefined ? {} : { headers: more.headers }),
    };
  }
}

export function notFound(message = 'Not Found'): Refusal {
  return new Refusal(404, message);
}

export function invalid(resource: string, field: string, code: string, message?: string): Refusal {
  const error = { resource, code, field, ...(message === undefined ? {} : { message }) };
  return new Refusal(422, 'Validation Failed', { errors: [error] });
}

const DEFAULT_PER_PAGE = 30;
const MAX_PER_PAGE = 100;

/** A page of a list, with links to its neighbours. */
export function pageOf(answer: Answer, url: URL): Answer {
  if (answer.list === undefined) return answer;
  const perPage = Math.min(countOf(url, 'per_page') ?? DEFAULT_PER_PAGE, MAX_PER_PAGE);
  const page = countOf(url, 'page') ?? 1;
  const last = Math.max(Math.ceil(answer.list.length / perPage), 1);
  const items = answer.list.slice((page - 1) * perPage, page * perPage);
  const link = (to: number, rel: string) => {
    const there = new URL(url);
    there.searchParams.set('page', String(to));
    return `<${there.href}>; rel="${rel}"`;
  };
  const links = [
    ...(page > 1 ? [link(Math.min(page - 1, last), 'prev')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
    ...(page > 1 ? [link(1, 'first')] : []),
  ];
  return {
    status: answer.status,
    body: answer.wrap ? answer.wrap(items) : items,
    headers: { ...answer.headers, ...(links.length > 0 ? { link: links.join(', ') } : {}) },
  };
}

/** Undefined when it is absent or no number from 1. */
function countOf(url: URL, name: string): number | undefined {
  const count = Number(url.searchParams.get(name));
  return Number.isInteger(count) && count >= 1 ? count : undefined;
}
