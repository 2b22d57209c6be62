/** A bare git repository for one test, with commits made of small files and no work tree. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { makeTempDir } from './temp-dir.ts';

const PERSON = { NAME: 'Test', EMAIL: 'test@example.org', DATE: '2026-01-01T00:00:00Z' };
const ENV = Object.fromEntries(
  ['AUTHOR', 'COMMITTER'].flatMap((role) =>
    Object.entries(PERSON).map(([what, value]) => [`GIT_${role}_${what}`, value]),
  ),
);

export interface BareRepository {
  readonly gitDir: string;
  /**
   * Makes a commit whose tree is exactly these files, and lets the ref point to it.
   * @returns the commit
   */
  readonly commit: (
    ref: string,
    files: Readonly<Record<string, string>>,
    parents?: readonly string[],
  ) => string;
}

/** Call it inside a running test. */
export async function makeBareRepository(): Promise<BareRepository> {
  const gitDir = join(await makeTempDir(), 'repository.git');
  const git = (args: readonly string[], input = '') =>
    execFileSync('git', ['--git-dir', gitDir, ...args], {
      input,
      env: { ...process.env, ...ENV, GIT_INDEX_FILE: join(gitDir, 'test-index') },
    })
      .toString()
      .trim();
  git(['init', '--quiet', '--bare', '--initial-branch=main']);
  return {
    gitDir,
    commit: (ref, files, parents = []) => {
      git(['read-tree', '--empty']);
      for (const [path, text] of Object.entries(files)) {
        const blob = git(['hash-object', '-w', '--stdin'], text);
        git(['update-index', '--add', '--cacheinfo', `100644,${blob},${path}`]);
      }
      const tree = git(['write-tree']);
      const commit = git(['commit-tree', tree, ...parents.flatMap((one) => ['-p', one])], `Change ${ref}\n`);
      git(['update-ref', ref, commit]);
      return commit;
    },
  };
}
