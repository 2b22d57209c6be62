/**
 * One recorded request: `case.yaml` says who asks for what, and it is carried out for real: commits in a git repository,
 * GitHub behind HTTP, the code of the actions. What came out is compared with the golden files beside it.
 */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type ActionContext, openActionContext } from '../../src/actions/action-context.ts';
import { commentOnRequest } from '../../src/actions/comment.ts';
import { mergeOfEvent } from '../../src/actions/merge.ts';
import type { MergeOutcome } from '../../src/actions/merge-request.ts';
import { formatMarker } from '../../src/actions/request-marker.ts';
import { type MadePackage, packageSources, packMade } from './made-package.ts';
import { makeNupkg } from './make-nupkg.ts';
import { makeRequestGallery, NOW, type RequestGallery, TOKEN, type TreeEdit } from './request-gallery.ts';

const packageSchema = z.strictObject({
  id: z.string(),
  version: z.string(),
  kind: z.enum(['module', 'script']).optional(),
  guid: z.string().optional(),
  functions: z.array(z.string()).optional(),
  description: z.string().optional(),
  license: z.string().optional(),
  requires: z.array(z.string()).optional(),
  files: z.record(z.string(), z.string()).optional(),
});

const changeSchema = z.strictObject({
  path: z.string(),
  text: z.string().optional(),
  package: packageSchema.optional(),
  /** Sources of a package, below the path. */
  sources: packageSchema.optional(),
  /** A file inside an archive that is otherwise right. */
  hostileEntry: z.string().optional(),
  gone: z.literal(true).optional(),
  mode: z.string().optional(),
  submodule: z.literal(true).optional(),
  /** In the text of the base: [from, to]; from is a pattern when it begins with a slash. */
  replace: z.array(z.tuple([z.string(), z.string()])).optional(),
  /** This many files, `{}` of the path being their number. */
  count: z.int().optional(),
  zeroBytes: z.int().optional(),
});

export const caseSchema = z.strictObject({
  does: z.string(),
  author: z.string(),
  title: z.string().optional(),
  /** Of an issue. */
  body: z.string().optional(),
  form: z.string().optional(),
  changes: z.array(changeSchema).optional(),
  /** More commits of the pull request, one list each. */
  moreCommits: z.array(z.array(changeSchema)).optional(),
  /** What the gallery's branch became after the pull request branched off. */
  meanwhile: z.array(changeSchema).optional(),
  isDraft: z.boolean().optional(),
  /** The account of the author is no more. */
  isAuthorGone: z.boolean().optional(),
  isOrphan: z.boolean().optional(),
  /** The head moved after the run began. */
  hasMoved: z.boolean().optional(),
  labels: z.array(z.strictObject({ name: z.string(), by: z.string(), at: z.string().optional() })).optional(),
  comments: z.array(z.strictObject({ by: z.string(), body: z.string() })).optional(),
  /** Since when the gallery knows this head; `of` another head when the branch was pushed to since. */
  seen: z
    .strictObject({ at: z.string(), of: z.enum(['this', 'another']), by: z.string().optional() })
    .optional(),
  downloads: z.record(z.string(), z.union([packageSchema, z.int()])).optional(),
  now: z.string().optional(),
});

export type RequestCase = z.output<typeof caseSchema>;
type Change = z.output<typeof changeSchema>;

export interface CaseOutcome {
  readonly verdict: object;
  readonly comment: string;
  readonly actions: object;
}

export function readCase(folder: string): RequestCase {
  return caseSchema.parse(parse(readFileSync(join(folder, 'case.yaml'), 'utf8')));
}

/** Call it inside a running test. */
export async function runCase(spec: RequestCase): Promise<CaseOutcome> {
  const gallery = await makeRequestGallery(spec.now ?? NOW);
  try {
    const number = await makeRequest(gallery, spec);
    const context = await contextOf(gallery, spec, number);
    const talk = await commentOnRequest(context);
    const comment = lastComment(gallery, number);
    const before = gallery.git('rev-parse', 'main').trim();
    const outcome = await mergeOfEvent(context);
    const verdict = verdictOf(outcome);
    const commit = gallery.git('rev-parse', 'main').trim();
    const thread = gallery.github.thread(number);
    return {
      verdict,
      comment: masked(comment),
      actions: {
        talk: talk.map((action) =>
          'body' in action ? { ...action, body: undefined, id: undefined } : action,
        ),
        merge: outcome?.kind ?? 'none',
        commit: commit === before ? undefined : commitFacts(gallery, commit),
        labels: [...thread.labels].sort(),
        isOpen: thread.isOpen,
        comments: thread.comments.filter(({ by }) => by === BOT).length,
        closing: commit === before ? undefined : masked(lastComment(gallery, number)).split('\n').slice(2, 8),
      },
    };
  } finally {
    await gallery.github.close();
  }
}

const BOT = 'github-actions[bot]';

async function makeRequest(gallery: RequestGallery, spec: RequestCase): Promise<number> {
  const { github, git, commit } = gallery;
  const title = spec.title ?? 'A request';
  const now = spec.now ?? NOW;
  let number: number;
  if (spec.form !== undefined) {
    number = github.addIssue({
      author: spec.author,
      title,
      body: spec.body ?? '',
      labels: [spec.form],
      createdAt: now,
    });
  } else {
    const main = git('rev-parse', 'main').trim();
    let head = spec.isOrphan ? git('commit-tree', '-m', 'Orphan', `${main}^{tree}`).trim() : main;
    for (const changes of [spec.changes ?? [], ...(spec.moreCommits ?? [])]) {
      head = commit('refs/heads/request', head, await editsOf(gallery, changes));
    }
    number = github.addPullRequest({
      author: spec.author,
      head,
      title,
      isDraft: spec.isDraft ?? false,
      createdAt: now,
    });
    if (spec.meanwhile) commit('refs/heads/main', main, await editsOf(gallery, spec.meanwhile));
  }
  for (const { name, by, at } of spec.labels ?? []) github.label(number, name, by, at);
  for (const { by, body } of spec.comments ?? []) github.addComment(number, by, body);
  if (spec.isAuthorGone) github.removeUser(spec.author);
  if (spec.seen) {
    const head = git('rev-parse', `refs/pull/${number}/head`).trim();
    const marker = { head: spec.seen.of === 'this' ? head : '0'.repeat(40), seenAt: spec.seen.at };
    github.addComment(number, spec.seen.by ?? BOT, `${formatMarker(marker)}\n\nEarlier.`, spec.seen.at);
  }
  return number;
}

async function contextOf(gallery: RequestGallery, spec: RequestCase, number: number): Promise<ActionContext> {
  const { github, commit, git, clone } = gallery;
  const kind = spec.form === undefined ? 'pull_request' : 'issue';
  const event = { action: 'opened', [kind]: github.json(number), repository: { default_branch: 'main' } };
  const folder = mkdtempSync(join(clone, 'event-'));
  writeFileSync(join(folder, 'event.json'), JSON.stringify(event));
  if (spec.hasMoved) {
    const head = git('rev-parse', `refs/pull/${number}/head`).trim();
    commit(`refs/pull/${number}/head`, head, [{ path: 'packages-index/later.txt', content: 'later' }]);
  }
  const context = openActionContext(
    {
      GITHUB_EVENT_PATH: join(folder, 'event.json'),
      GITHUB_REPOSITORY: github.repository,
      GITHUB_API_URL: github.apiUrl,
      GITHUB_TOKEN: TOKEN,
      PWSHELF_GALLERY: clone,
      PWSHELF_NOW: spec.now ?? NOW,
    },
    { isDryRun: false, say: () => undefined, secondMs: 1 },
  );
  return { ...context, download: downloads(spec) };
}

function downloads(spec: RequestCase): ActionContext['download'] {
  return async (url, { isAllowed } = {}) => {
    if (isAllowed?.(new URL(url)) === false) return { kind: 'none', problem: 'the host is not allowed' };
    const found = spec.downloads?.[url];
    if (found === undefined) return { kind: 'none', problem: 'nothing answers' };
    const body = typeof found === 'number' ? Buffer.from('') : Buffer.from(await packMade(made(found)));
    const status = typeof found === 'number' ? found : 200;
    return { kind: 'answer', status, contentType: 'application/zip', body, durationMs: 1 };
  };
}

/** Of the look that the merge took; none for what is for people, or has moved. */
function verdictOf(outcome: MergeOutcome | undefined): object {
  if (outcome?.kind !== 'merged' && outcome?.kind !== 'not-accepted') return { kind: 'none' };
  const { kind, findings, holds, plan } = outcome.evaluated.verdict;
  const shown = findings.map(({ code, severity, place, args }) => ({ code, severity, ...place, args }));
  return JSON.parse(masked(JSON.stringify({ kind, holds, findings: shown, plan }))) as object;
}

function lastComment({ github }: RequestGallery, number: number): string {
  return github.thread(number).comments.findLast(({ by }) => by === BOT)?.body ?? '';
}

function commitFacts({ git }: RequestGallery, commit: string): object {
  const [, ...parents] = git('rev-list', '--parents', '-n1', commit).trim().split(' ');
  return {
    message: masked(git('log', '-1', '--format=%B', commit))
      .trim()
      .split('\n'),
    author: git('log', '-1', '--format=%an <%ae>', commit).trim(),
    parents: parents.length,
    files: git('diff', '--name-status', '--no-renames', `${commit}^1`, commit).trim().split('\n'),
  };
}

/** Hashes, and sizes of what zlib has packed, which differ from one system to another. */
function masked(text: string): string {
  return text
    .replace(/[A-Za-z0-9+/]{86}==/g, '<sha512>')
    .replace(/\b[0-9a-f]{128}\b/g, '<hex512>')
    .replace(/\b[0-9a-f]{64}\b/g, '<sha256>')
    .replace(/\b(?!0{40})[0-9a-f]{40}\b/g, '<commit>')
    .replace(/"sizeBytes":\d+/g, '"sizeBytes":1')
    .replace(/\| Size \| `[^`]+, /g, '| Size | `<size>, ')
    .replace(/http:\/\/127\.0\.0\.1:\d+/g, 'http://127.0.0.1');
}

async function editsOf(gallery: RequestGallery, changes: readonly Change[]): Promise<readonly TreeEdit[]> {
  const edits: TreeEdit[] = [];
  for (const change of changes) edits.push(...(await editOf(gallery, change)));
  return edits;
}

async function editOf({ git }: RequestGallery, change: Change): Promise<readonly TreeEdit[]> {
  const { path, mode = '100644' } = change;
  if (change.gone) return [{ path, content: undefined }];
  if (change.submodule)
    return [{ path, content: undefined, mode: '160000', oid: git('rev-parse', 'main').trim() }];
  if (change.package) return [{ path, content: await packMade(made(change.package)), mode }];
  if (change.sources) {
    const sources = packageSources(made(change.sources));
    return Object.entries(sources).map(([name, content]) => ({ path: `${path}/${name}`, content, mode }));
  }
  if (change.hostileEntry !== undefined) {
    const files = [{ name: change.hostileEntry, data: 'x' }];
    return [{ path, content: makeNupkg({ id: 'Hostile.Box', files }), mode }];
  }
  if (change.replace) {
    let content = git('show', `main:${path}`);
    for (const [from, to] of change.replace) {
      const pattern = from.startsWith('/') ? new RegExp(from.slice(1, -1)) : from;
      if (content.replace(pattern, to) === content && from !== to)
        throw new Error(`${path} does not hold ${from}`);
      content = content.replace(pattern, to);
    }
    return [{ path, content, mode }];
  }
  if (change.zeroBytes !== undefined) return [{ path, content: new Uint8Array(change.zeroBytes), mode }];
  const text = change.text ?? '';
  return Array.from({ length: change.count ?? 1 }, (_, at) => ({
    path: path.replace('{}', String(at)),
    content: text,
    mode,
  }));
}

function made(spec: z.output<typeof packageSchema>): MadePackage {
  return Object.fromEntries(
    Object.entries(spec).filter(([, value]) => value !== undefined),
  ) as unknown as MadePackage;
}
