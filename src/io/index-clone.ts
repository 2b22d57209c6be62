/**
 * A clone in whose working tree packages-index/ lies, with the branch of the gallery checked out. People may work in it too:
 * all is refused that would mix with what they do.
 */
import { readFileSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { GalleryError } from '../domain/gallery-error.ts';
import { INDEX_ROOT } from '../publish/request/tree-change.ts';
import { type GitRepository, openGitRepository } from './git-repository.ts';

export interface IndexClone {
  readonly repository: GitRepository;
  /** As it was named. */
  readonly indexDir: string;
  /** Absolute, with a trailing slash. */
  readonly top: string;
  /** Of this working tree. */
  readonly gitDir: string;
  /** Where refs lie: another one when the working tree is one of several of a repository. */
  readonly commonDir: string;
  /** Without `refs/heads/`. */
  readonly branch: string;
  /** The commit whose files this process has put into the working tree last, though refs may still say that they are missing. */
  readonly placed: { commit: string | undefined };
}

/** Where the branch is, and what a landing that was broken off has left to do. */
export interface CloneState {
  readonly head: string;
  /** The files of what came between may not all be in the working tree. */
  readonly placing: { readonly from: string; readonly to: string } | undefined;
}

/** @throws GalleryError when it is no clone, or none that commits can land in */
export async function openIndexClone(indexDir: string): Promise<IndexClone> {
  const root = realpathOf(indexDir);
  const repository = openGitRepository(root);
  const asked = ['--show-toplevel', '--absolute-git-dir', '--git-common-dir'];
  const [top = '', gitDir = '', commonDir = ''] = await ask(repository, ['rev-parse', ...asked], indexDir);
  const expected = join(realpathSync(top), INDEX_ROOT.slice(0, -1));
  if (root !== expected) {
    throw new GalleryError(
      'CLONE_ELSEWHERE',
      `${indexDir} is not the folder ${INDEX_ROOT} in the root of its repository, but pushes are committed to that.`,
      `Serve with --index ${expected}, or move the index there.`,
    );
  }
  return {
    repository,
    indexDir,
    top: join(realpathSync(top), '/'),
    gitDir,
    commonDir: resolve(root, commonDir),
    branch: await branchOf(repository),
    placed: { commit: undefined },
  };
}

/** @throws GalleryError when another branch is checked out by now, or the branch has no commit */
export async function readCloneState(clone: IndexClone): Promise<CloneState> {
  const { head, from, to } = readPlainRefs(clone) ?? (await readRefs(clone));
  const isPlacing = from !== undefined && to !== undefined && to !== clone.placed.commit;
  return { head, placing: isPlacing ? { from, to } : undefined };
}

interface CloneRefs {
  readonly head: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

async function readRefs({ repository, branch }: IndexClone): Promise<CloneRefs> {
  const ref = `refs/heads/${branch}`;
  const format = '--format=%(HEAD) %(objectname) %(refname)';
  const lines = (await repository.git(['for-each-ref', format, ref, 'refs/pwshelf/placing'])).split('\n');
  const found = new Map(
    lines.map((line) => {
      const [oid = '', name = ''] = line.slice(2).split(' ');
      return [name, { isHead: line.startsWith('*'), oid }];
    }),
  );
  const head = found.get(ref);
  if (!head) throw noBranch(`the branch ${branch} has no commit`);
  if (!head.isHead) throw noBranch(`${branch} is not what is checked out any more`);
  return { head: head.oid, from: found.get(PLACING.from)?.oid, to: found.get(PLACING.to)?.oid };
}

/** The same without a process, where refs are files of their own, as they are after each change; undefined where git is to say. */
function readPlainRefs({ gitDir, commonDir, branch }: IndexClone): CloneRefs | undefined {
  if (textIn(join(gitDir, 'HEAD')) !== `ref: refs/heads/${branch}\n`) return undefined;
  const [head, from, to] = [`refs/heads/${branch}`, PLACING.from, PLACING.to].map(
    (ref) => /^([0-9a-f]{40,64})\n$/.exec(textIn(join(commonDir, ref)) ?? '')?.[1],
  );
  return head === undefined ? undefined : { head, from, to };
}

function textIn(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Refs that stand as long as files of a landed commit may be missing in the working tree. */
export const PLACING = { from: 'refs/pwshelf/placing/from', to: 'refs/pwshelf/placing/to' } as const;

function realpathOf(folder: string): string {
  try {
    return realpathSync(folder);
  } catch (error) {
    throw new GalleryError(
      'INDEX_ABSENT',
      `There is no folder ${folder}.`,
      'Name the folder that holds gallery.yaml, packages/ and blobs/ with --index.',
      { cause: error },
    );
  }
}

async function ask(
  { git }: GitRepository,
  args: readonly string[],
  indexDir: string,
): Promise<readonly string[]> {
  try {
    return (await git(args)).trimEnd().split('\n');
  } catch (error) {
    throw new GalleryError(
      'CLONE_ABSENT',
      `${indexDir} lies in no working tree of a git repository, so a push could not be committed.`,
      'Clone the repository of the gallery and serve from the clone, or serve without --push. ' +
        "When the clone belongs to another user, run it as that user, or add it to git's safe.directory.",
      { cause: error },
    );
  }
}

async function branchOf({ git }: GitRepository): Promise<string> {
  try {
    return (await git(['symbolic-ref', '--quiet', '--short', 'HEAD'])).trim();
  } catch (error) {
    throw noBranch('a commit is checked out, and no branch', error);
  }
}

function noBranch(what: string, cause?: unknown): GalleryError {
  return new GalleryError(
    'CLONE_DETACHED',
    `Pushes cannot be committed: ${what}.`,
    'Check out the branch of the gallery in the clone, such as by `git switch main`, and start again.',
    { cause },
  );
}
