/**
 * A clone of a gallery's repository, asked through git's plumbing. What others wrote is read as objects by their names and
 * never checked out: no file of a pull request touches the disk under a name of its own choosing.
 */
import { spawn } from 'node:child_process';
import { GalleryError } from '../domain/gallery-error.ts';
import type { TreeChange } from '../publish/request/tree-change.ts';

export interface GitRepository {
  readonly dir: string;
  /** Runs git; stdout as text. @throws GalleryError GIT_FAILED with what git said */
  readonly git: (args: readonly string[], options?: GitOptions) => Promise<string>;
  /** The commit that a revision names, or undefined. */
  readonly commit: (revision: string) => Promise<string | undefined>;
  /** What differs between two trees, in the order of paths. */
  readonly changes: (from: string, to: string) => Promise<readonly TreeChange[]>;
  /** Paths of all files of a tree below a folder. */
  readonly paths: (revision: string, folder: string) => Promise<readonly string[]>;
  /** Sizes of contents in bytes, by their names. */
  readonly sizes: (oids: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  /** @throws GalleryError when there is no such content */
  readonly bytes: (oid: string) => Promise<Uint8Array>;
  /** The text of a file, or undefined when the revision has none at that path. */
  readonly text: (revision: string, path: string) => Promise<string | undefined>;
}

export interface GitOptions {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

export function openGitRepository(dir: string): GitRepository {
  const git = async (args: readonly string[], options?: GitOptions) =>
    Buffer.from(await runGit(dir, args, options)).toString('utf8');
  return {
    dir,
    git,
    commit: async (revision) => {
      try {
        const name = await git([
          'rev-parse',
          '--verify',
          '--quiet',
          '--end-of-options',
          `${revision}^{commit}`,
        ]);
        return name.trim();
      } catch {
        return undefined;
      }
    },
    changes: async (from, to) =>
      readRawDiff(await git(['diff-tree', '-r', '-z', '--raw', '--no-renames', '--full-index', from, to])),
    paths: async (revision, folder) =>
      splitNul(await git(['ls-tree', '-r', '-z', '--name-only', '--full-tree', revision, '--', folder])),
    sizes: async (oids) => {
      if (oids.length === 0) return new Map();
      const text = await git(['cat-file', '--batch-check=%(objectname) %(objectsize)'], {
        input: `${oids.join('\n')}\n`,
      });
      return new Map(
        text
          .trimEnd()
          .split('\n')
          .map((line) => line.split(' '))
          .map(([oid = '', size = '']) => [oid, /^\d+$/.test(size) ? Number(size) : 0]),
      );
    },
    bytes: (oid) => runGit(dir, ['cat-file', 'blob', oid]),
    text: async (revision, path) => {
      const entry = await git(['ls-tree', '-z', '--full-tree', revision, '--', path]);
      const oid = /^100(?:644|755) blob ([0-9a-f]{40,64})\t/.exec(entry)?.[1];
      return oid === undefined ? undefined : await git(['cat-file', 'blob', oid]);
    },
  };
}

/** Arguments by which git puts objects and refs onto the disk before it says that it has written them. */
export const GIT_DURABLE: readonly string[] = ['-c', 'core.fsync=committed,reference'];

/** Never asks anybody anything, and reads no settings but those of the repository and its user. */
const QUIET = { GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' };

function runGit(dir: string, args: readonly string[], { input, env }: GitOptions = {}): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['-C', dir, ...args], {
      env: { ...process.env, ...QUIET, ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    // A git that ends before it has read everything says why on stderr.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input ?? '');
    child.on('error', (error) => reject(failure(args, String(error))));
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(out));
      else reject(failure(args, Buffer.concat(err).toString('utf8').trim()));
    });
  });
}

function failure(args: readonly string[], said: string): GalleryError {
  return new GalleryError(
    'GIT_FAILED',
    `git ${verbOf(args)} failed: ${said || 'it said nothing'}.`,
    'See that git is installed, that this is a whole clone, and that the remote can be reached.',
  );
}

/** Settings may come before it. */
function verbOf(args: readonly string[]): string {
  return args.find((arg, at) => !arg.startsWith('-') && args[at - 1] !== '-c') ?? '';
}

/** `:100644 000000 <old> <new> D`, NUL, path, NUL. */
function readRawDiff(text: string): readonly TreeChange[] {
  const fields = splitNul(text);
  const changes: TreeChange[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [, oldMode = '', newMode = '', oldOid = '', newOid = '', status = ''] =
      /^:(\d+) (\d+) ([0-9a-f]+) ([0-9a-f]+) ([A-Z])/.exec(fields[at] ?? '') ?? [];
    const path = fields[at + 1] ?? '';
    if (status === 'D') changes.push({ path, kind: 'gone', mode: oldMode, oid: oldOid });
    else changes.push({ path, kind: status === 'A' ? 'added' : 'changed', mode: newMode, oid: newOid });
  }
  return changes;
}

function splitNul(text: string): readonly string[] {
  return text.split('\0').filter((field) => field !== '');
}
