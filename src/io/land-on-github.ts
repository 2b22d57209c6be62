/** Landing through GitHub's API, by a token that may do that and no more; the clone follows the branch as it is there. */

import type { GitHubCommits } from './github-commits.ts';
import { followLanded, followRemote, type RemotePlace } from './land-in-remote.ts';
import { type Landing, type LandingChange, messageOf } from './landing.ts';

export interface GitHubPlace extends RemotePlace {
  readonly github: GitHubCommits;
}

/** Below it are the branches that pushes are proposed in. */
const PROPOSAL_BRANCHES = 'pwshelf/push/';
/** Of one author at a time: each is for a person to look at. */
const MAX_OPEN_PROPOSALS = 20;

/** In the branch of the gallery itself. */
export function commitOnGitHub(place: GitHubPlace): Landing {
  const { clone, github } = place;
  return {
    isProposal: false,
    ...followRemote(place),
    land: async (change) => {
      const commit = await makeCommit(place, change);
      if (!(await github.moveBranch(clone.branch, change.base, commit))) return { kind: 'moved' };
      await followFetched(place, change, commit);
      return { kind: 'done', commit };
    },
  };
}

/**
 * In a pull request each. Whoever sends the same again is told of the same one.
 * @param textOf  what it says, as Markdown
 */
export function proposeOnGitHub(place: GitHubPlace, textOf: (change: LandingChange) => string): Landing {
  const { clone, github } = place;
  return {
    isProposal: true,
    ...followRemote(place),
    land: async (change) => {
      const folder = `${PROPOSAL_BRANCHES}${change.author.name.toLowerCase()}/`;
      const branch = folder + change.slug;
      const there = await github.openPullOf(branch);
      if (there !== undefined) return { kind: 'proposed', url: there };
      const open = await github.countOpenPullsBelow(folder);
      if (open >= MAX_OPEN_PROPOSALS) return { kind: 'crowded', open };
      const commit = await makeCommit(place, change);
      const { subject: title } = change;
      const proposal = { branch, into: clone.branch, commit, title, body: textOf(change) };
      return { kind: 'proposed', url: await github.propose(proposal) };
    },
  };
}

async function makeCommit({ clone, committer, github }: GitHubPlace, change: LandingChange): Promise<string> {
  const baseTree = (await clone.repository.git(['rev-parse', `${change.base}^{tree}`])).trim();
  return github.makeCommit({ ...change, baseTree, message: messageOf(change), committer });
}

/** The commit was made elsewhere, so it has to come here first. */
async function followFetched(place: GitHubPlace, change: LandingChange, commit: string): Promise<void> {
  const { clone, gitEnv, say } = place;
  try {
    const ref = `refs/heads/${clone.branch}`;
    await clone.repository.git(['fetch', '--quiet', '--no-tags', 'origin', ref], { env: gitEnv });
    if ((await clone.repository.commit(commit)) === undefined) return;
  } catch (error) {
    say(`${commit} landed on GitHub, but could not be fetched yet: ${String(error)}`);
    return;
  }
  await followLanded(place, change, commit);
}
