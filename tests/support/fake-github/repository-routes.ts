/** The repository itself: its people, settings, labels, files and workflows. */
import { parse } from 'yaml';
import { type Answer, invalid, notFound, Refusal } from './answer.ts';
import { commitOf, entryAt } from './git-facts.ts';
import { type Asking, hasPermission, type Route } from './route.ts';
import { permissionIn, userNamed } from './state.ts';
import { labelJson, runJson, userJson } from './words.ts';

const MAX_LABEL_CHARACTERS = 50;
const MAX_LABEL_DESCRIPTION_CHARACTERS = 100;
/** Above it, the API says that there is a file, and nothing more of it. */
const MAX_CONTENT_BYTES = 1024 * 1024;

export const REPOSITORY_ROUTES: readonly Route[] = [
  { method: 'GET', path: '', accepts: [], answer: getRepository },
  {
    method: 'GET',
    path: '/collaborators/{login}/permission',
    accepts: [],
    isGuarded: true,
    answer: getPermission,
  },
  { method: 'GET', path: '/labels', accepts: ['issues=read', 'pull_requests=read'], answer: listLabels },
  { method: 'POST', path: '/labels', accepts: ['issues=write', 'pull_requests=write'], answer: createLabel },
  { method: 'GET', path: '/contents/{path}', accepts: ['contents=read'], answer: getContent },
  { method: 'GET', path: '/pages', accepts: ['pages=read'], answer: getPages },
  { method: 'GET', path: '/rules/branches/{branch}', accepts: [], answer: listRules },
  { method: 'GET', path: '/actions/runs', accepts: ['actions=read'], answer: listRuns },
  {
    method: 'GET',
    path: '/actions/permissions',
    accepts: ['administration=read'],
    isGuarded: true,
    answer: ({ state: { settings } }) => ({
      status: 200,
      body: {
        enabled: settings.actions.isEnabled,
        ...(settings.actions.isEnabled ? { allowed_actions: settings.actions.allowedActions } : {}),
      },
    }),
  },
  {
    method: 'GET',
    path: '/actions/permissions/workflow',
    accepts: ['administration=read'],
    isGuarded: true,
    answer: ({ state: { settings } }) => ({
      status: 200,
      body: {
        default_workflow_permissions: settings.workflows.defaultPermission,
        can_approve_pull_request_reviews: settings.workflows.canApprovePullRequests,
      },
    }),
  },
  {
    method: 'POST',
    path: '/actions/workflows/{file}/dispatches',
    accepts: ['actions=write'],
    answer: dispatch,
  },
];

function getRepository({ state, token }: Asking): Answer {
  const { settings } = state;
  const mayPush = hasPermission(token, 'contents=write') || hasPermission(token, 'administration=read');
  return {
    status: 200,
    body: {
      name: state.name,
      full_name: `${state.owner}/${state.name}`,
      owner: userJson(state, state.owner),
      private: settings.visibility !== 'public',
      visibility: settings.visibility,
      html_url: `https://github.com/${state.owner}/${state.name}`,
      default_branch: settings.defaultBranch,
      archived: settings.isArchived,
      has_issues: settings.hasIssues,
      has_pages: settings.pages !== undefined,
      ...(mayPush
        ? {
            allow_merge_commit: settings.allowsMergeCommit,
            allow_squash_merge: settings.allowsSquashMerge,
            allow_rebase_merge: settings.allowsRebaseMerge,
          }
        : {}),
    },
  };
}

function getPermission({ state, parts }: Asking): Answer {
  const login = parts['login'] ?? '';
  const user = userNamed(state, login);
  if (!user) throw notFound(`${login} is not a user`);
  const role = permissionIn(state, user);
  const permission = role === 'maintain' ? 'write' : role === 'triage' ? 'read' : role;
  return { status: 200, body: { permission, role_name: role, user: userJson(state, login) } };
}

function listLabels({ state }: Asking): Answer {
  return { status: 200, list: [...state.labels.values()].map(labelJson) };
}

function createLabel({ state, body }: Asking): Answer {
  const { name, color = 'ededed', description = '' } = body;
  if (typeof name !== 'string' || name.trim() === '') throw invalid('Label', 'name', 'missing_field');
  if (name.length > MAX_LABEL_CHARACTERS)
    throw invalid(
      'Label',
      'name',
      'custom',
      `name is too long (maximum is ${MAX_LABEL_CHARACTERS} characters)`,
    );
  if (typeof color !== 'string' || !/^[0-9a-f]{6}$/i.test(color)) throw invalid('Label', 'color', 'invalid');
  if (String(description).length > MAX_LABEL_DESCRIPTION_CHARACTERS)
    throw invalid('Label', 'description', 'custom', 'description is too long (maximum is 100 characters)');
  if (state.labels.has(name.toLowerCase())) throw invalid('Label', 'name', 'already_exists');
  const label = { name, colour: color, description: String(description) };
  state.labels.set(name.toLowerCase(), label);
  return { status: 201, body: labelJson(label) };
}

function getContent({ state, parts, url }: Asking): Answer {
  const path = parts['path'] ?? '';
  const ref = url.searchParams.get('ref') ?? state.settings.defaultBranch;
  const commit = commitOf(state.gitDir, ref);
  if (commit === undefined) throw notFound(`No commit found for the ref ${ref}`);
  const entry = entryAt(state.gitDir, commit, path);
  if (!entry) throw notFound();
  if (entry.kind === 'folder') return { status: 200, body: entry.names.map((name) => ({ name })) };
  if (entry.kind !== 'file') return { status: 200, body: { type: entry.kind, path, sha: entry.sha } };
  const isSmall = entry.bytes.length <= MAX_CONTENT_BYTES;
  return {
    status: 200,
    body: {
      type: 'file',
      path,
      sha: entry.sha,
      size: entry.bytes.length,
      encoding: isSmall ? 'base64' : 'none',
      // GitHub breaks the lines, as MIME does.
      content: isSmall ? entry.bytes.toString('base64').replace(/.{60}/g, '$&\n') : '',
    },
  };
}

function getPages({ state }: Asking): Answer {
  const { pages, visibility } = state.settings;
  if (!pages) throw notFound();
  const domain = pages.customDomain ?? `${state.owner.toLowerCase()}.github.io`;
  return {
    status: 200,
    body: {
      status: 'built',
      cname: pages.customDomain ?? null,
      custom_404: false,
      html_url: `https://${domain}/${pages.customDomain === undefined ? `${state.name}/` : ''}`,
      build_type: pages.buildType,
      public: visibility === 'public',
      https_enforced: pages.isHttpsEnforced,
    },
  };
}

function listRules({ state, parts }: Asking): Answer {
  const types = state.settings.branchRules[parts['branch'] ?? ''] ?? [];
  return { status: 200, list: types.map((type) => ({ type, ruleset_source_type: 'Repository' })) };
}

function listRuns({ state, url }: Asking): Answer {
  const isWanted = (name: string, value: string) => (url.searchParams.get(name) ?? value) === value;
  const runs = state.runs
    .filter((run) => isWanted('head_sha', run.headSha) && isWanted('event', run.event))
    .toReversed()
    .map((run) => runJson(state, run));
  return {
    status: 200,
    list: runs,
    wrap: (items) => ({ total_count: runs.length, workflow_runs: items }),
  };
}

function inputsOf(workflow: Buffer): readonly string[] {
  const { on } = parse(workflow.toString('utf8')) as {
    readonly on?: { readonly workflow_dispatch?: { readonly inputs?: object } | null };
  };
  return Object.keys(on?.workflow_dispatch?.inputs ?? {});
}

function dispatch({ state, parts, body }: Asking): Answer {
  const workflow = parts['file'] ?? '';
  const branch = commitOf(state.gitDir, state.settings.defaultBranch);
  const path = `.github/workflows/${workflow}`;
  const file = branch === undefined ? undefined : entryAt(state.gitDir, branch, path);
  if (file?.kind !== 'file') throw notFound();
  const ref = String(body['ref'] ?? '');
  if (commitOf(state.gitDir, ref) === undefined) throw new Refusal(422, `No ref found for: ${ref}`);
  if (!file.bytes.includes('workflow_dispatch'))
    throw new Refusal(422, "Workflow does not have 'workflow_dispatch' trigger");
  const { inputs } = body;
  const known = inputsOf(file.bytes);
  const unknown = Object.keys(inputs ?? {}).filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Refusal(422, `Unexpected inputs provided: ${JSON.stringify(unknown)}`);
  state.dispatches.push({ workflow, ref, ...(inputs ? { inputs: { ...inputs } } : {}) });
  return { status: 204 };
}
