/** Commits that are made on GitHub itself, where no clone may push: contents, tree, commit, and then the branch moves. */
import { GalleryError } from '../domain/gallery-error.ts';
import type { CommitFile, CommitPerson } from './commit-index.ts';
import { type GitHubClient, ONCE, ONCE_AND_SLOWLY } from './github-client.ts';

export interface CommitOnGitHub {
  /** Its parent. */
  readonly base: string;
  readonly baseTree: string;
  readonly files: readonly CommitFile[];
  readonly message: string;
  readonly author: CommitPerson;
  readonly committer: CommitPerson;
  /** UTC, ISO 8601. */
  readonly date: string;
}

export interface Proposal {
  /** A branch of the repository itself, which is made, or moved when nobody asks for it any more. */
  readonly branch: string;
  /** The branch that it is to be merged into. */
  readonly into: string;
  readonly commit: string;
  readonly title: string;
  readonly body: string;
}

/** Every method throws a GalleryError for what GitHub refuses, has not, or does not answer. */
export interface GitHubCommits {
  /** In no branch yet. @returns its name: the same facts make the same one */
  readonly makeCommit: (commit: CommitOnGitHub) => Promise<string>;
  /** Never forced. @returns false when the branch is not at `base` any more */
  readonly moveBranch: (branch: string, base: string, commit: string) => Promise<boolean>;
  /** The address of the open pull request from a branch of the repository itself. */
  readonly openPullOf: (branch: string) => Promise<string | undefined>;
  /** The newest open pull requests, at most a hundred: how many are from branches of the repository itself below this one. */
  readonly countOpenPullsBelow: (folder: string) => Promise<number>;
  /** @returns the address of the pull request */
  readonly propose: (proposal: Proposal) => Promise<string>;
}

export function commitsOf({ octokit, repo, ask, askUnless }: GitHubClient): GitHubCommits {
  const { git, pulls } = octokit.rest;
  const treeEntry = async ({ path, content }: CommitFile) => {
    const plain = { path, mode: '100644', type: 'blob' } as const;
    if (content === undefined) return { ...plain, sha: null };
    // A text goes along with the tree: every request that writes has to wait for the one before it.
    if (typeof content === 'string') return { ...plain, content };
    const body = { content: Buffer.from(content).toString('base64'), encoding: 'base64' };
    const answer = await ask(() => git.createBlob({ ...repo, ...body, ...ONCE_AND_SLOWLY }));
    return { ...plain, sha: answer.data.sha };
  };
  const tipOf = async (branch: string) => {
    const found = await askUnless([404], () => git.getRef({ ...repo, ref: `heads/${branch}` }));
    return found?.data.object.sha;
  };
  const openPullOf: GitHubCommits['openPullOf'] = async (branch) => {
    const question = { ...repo, state: 'open', head: `${repo.owner}:${branch}` } as const;
    return (await ask(() => pulls.list(question))).data[0]?.html_url;
  };
  const putBranch = async (branch: string, commit: string) => {
    const ref = `heads/${branch}`;
    const made = await askUnless([422], () => git.createRef({ ...repo, ref: `refs/${ref}`, sha: commit }));
    // It is there from before: no open pull request is about it.
    if (!made) await ask(() => git.updateRef({ ...repo, ref, sha: commit, force: true }));
  };
  return {
    makeCommit: async ({ base, baseTree, files, message, author, committer, date }) => {
      const tree: Awaited<ReturnType<typeof treeEntry>>[] = [];
      for (const file of files) tree.push(await treeEntry(file));
      const made = await ask(() => git.createTree({ ...repo, base_tree: baseTree, tree }));
      const facts = {
        message,
        tree: made.data.sha,
        parents: [base],
        author: { ...author, date },
        committer: { ...committer, date },
      };
      return (await ask(() => git.createCommit({ ...repo, ...facts }))).data.sha;
    },
    moveBranch: async (branch, base, commit) => {
      const question = { ...repo, ref: `heads/${branch}`, sha: commit, force: false };
      if (await askUnless([409, 422], () => git.updateRef(question))) return true;
      // Not by what GitHub says, which it may say otherwise tomorrow: by where the branch is.
      const tip = await tipOf(branch);
      if (tip !== base) return tip === commit;
      throw new GalleryError(
        'PUSH_REFUSED',
        `GitHub did not move ${branch} to a commit that follows what is there.`,
        'See that no rule of the branch keeps the token from writing to it, or let pushes come as pull requests.',
      );
    },
    openPullOf,
    countOpenPullsBelow: async (folder) => {
      const newest = { state: 'open', sort: 'created', direction: 'desc', per_page: 100 } as const;
      const { data } = await ask(() => pulls.list({ ...repo, ...newest }));
      // A fork may have branches of the same names.
      return data.filter(({ head, base }) => head.repo?.id === base.repo.id && head.ref.startsWith(folder))
        .length;
    },
    propose: async ({ branch, into, commit, title, body }) => {
      const there = await openPullOf(branch);
      if (there !== undefined) return there;
      await putBranch(branch, commit);
      try {
        const question = { ...repo, head: branch, base: into, title, body, ...ONCE };
        return (await ask(() => pulls.create(question))).data.html_url;
      } catch (error) {
        // It may have been made all the same, and only its answer got lost.
        const made = await openPullOf(branch);
        if (made !== undefined) return made;
        throw error;
      }
    },
  };
}
