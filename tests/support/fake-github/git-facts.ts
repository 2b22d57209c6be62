/** What the stand-in for GitHub reads from the bare repository behind it, anew at each request. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FakeState, stamp } from './state.ts';

function git(gitDir: string, ...args: readonly string[]): Buffer {
  return execFileSync('git', ['--git-dir', gitDir, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  });
}

/** Makes a pull request's head point where the test says. */
export function setPullHead(gitDir: string, number: number, revision: string): void {
  git(gitDir, 'update-ref', `refs/pull/${number}/head`, `${revision}^{commit}`);
}

/** The commit, or undefined when there is none. */
export function commitOf(gitDir: string, revision: string): string | undefined {
  try {
    return git(gitDir, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`)
      .toString()
      .trim();
  } catch {
    return undefined;
  }
}

/**
 * Heads may have moved, and branches too: as GitHub does after a push, a pull request whose head is reachable from its
 * base counts as merged.
 */
export function followPushes(state: FakeState): void {
  const open = [...state.threads.values()].filter(({ isOpen, pull }) => isOpen && pull);
  if (open.length === 0) return;
  const mark = refMark(state.gitDir);
  if (seen.get(state) === mark) return;
  seen.set(state, mark);
  const lines = git(state.gitDir, 'for-each-ref', '--format=%(refname) %(objectname)').toString().split('\n');
  const refs = new Map(lines.map((line) => line.split(' ') as [string, string]));
  const reachable = new Map<string, ReadonlySet<string>>();
  const commitsOf = (baseRef: string) => {
    const known = reachable.get(baseRef);
    if (known) return known;
    const tip = refs.get(`refs/heads/${baseRef}`);
    const commits = new Set(tip ? git(state.gitDir, 'rev-list', tip).toString().split('\n') : []);
    reachable.set(baseRef, commits);
    return commits;
  };
  for (const thread of open) {
    const { pull } = thread;
    if (!pull) continue;
    pull.headSha = refs.get(`refs/pull/${thread.number}/head`) ?? pull.headSha;
    if (!commitsOf(pull.baseRef).has(pull.headSha)) continue;
    const at = stamp(state);
    const by = 'github-actions[bot]';
    for (const event of ['merged', 'closed'] as const)
      thread.events.push({ id: state.nextId(), event, by, at });
    thread.isOpen = false;
    thread.updatedAt = at;
    pull.mergedAt = at;
  }
}

/** What the refs were when they were followed last: most requests come with nothing pushed in between. */
const seen = new WeakMap<FakeState, string>();

/** Changes whenever a ref does: git writes a ref as a file, by renaming a new one into its place. */
function refMark(gitDir: string): string {
  const marks = readdirSync(join(gitDir, 'refs'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return `${path} ${readFileSync(path, 'utf8')}`;
    });
  const packed = join(gitDir, 'packed-refs');
  return [...marks.sort(), existsSync(packed) ? readFileSync(packed, 'utf8') : ''].join('\n');
}

export type FakeEntry =
  | { readonly kind: 'file'; readonly sha: string; readonly bytes: Buffer }
  | { readonly kind: 'symlink' | 'submodule'; readonly sha: string }
  | { readonly kind: 'folder'; readonly names: readonly string[] };

/** What lies at a path of a commit. */
export function entryAt(gitDir: string, commit: string, path: string): FakeEntry | undefined {
  if (path === '') return folderAt(gitDir, commit);
  const line = git(gitDir, 'ls-tree', '-z', commit, '--', path).toString().split('\0')[0] ?? '';
  const [mode = '', type = '', sha = ''] = line.split(/[ \t]/);
  if (type === 'tree') return folderAt(gitDir, sha);
  if (type === 'commit') return { kind: 'submodule', sha };
  if (type !== 'blob') return undefined;
  if (mode === '120000') return { kind: 'symlink', sha };
  return { kind: 'file', sha, bytes: git(gitDir, 'cat-file', 'blob', sha) };
}

function folderAt(gitDir: string, tree: string): FakeEntry {
  const names = git(gitDir, 'ls-tree', '-z', '--name-only', tree).toString().split('\0').filter(Boolean);
  return { kind: 'folder', names };
}
