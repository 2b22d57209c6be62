/** How a repository on GitHub is set up: what a gallery depends on and only its web pages would show otherwise. */
import { GalleryError } from '../domain/gallery-error.ts';
import { type GitHubClient, ONCE } from './github-client.ts';

export interface RepositorySettings {
  readonly defaultBranch: string;
  readonly visibility: 'public' | 'private' | 'internal';
  readonly isPrivate: boolean;
  readonly isArchived: boolean;
  readonly hasIssues: boolean;
  /** These three are undefined when the token may not push. */
  readonly allowsMergeCommit: boolean | undefined;
  readonly allowsSquashMerge: boolean | undefined;
  readonly allowsRebaseMerge: boolean | undefined;
}

export interface PagesSettings {
  readonly url: string;
  /** `legacy` is GitHub's word for a site that is built from a branch. */
  readonly buildType: 'workflow' | 'legacy';
  readonly customDomain: string | undefined;
  readonly isHttpsEnforced: boolean;
}

export interface WorkflowPermissions {
  readonly defaultPermission: 'read' | 'write';
  readonly canApprovePullRequests: boolean;
}

export interface ActionsPermissions {
  readonly isEnabled: boolean;
  /** Undefined while Actions are off. */
  readonly allowedActions: 'all' | 'local_only' | 'selected' | undefined;
}

export interface RepositoryLabel {
  readonly name: string;
  /** Six hex digits. */
  readonly colour: string;
  readonly description: string;
}

export interface GitHubSettings {
  readonly repositorySettings: () => Promise<RepositorySettings>;
  /** Undefined when Pages is off. */
  readonly pagesSettings: () => Promise<PagesSettings | undefined>;
  /** Undefined when the token may not see it: that takes an administrator's. */
  readonly workflowPermissions: () => Promise<WorkflowPermissions | undefined>;
  /** Undefined when the token may not see it: that takes an administrator's. */
  readonly actionsPermissions: () => Promise<ActionsPermissions | undefined>;
  /** The types of the rules that are in force for a branch, each once, e.g. `non_fast_forward`. */
  readonly branchRules: (branch: string) => Promise<readonly string[]>;
  readonly labels: () => Promise<readonly RepositoryLabel[]>;
  /** @param colour  six hex digits, with or without `#` */
  readonly createLabel: (name: string, colour: string, description: string) => Promise<void>;
  /**
   * Undefined when there is no such file.
   * @param ref  a branch, tag or commit; default the default branch
   * @throws GalleryError when it is no plain file, or larger than the 1 MB that GitHub gives in this way
   */
  readonly fileText: (path: string, ref?: string) => Promise<string | undefined>;
}

/** Only an administrator's token sees these; to others GitHub says either. */
const NOT_FOR_THIS_TOKEN = [403, 404];

export function settingsOf({ octokit, repo, ask, askUnless }: GitHubClient): GitHubSettings {
  return {
    repositorySettings: async () => {
      const { data } = await ask(() => octokit.rest.repos.get(repo));
      return {
        defaultBranch: data.default_branch,
        visibility: visibilityOf(data.visibility, data.private),
        isPrivate: data.private,
        isArchived: data.archived,
        hasIssues: data.has_issues,
        allowsMergeCommit: data.allow_merge_commit,
        allowsSquashMerge: data.allow_squash_merge,
        allowsRebaseMerge: data.allow_rebase_merge,
      };
    },
    pagesSettings: async () => {
      const answer = await askUnless([404], () => octokit.rest.repos.getPages(repo));
      return (
        answer && {
          url: answer.data.html_url ?? '',
          buildType: answer.data.build_type ?? 'legacy',
          customDomain: answer.data.cname ?? undefined,
          isHttpsEnforced: answer.data.https_enforced ?? false,
        }
      );
    },
    workflowPermissions: async () => {
      const answer = await askUnless(NOT_FOR_THIS_TOKEN, () =>
        octokit.rest.actions.getGithubActionsDefaultWorkflowPermissionsRepository(repo),
      );
      return (
        answer && {
          defaultPermission: answer.data.default_workflow_permissions,
          canApprovePullRequests: answer.data.can_approve_pull_request_reviews,
        }
      );
    },
    actionsPermissions: async () => {
      const answer = await askUnless(NOT_FOR_THIS_TOKEN, () =>
        octokit.rest.actions.getGithubActionsPermissionsRepository(repo),
      );
      return answer && { isEnabled: answer.data.enabled, allowedActions: answer.data.allowed_actions };
    },
    branchRules: async (branch) => {
      const rules = await ask(() =>
        octokit.paginate(octokit.rest.repos.getBranchRules, { ...repo, branch, per_page: 100 }),
      );
      return [...new Set(rules.map(({ type }) => type as string))].sort();
    },
    labels: async () => {
      const labels = await ask(() =>
        octokit.paginate(octokit.rest.issues.listLabelsForRepo, { ...repo, per_page: 100 }),
      );
      return labels.map(({ name, color, description }) => ({
        name,
        colour: color,
        description: description ?? '',
      }));
    },
    createLabel: async (name, colour, description) => {
      const color = colour.replace(/^#/, '');
      await ask(() => octokit.rest.issues.createLabel({ ...repo, name, color, description, ...ONCE }));
    },
    fileText: async (path, ref) => {
      const answer = await askUnless([404], () =>
        octokit.rest.repos.getContent({ ...repo, path, ...(ref === undefined ? {} : { ref }) }),
      );
      if (!answer) return undefined;
      const { data } = answer;
      if (Array.isArray(data) || data.type !== 'file' || !('content' in data) || data.encoding !== 'base64')
        throw new GalleryError(
          'GITHUB_INVALID',
          `${path} in ${repo.owner}/${repo.repo} is no file that GitHub gives as text: it is a folder, a link, or larger than 1 MB.`,
          'Put a plain file there.',
        );
      return Buffer.from(data.content, 'base64').toString('utf8');
    },
  };
}

function visibilityOf(visibility: string | undefined, isPrivate: boolean): RepositorySettings['visibility'] {
  if (visibility === 'public' || visibility === 'private' || visibility === 'internal') return visibility;
  return isPrivate ? 'private' : 'public';
}
