/** One address of the API: what it is called, which permissions it wants, and how it answers. */
import type { Answer } from './answer.ts';
import { notFound, Refusal } from './answer.ts';
import type { FakeState, FakeThread, FakeToken } from './state.ts';

export interface Asking {
  readonly state: FakeState;
  /** Undefined for whoever gave none. */
  readonly token: FakeToken | undefined;
  readonly url: URL;
  /** Parts of the path by name, decoded. */
  readonly parts: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
  /** Of the body as it came. */
  readonly bytes: Buffer;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'PUT';
  /** Below `/repos/{owner}/{repo}`; `{part}` stands for one part of the path. */
  readonly path: string;
  /** One of these suffices, e.g. `issues=write`; none for what every token may. */
  readonly accepts: readonly string[];
  /** Not even in a public repository for whoever has no token, or none that is good for it. */
  readonly isGuarded?: true;
  readonly answer: (asking: Asking) => Answer;
}

export const ISSUES_OR_PULLS_READ = ['issues=read', 'pull_requests=read'];
export const ISSUES_OR_PULLS_WRITE = ['issues=write', 'pull_requests=write'];

export function matchRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): { readonly route: Route; readonly parts: Readonly<Record<string, string>> } | undefined {
  for (const route of routes) {
    if (route.method !== method) continue;
    const names: string[] = [];
    const pattern = route.path.replace(/\{(\w+)\}/g, (_, name: string) => {
      names.push(name);
      return '([^/]+)';
    });
    const found = new RegExp(`^${pattern}$`).exec(path);
    if (!found) continue;
    const parts = names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? '')] as const);
    return { route, parts: Object.fromEntries(parts) };
  }
  return undefined;
}

/** @throws Refusal as GitHub does for a token that lacks a permission, and for none */
export function checkPermission({ state, token }: Pick<Asking, 'state' | 'token'>, route: Route): void {
  const isPublic = state.settings.visibility === 'public';
  // Nobody is told that a private repository exists.
  if (!token && !isPublic) throw notFound();
  const isRead = route.method === 'GET';
  if (isRead && isPublic && !route.isGuarded) return;
  if (!token) throw new Refusal(401, 'Requires authentication');
  if (route.accepts.length > 0 && !route.accepts.some((one) => hasPermission(token, one)))
    throw lacking(route.accepts);
}

export function lacking(accepts: readonly string[]): Refusal {
  return new Refusal(403, 'Resource not accessible by integration', {
    headers: { 'x-accepted-github-permissions': accepts.join('; ') },
  });
}

/** @param wanted  `pull_requests=write` */
export function hasPermission(token: FakeToken | undefined, wanted: string): boolean {
  const [name = '', level] = wanted.split('=');
  const held = token?.permissions[name.replaceAll('_', '-')];
  return held === 'write' || (held !== undefined && held === level);
}

export function threadIn({ state, parts }: Asking): FakeThread {
  const thread = state.threads.get(Number(parts['number']));
  if (!thread) throw notFound();
  if (!thread.pull && !state.settings.hasIssues) throw new Refusal(410, 'Issues are disabled for this repo');
  return thread;
}

/** A permission over pull requests is none over issues, though they share their addresses. */
export function checkThreadPermission(asking: Asking, thread: FakeThread): void {
  if (thread.pull || hasPermission(asking.token, 'issues=write')) return;
  throw lacking(['issues=write']);
}

export function actorOf({ token }: Asking): string {
  return token?.login ?? '';
}
