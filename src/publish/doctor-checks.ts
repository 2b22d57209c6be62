/** Is a repository on GitHub set up as a gallery needs it? Facts in, one answer a setting out, each with the place where it is changed. */
import type { GallerySettings } from '../domain/gallery-settings.ts';
import { pagesUrl } from './pages-url.ts';
import { GALLERY_LABELS } from './request/gallery-labels.ts';

/** Undefined stands for what the token may not see. */
export interface DoctorFacts {
  /** `OWNER/NAME` */
  readonly repository: string;
  readonly defaultBranch: string;
  readonly isArchived: boolean;
  readonly hasIssues: boolean;
  /** `off` when there is no site. */
  readonly pages:
    | undefined
    | 'off'
    | { readonly url: string; readonly buildType: 'workflow' | 'legacy'; readonly isHttpsEnforced: boolean };
  readonly workflowPermission: 'read' | 'write' | undefined;
  readonly actions:
    | {
        readonly isEnabled: boolean;
        readonly allowedActions: 'all' | 'local_only' | 'selected' | undefined;
      }
    | undefined;
  /** The types of the rules in force for the default branch. */
  readonly branchRules: readonly string[];
  readonly labels: readonly string[];
  readonly galleryYaml: 'absent' | 'unreadable' | GallerySettings;
  /** Text of .github/workflows/gallery.yml. */
  readonly workflow: string | undefined;
}

export interface DoctorCheck {
  readonly name: string;
  readonly state: 'ok' | 'missing' | 'unknown';
  /** What was found, half a sentence. */
  readonly found: string;
  /** What to do and where; undefined when it is as it should be. */
  readonly remedy: string | undefined;
}

/** Rules under which a push by the workflow is refused. */
const HINDERING_RULES = [
  'merge_queue',
  'pull_request',
  'required_deployments',
  'required_linear_history',
  'required_signatures',
  'required_status_checks',
  'update',
  'workflows',
];

/** Without these, what was published can be made to vanish by one push. */
const PROTECTING_RULES = ['deletion', 'non_fast_forward'];

/** In the order in which they are set up. */
export function checkRepository(facts: DoctorFacts): readonly DoctorCheck[] {
  return [
    checkBranch(facts),
    checkIssues(facts),
    checkSettingsFile(facts),
    checkWorkflow(facts),
    checkActions(facts),
    checkWorkflowPermission(facts),
    checkPages(facts),
    checkAddress(facts),
    checkProtection(facts),
    checkPushes(facts),
    checkLabels(facts),
  ];
}

export function missingLabels(facts: DoctorFacts): readonly string[] {
  const present = new Set(facts.labels.map((name) => name.toLowerCase()));
  return GALLERY_LABELS.map(({ name }) => name).filter((name) => !present.has(name.toLowerCase()));
}

function checkBranch({ defaultBranch, isArchived, repository }: DoctorFacts): DoctorCheck {
  const name = 'default branch';
  const place = settingsPage(repository, '');
  if (isArchived)
    return missing(name, 'the repository is archived', `Unarchive it under Danger Zone: ${place}`);
  if (defaultBranch === 'main') return ok(name, 'main');
  return missing(
    name,
    defaultBranch,
    `gallery.yml deploys pushes to main. Rename the branch under Default branch: ${place}`,
  );
}

function checkIssues({ hasIssues, repository }: DoctorFacts): DoctorCheck {
  return hasIssues
    ? ok('issues', 'on')
    : missing(
        'issues',
        'off',
        `Forms and reports need them. Tick Features > Issues: ${settingsPage(repository, '')}`,
      );
}

function checkSettingsFile({ galleryYaml, repository }: DoctorFacts): DoctorCheck {
  const name = 'packages-index/gallery.yaml';
  if (galleryYaml === 'absent') return missing(name, 'not there', 'Push what `pwshelf init` has made.');
  if (galleryYaml === 'unreadable')
    return missing(name, 'with errors', '`pwshelf check` in a clone says which.');
  if (galleryYaml.repository?.toLowerCase() === repository.toLowerCase()) return ok(name, galleryYaml.title);
  return missing(
    name,
    `repository is ${galleryYaml.repository ?? 'not set'}`,
    `Set repository: ${repository} in it, so that pages lead to the forms for reports.`,
  );
}

function checkWorkflow({ workflow }: DoctorFacts): DoctorCheck {
  const name = '.github/workflows/gallery.yml';
  if (workflow === undefined) return missing(name, 'not there', 'Push what `pwshelf init` has made.');
  const called = [...workflow.matchAll(/^\s*uses:\s*(\S+)/gm)].map(([, target]) => target ?? '');
  if (called.length > 0 && called.every((target) => target.startsWith('./')))
    return ok(name, 'with the kit beside it');
  const versions = new Set(called.map((target) => target.split('@')[1] ?? 'no version'));
  const [version = 'nothing'] = versions;
  if (versions.size === 1 && /^[0-9a-f]{40}$/.test(version))
    return ok(name, `pwshelf at ${version.slice(0, 12)}`);
  return missing(
    name,
    `it calls ${[...versions].join(', ')}`,
    'Name one commit of pwshelf, all 40 digits, behind every `uses:`; a tag or branch can be moved.',
  );
}

function checkActions({ actions, repository }: DoctorFacts): DoctorCheck {
  const name = 'actions';
  const place = settingsPage(repository, '/actions');
  if (!actions) return unknown(name, `Look under Actions permissions: ${place}`);
  if (!actions.isEnabled) return missing(name, 'off', `Allow them under Actions permissions: ${place}`);
  const allow = 'Allow actions created by GitHub, and pwshelf/pwshelf/*, under Actions permissions';
  switch (actions.allowedActions) {
    case 'all':
      return ok(name, 'all allowed');
    case 'local_only':
      return missing(name, 'only those of the own account are allowed', `${allow}: ${place}`);
    default:
      return {
        name,
        state: 'unknown',
        found: 'only selected ones are allowed',
        remedy: `${allow}: ${place}`,
      };
  }
}

function checkWorkflowPermission({ workflowPermission, repository }: DoctorFacts): DoctorCheck {
  const name = 'rights of other workflows';
  const remedy = `Choose Read repository contents under Workflow permissions; gallery.yml names its rights itself: ${settingsPage(repository, '/actions')}`;
  if (workflowPermission === undefined) return unknown(name, remedy);
  return workflowPermission === 'read' ? ok(name, 'read') : missing(name, 'write', remedy);
}

function checkPages({ pages, repository }: DoctorFacts): DoctorCheck {
  const name = 'pages';
  const remedy = `Choose GitHub Actions as the Source under Build and deployment: ${settingsPage(repository, '/pages')}`;
  if (pages === undefined) return unknown(name, remedy);
  if (pages === 'off') return missing(name, 'off', remedy);
  if (pages.buildType === 'legacy') return missing(name, 'built from a branch', remedy);
  return pages.isHttpsEnforced
    ? ok(name, pages.url)
    : missing(name, 'without TLS too', `Tick Enforce HTTPS: ${settingsPage(repository, '/pages')}`);
}

function checkAddress({ pages, galleryYaml, repository }: DoctorFacts): DoctorCheck {
  const name = 'address of the site';
  if (pages === undefined || pages === 'off' || typeof galleryYaml === 'string')
    return { name, state: 'unknown', found: 'not known', remedy: 'It follows from the lines above.' };
  const named = galleryYaml.siteUrl ?? pagesUrl(repository);
  if (sameAddress(named, pages.url)) return ok(name, named);
  return missing(
    name,
    `gallery.yaml says ${named}, GitHub serves ${pages.url}`,
    `Set siteUrl: ${pages.url} in packages-index/gallery.yaml; clients follow the addresses in the feeds.`,
  );
}

function checkProtection({ branchRules, repository }: DoctorFacts): DoctorCheck {
  const name = 'protection of the branch';
  const absent = PROTECTING_RULES.filter((rule) => !branchRules.includes(rule));
  if (absent.length === 0) return ok(name, 'against deletion and force pushes');
  return missing(
    name,
    `no rule for ${absent.join(', ')}`,
    `Make a branch ruleset for the default branch with Restrict deletions and Block force pushes: ${settingsPage(repository, '/rules')}`,
  );
}

function checkPushes({ branchRules, repository }: DoctorFacts): DoctorCheck {
  const name = 'pushes by the workflow';
  const hindering = HINDERING_RULES.filter((rule) => branchRules.includes(rule));
  if (hindering.length === 0) return ok(name, 'allowed');
  return missing(
    name,
    `hindered by ${hindering.join(', ')}`,
    `The workflow pushes what it has decided itself. Take these rules out of the ruleset of the default branch: ${settingsPage(repository, '/rules')}`,
  );
}

function checkLabels(facts: DoctorFacts): DoctorCheck {
  const absent = missingLabels(facts);
  if (absent.length === 0) return ok('labels', `all ${GALLERY_LABELS.length}`);
  return missing(
    'labels',
    `without ${absent.join(', ')}`,
    `\`pwshelf doctor --fix\` makes them, or do it here: https://github.com/${facts.repository}/labels`,
  );
}

function ok(name: string, found: string): DoctorCheck {
  return { name, state: 'ok', found, remedy: undefined };
}

function missing(name: string, found: string, remedy: string): DoctorCheck {
  return { name, state: 'missing', found, remedy };
}

function unknown(name: string, remedy: string): DoctorCheck {
  return { name, state: 'unknown', found: 'cannot be seen with this token', remedy };
}

/** Whether TLS is on is another question. */
function sameAddress(left: string, right: string): boolean {
  const bare = (text: string) => {
    const { host, pathname } = new URL(text);
    return host + pathname.replace(/\/*$/, '/');
  };
  return URL.canParse(right) && bare(left) === bare(right);
}

function settingsPage(repository: string, page: string): string {
  return `https://github.com/${repository}/settings${page}`;
}
