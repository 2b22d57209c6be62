/** How a gallery's repository is set up, asked of GitHub. */
import { GalleryError } from '../domain/gallery-error.ts';
import type { DoctorFacts } from '../publish/doctor-checks.ts';
import { readGallerySettings } from '../read/gallery-settings.ts';
import type { GitHubSettings } from './github-settings.ts';

const SETTINGS_PATH = 'packages-index/gallery.yaml';
const WORKFLOW_PATH = '.github/workflows/gallery.yml';

/** @throws GalleryError when there is no such repository, or GitHub does not answer */
export async function fetchDoctorFacts(github: GitHubSettings, repository: string): Promise<DoctorFacts> {
  const { defaultBranch, isArchived, hasIssues } = await github.repositorySettings();
  const [pages, permissions, actions, branchRules, labels, settings, workflow] = await Promise.all([
    unlessRefused(async () => (await github.pagesSettings()) ?? 'off'),
    github.workflowPermissions(),
    github.actionsPermissions(),
    github.branchRules(defaultBranch),
    github.labels(),
    github.fileText(SETTINGS_PATH),
    github.fileText(WORKFLOW_PATH),
  ]);
  return {
    repository,
    defaultBranch,
    isArchived,
    hasIssues,
    pages,
    workflowPermission: permissions?.defaultPermission,
    actions,
    branchRules,
    labels: labels.map(({ name }) => name),
    galleryYaml:
      settings === undefined
        ? 'absent'
        : (readGallerySettings(settings, { file: SETTINGS_PATH }).value ?? 'unreadable'),
    workflow,
  };
}

/** Undefined for what this token may not see. */
async function unlessRefused<Value>(question: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await question();
  } catch (error) {
    if (error instanceof GalleryError && error.code === 'GITHUB_REFUSED') return undefined;
    throw error;
  }
}
