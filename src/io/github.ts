/**
 * One repository on GitHub, as a gallery needs it: what people ask for, what was said and labelled, and what the gallery
 * answers. Nothing else of pwshelf knows GitHub's API.
 */
import { GalleryError } from '../domain/gallery-error.ts';
import type { GalleryRequest, Labeling, Permission, RequestComment } from '../publish/request/request.ts';
import { type GitHubOptions, makeClient, ONCE } from './github-client.ts';
import { commitsOf, type GitHubCommits } from './github-commits.ts';
import { type GitHubReleases, releasesOf } from './github-releases.ts';
import { type GitHubSettings, settingsOf } from './github-settings.ts';
import { commentOf, issueOf, labelingsOf, permissionOf, pullRequestOf } from './github-words.ts';

/** GitHub's limit, in UTF-16 units here, which are never fewer than the characters that it counts. */
export const MAX_COMMENT_CHARACTERS = 65_536;

/** Whose name is on what a workflow writes with its GITHUB_TOKEN. */
const WORKFLOW_LOGIN = 'github-actions[bot]';

/** Every method throws a GalleryError for what GitHub refuses, has not, or does not answer. */
export interface GitHubRepository extends GitHubSettings, GitHubReleases, GitHubCommits {
  /** The pull request or issue with this number. */
  readonly request: (number: number) => Promise<GalleryRequest>;
  /** Open pull requests, and open issues that bear one of these labels; by number. */
  readonly openRequests: (wanted: {
    readonly issueLabels: readonly string[];
  }) => Promise<readonly GalleryRequest[]>;
  /** The oldest first. */
  readonly comments: (number: number) => Promise<readonly RequestComment[]>;
  readonly labelings: (number: number) => Promise<readonly Labeling[]>;
  /** `none` for whoever is unknown. */
  readonly permissionOf: (login: string) => Promise<Permission>;
  readonly createComment: (number: number, body: string) => Promise<RequestComment>;
  readonly updateComment: (id: number, body: string) => Promise<RequestComment>;
  readonly addLabels: (number: number, names: readonly string[]) => Promise<void>;
  /** A label that is not there is fine. */
  readonly removeLabel: (number: number, name: string) => Promise<void>;
  /** @param reason  only issues have one */
  readonly close: (number: number, reason?: 'completed' | 'not_planned') => Promise<void>;
  /** The newest run of a workflow that a commit started. */
  readonly runOf: (
    headSha: string,
    workflowEvent: 'pull_request',
  ) => Promise<{ readonly url: string } | undefined>;
  /** @param workflowFile  its file name, without `.github/workflows/` */
  readonly dispatch: (
    workflowFile: string,
    ref: string,
    inputs?: Readonly<Record<string, string>>,
  ) => Promise<void>;
  /**
   * Starts the workflows of the default branch that wait for such an event. GitHub tells nothing of what comes of it.
   * @param payload  at most ten fields and 64 KB; logs show it
   */
  readonly dispatchRepository: (
    eventType: string,
    payload: Readonly<Record<string, unknown>>,
  ) => Promise<void>;
}

/** @throws GalleryError when the repository or the address of the API is not one; nothing is asked yet */
export function openGitHub(options: GitHubOptions): GitHubRepository {
  const client = makeClient(options);
  const { octokit, repo, ask, askUnless } = client;
  const { issues, pulls, actions, repos } = octokit.rest;
  const all = { ...repo, per_page: 100 };
  const openIssues = (label: string) =>
    ask(() =>
      octokit.paginate(issues.listForRepo, { ...all, state: 'open', labels: label, direction: 'asc' }),
    );

  return {
    ...settingsOf(client),
    ...releasesOf(client),
    ...commitsOf(client),
    request: async (number) => {
      const getPull = () => pulls.get({ ...repo, pull_number: number });
      // A token for issues alone may ask for no pull request, not even for one that there is not.
      const pull = await askUnless([403, 404], getPull);
      if (pull) return pullRequestOf(pull.data);
      const issue = (await ask(() => issues.get({ ...repo, issue_number: number }))).data;
      return issue.pull_request ? pullRequestOf((await ask(getPull)).data) : issueOf(issue);
    },
    openRequests: async ({ issueLabels }) => {
      const open = await ask(() => octokit.paginate(pulls.list, { ...all, state: 'open', direction: 'asc' }));
      const requests = new Map<number, GalleryRequest>(
        open.map((pull) => [pull.number, pullRequestOf(pull)]),
      );
      // One by one: GitHub takes several labels to mean all of them.
      for (const label of issueLabels)
        for (const issue of await openIssues(label))
          if (!issue.pull_request) requests.set(issue.number, issueOf(issue));
      return [...requests.values()].sort((left, right) => left.number - right.number);
    },
    comments: async (number) => {
      const question = { ...all, issue_number: number };
      return (await ask(() => octokit.paginate(issues.listComments, question))).map(commentOf);
    },
    labelings: async (number) => {
      const question = { ...all, issue_number: number };
      const labels = await ask(() => octokit.paginate(issues.listLabelsOnIssue, question));
      if (labels.length === 0) return [];
      const events = await ask(() => octokit.paginate(issues.listEvents, question));
      return labelingsOf(
        labels.map(({ name }) => name),
        events,
        new Date().toISOString(),
      );
    },
    permissionOf: async (login) => {
      if (!/^[\w-]+(?:\[bot\])?$/.test(login)) return 'none';
      const answer = await askUnless([404], () =>
        repos.getCollaboratorPermissionLevel({ ...repo, username: login }),
      );
      return answer ? permissionOf(answer.data) : 'none';
    },
    createComment: async (number, body) => {
      checkComment(body);
      const question = { ...repo, issue_number: number, body, ...ONCE };
      return commentOf((await ask(() => issues.createComment(question))).data);
    },
    updateComment: async (id, body) => {
      checkComment(body);
      return commentOf((await ask(() => issues.updateComment({ ...repo, comment_id: id, body }))).data);
    },
    addLabels: async (number, names) => {
      if (names.length === 0) return;
      await ask(() => issues.addLabels({ ...repo, issue_number: number, labels: [...names] }));
    },
    removeLabel: async (number, name) => {
      await askUnless([404], () => issues.removeLabel({ ...repo, issue_number: number, name }));
    },
    close: async (number, reason) => {
      const state = { state: 'closed', ...(reason === undefined ? {} : { state_reason: reason }) } as const;
      await ask(() => issues.update({ ...repo, issue_number: number, ...state }));
    },
    runOf: async (headSha, workflowEvent) => {
      const question = { ...all, head_sha: headSha, event: workflowEvent };
      const { workflow_runs: runs } = (await ask(() => actions.listWorkflowRunsForRepo(question))).data;
      const newest = runs.toSorted((left, right) => right.id - left.id)[0];
      return newest && { url: newest.html_url };
    },
    dispatch: async (workflowFile, ref, inputs) => {
      const question = {
        ...repo,
        workflow_id: workflowFile,
        ref,
        ...(inputs && { inputs: { ...inputs } }),
        ...ONCE,
      };
      await ask(() => actions.createWorkflowDispatch(question));
    },
    dispatchRepository: async (eventType, payload) => {
      const question = { ...repo, event_type: eventType, client_payload: { ...payload }, ...ONCE };
      await ask(() => repos.createDispatchEvent(question));
    },
  };
}

/**
 * Whether the gallery itself wrote a comment.
 * @param login  whose token the gallery writes with, when it is not that of a workflow
 */
export function isOwnComment(comment: RequestComment, login = WORKFLOW_LOGIN): boolean {
  // Only GitHub gives names that end so: an account of a person cannot bear one.
  return comment.author.login === login && comment.author.isBot === login.endsWith('[bot]');
}

function checkComment(body: string): void {
  if (body.length <= MAX_COMMENT_CHARACTERS) return;
  throw new GalleryError(
    'GITHUB_INVALID',
    `A comment of ${body.length} characters is more than the ${MAX_COMMENT_CHARACTERS} that GitHub takes.`,
    'Cut it before it is sent.',
  );
}
