/** What keeps the workflows safe, held in each of them: rights, pins, what is checked out, what reaches a shell. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pinWorkflows } from '../../src/publish/new-gallery.ts';
import { ISSUE_FORMS } from '../../src/publish/request/issue-forms.ts';
import { PROJECT_ROOT } from '../support/clients.ts';
import {
  ACTIONS,
  isPrivileged,
  type Job,
  jobsOf,
  type Step,
  WORKFLOWS,
  workflow,
} from '../support/workflow-files.ts';

/** As a workflow writes it. */
const expression = (text: string) => `$\{{ ${text} }}`;

/** The one workflow that runs the code of a pull request: that is what the tests of the kit are for. */
const TESTS_OF_THE_KIT = '.github/workflows/ci.yml';

const ALL_FILES = readdirSync(join(PROJECT_ROOT, '.github'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /^(?:workflows|actions)\/.*\.ya?ml$/.test(path))
  .map((path) => `.github/${path}`)
  .sort();

const JOBS = jobsOf(WORKFLOWS);
const WORKING_JOBS = JOBS.filter(([, job]) => job.uses === undefined);
const JOB_STEPS = WORKING_JOBS.flatMap(([name, job]) =>
  (job.steps ?? []).map((step) => [name, step] as const),
);
const ACTION_STEPS = ACTIONS.flatMap(({ path, runs }) => runs.steps.map((step) => [path, step] as const));
const STEPS = [...JOB_STEPS, ...ACTION_STEPS];
const CHECKOUTS = WORKING_JOBS.flatMap(([name, job, file]) =>
  (job.steps ?? []).filter(isCheckout).map((step) => [name, step, file] as const),
);

const called = (name: string) =>
  Object.keys(workflow('gallery.yml').jobs).filter((job) =>
    workflow('gallery.yml').jobs[job]?.uses?.endsWith(`/${name}`),
  );

function isCheckout({ uses = '' }: Step): boolean {
  return uses.startsWith('actions/checkout@');
}

it('are all read by this test', () => {
  expect(ALL_FILES).toEqual([...ACTIONS, ...WORKFLOWS].map(({ path }) => path).sort());
});

describe('rights', () => {
  it.each(WORKFLOWS.map(({ path, ...file }) => [path, file] as const))(
    'of %s are none at the top',
    (_, file) => {
      expect(file.permissions).toEqual({});
      expect(file.env).toBeUndefined();
    },
  );

  it.each(JOBS)('of %s are written out', (_, job) => {
    expect(job.permissions).toBeDefined();
    const isOfPipelines = /\/(?:publish|scheduled)\.yml$/.test(job.uses ?? '');
    expect(job.secrets).toEqual(
      isOfPipelines ? { PWSHELF_KEYS: expression('secrets.PWSHELF_KEYS') } : undefined,
    );
  });

  it('that write are given to these jobs only', () => {
    const writing = WORKING_JOBS.filter(([, job]) => isPrivileged(job)).map(
      ([name, { permissions = {} }]) =>
        `${name}: ${Object.keys(permissions)
          .filter((right) => permissions[right] === 'write')
          .join(', ')}`,
    );
    expect(writing).toEqual([
      '.github/workflows/comment.yml > comment: issues, pull-requests',
      '.github/workflows/deploy.yml > deploy: pages, id-token',
      '.github/workflows/deploy.yml > answers: contents',
      '.github/workflows/merge.yml > merge: contents, issues, pull-requests',
      '.github/workflows/publish.yml > publish: contents',
      '.github/workflows/scheduled.yml > requests: contents, issues, pull-requests',
    ]);
  });

  it.each(JOBS.filter(([, job]) => job.uses?.startsWith('./')))(
    'of %s are exactly those that the jobs it calls ask for',
    (_, job) => {
      const target = workflow((job.uses ?? '').replace('./.github/workflows/', ''));
      const asked = new Map<string, string>();
      for (const { permissions = {} } of Object.values(target.jobs))
        for (const [right, level] of Object.entries(permissions))
          if (asked.get(right) !== 'write') asked.set(right, level);
      expect(job.permissions).toEqual(Object.fromEntries(asked));
    },
  );

  it('name one secret, the keys of pipelines, and hand it to the two steps that need it', () => {
    for (const { text } of WORKFLOWS)
      expect(text.replaceAll(/^ +secrets:$|\bsecrets\.PWSHELF_KEYS\b/gm, '')).not.toMatch(/\bsecrets\b/);
    const withKeys = JOB_STEPS.filter(([, step]) => JSON.stringify(step).includes('secrets.'));
    expect(
      withKeys.map(([name, { env, run }]) => [name, env?.['PWSHELF_KEYS'], run?.split(' ').at(-1)]),
    ).toEqual([
      ['.github/workflows/publish.yml > publish', expression('secrets.PWSHELF_KEYS'), 'receive'],
      ['.github/workflows/scheduled.yml > requests', expression('secrets.PWSHELF_KEYS'), 'scheduled'],
    ]);
  });

  it('have no token but the automatic one, handed to the steps that need it', () => {
    const withToken = JOB_STEPS.filter(([, { env = {} }]) => env['GITHUB_TOKEN'] !== undefined);
    for (const [, { env = {}, run }] of withToken) {
      expect(env['GITHUB_TOKEN']).toBe(expression('github.token'));
      expect(run).toMatch(/^node \.\.\/pwshelf\/scripts\/action\.ts [a-z-]+$/);
    }
    expect(withToken).toHaveLength(8);
  });
});

describe('actions', () => {
  const uses = [...WORKFLOWS, ...ACTIONS].flatMap(({ text }) =>
    [...text.matchAll(/^ +(?:- )?(uses: .*)$/gm)].map(([, line = '']) => line),
  );
  const foreign = uses.filter((line) => !line.startsWith('uses: ./'));

  it.each([...new Set(foreign)])('%s is pinned to a commit, with its version beside it', (line) => {
    expect(line).toMatch(/^uses: [\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('are of one version each', () => {
    const names = new Set(foreign.map((line) => line.split('@')[0]));
    expect(new Set(foreign).size).toBe(names.size);
  });

  it('keep no cache', () => {
    for (const [, step] of STEPS) {
      expect(step.uses ?? '').not.toMatch(/^actions\/cache/);
      if (!step.uses?.startsWith('actions/setup-')) continue;
      expect(step.with?.['cache']).toBeUndefined();
      if (step.uses.startsWith('actions/setup-node@'))
        expect(step.with?.['package-manager-cache']).toBe(false);
    }
  });
});

describe('jobs', () => {
  it.each(WORKING_JOBS)('%s end after a while', (_, job) => {
    expect(job['timeout-minutes']).toBeGreaterThan(0);
    expect(job['timeout-minutes']).toBeLessThanOrEqual(90);
  });

  it.each(WORKING_JOBS.filter(([name, job]) => isPrivileged(job) && !name.includes('deploy.yml')))(
    '%s wait in a line and are not broken off',
    (_, { concurrency }) => {
      expect(concurrency).toMatchObject({ queue: 'max', 'cancel-in-progress': false });
    },
  );

  it('that push to the gallery wait for each other', () => {
    // What is live is marked on a branch of its own.
    const groups = WORKING_JOBS.filter(([, job]) => job.permissions?.['contents'] === 'write')
      .filter(([name]) => !name.includes('deploy.yml'))
      .map(([, job]) => job.concurrency?.group);
    expect(groups).toEqual(['pwshelf-merge', 'pwshelf-merge', 'pwshelf-merge']);
  });

  it('that deploy wait for each other from the build to the probe', () => {
    const [name = ''] = called('deploy.yml');
    expect(workflow('gallery.yml').jobs[name]?.concurrency).toEqual({
      group: 'pwshelf-deploy',
      queue: 'max',
      'cancel-in-progress': false,
    });
    for (const job of Object.values(workflow('deploy.yml').jobs)) expect(job.concurrency).toBeUndefined();
  });
});

describe('what is checked out', () => {
  it.each(CHECKOUTS)('in %s leaves no token behind', (_, step) => {
    expect(step.with?.['persist-credentials']).toBe(false);
    expect(step.with?.['submodules']).toBeUndefined();
    expect(step.with?.['lfs']).toBeUndefined();
    expect(step.with?.['allow-unsafe-pr-checkout']).toBeUndefined();
  });

  it.each(CHECKOUTS.filter(([, , { path }]) => path !== TESTS_OF_THE_KIT))(
    'in %s is the kit by its commit, or the default branch: never the head',
    (_, step, { path }) => {
      const { repository, ref, path: folder } = step.with ?? {};
      const ownCommit = expression('job.workflow_sha');
      const ownCommitOrBase = expression(
        'job.workflow_repository == github.repository && github.event.repository.default_branch || job.workflow_sha',
      );
      if (folder === 'pwshelf') {
        expect(repository).toBe(expression('job.workflow_repository'));
        expect(ref).toBe(path.endsWith('/check.yml') ? ownCommitOrBase : ownCommit);
      } else {
        expect(folder).toBe('gallery');
        expect(repository).toBeUndefined();
        expect(ref).toBe(expression('github.event.repository.default_branch || github.ref'));
      }
    },
  );

  it('never follows the head of a pull request by another name', () => {
    for (const { text } of WORKFLOWS)
      expect(text).not.toMatch(/head[._](?:ref|sha|repo)|refs\/pull|pull_request\.head/);
  });

  it.each(WORKING_JOBS.filter(([name, job]) => isPrivileged(job) && !name.includes('deploy.yml')))(
    'in %s is all that is run, and only the kit is installed',
    (_, job) => {
      const local = (job.steps ?? []).flatMap(({ uses }) => (uses?.startsWith('./') ? [uses] : []));
      expect(local).toEqual(['./pwshelf/.github/actions/setup-pwshelf']);
      for (const { run } of job.steps ?? []) expect(run ?? '').not.toMatch(/npm|npx|\bgit\b/);
    },
  );
});

describe('a shell', () => {
  it.each(STEPS.filter(([, { run }]) => run !== undefined))(
    'in %s gets values by the environment only',
    (_, step) => {
      expect(step.run).not.toMatch(/\$\{\{/);
    },
  );

  it.each(STEPS)('in %s sees nothing in its environment that others write', (_, step) => {
    for (const value of Object.values(step.env ?? {}))
      expect(value).not.toMatch(/github\.(?:event|head_ref|ref_name|actor)/);
  });

  it.each(STEPS)('in %s gets no expression from others in what an action is told', (_, step) => {
    const allowed = /github\.event\.repository\.default_branch/g;
    expect(JSON.stringify(step.with ?? {}).replaceAll(allowed, '')).not.toMatch(
      /github\.(?:event\b|head_ref)/,
    );
  });
});

describe('gallery.yml', () => {
  const { jobs, on, text } = workflow('gallery.yml');

  it('only calls workflows', () => {
    for (const job of Object.values(jobs)) expect(job.uses).toMatch(/^\.\/\.github\/workflows\/[a-z]+\.yml$/);
  });

  it('calls only those that are made to be called', () => {
    for (const job of Object.values(jobs))
      expect(Object.keys(workflow((job.uses ?? '').replace('./.github/workflows/', '')).on)).toEqual([
        'workflow_call',
      ]);
  });

  it('gives the right to write to no event that runs what a stranger wrote', () => {
    const onPullRequest = Object.entries(jobs).filter(([, job]) => runsOn(job, 'pull_request'));
    expect(onPullRequest.map(([name]) => name)).toEqual(['check']);
    expect(isPrivileged(onPullRequest[0]?.[1] ?? {})).toBe(false);
  });

  it('runs on all that a request can come from, and on what maintainers push', () => {
    expect(Object.keys(on).sort()).toEqual(
      [
        'issue_comment',
        'issues',
        'pull_request',
        'pull_request_target',
        'push',
        'repository_dispatch',
        'schedule',
        'workflow_dispatch',
      ].sort(),
    );
  });

  it('deploys what it has merged, since its own push starts nothing', () => {
    expect(jobs['deploy']?.needs).toEqual(['merge', 'publish', 'scheduled']);
    expect(jobs['deploy']?.if).toContain("needs.merge.outputs.merged == 'true'");
    expect(jobs['deploy']?.if).toContain("needs.publish.outputs.merged == 'true'");
    expect(jobs['deploy']?.if).toContain("needs.scheduled.outputs.merged == 'true'");
  });

  it('differs from that of a new gallery in what stands behind `uses:`, and nowhere else', () => {
    const sha = 'b'.repeat(40);
    const pinned = pinWorkflows(text, { version: '9.9.9', sha });
    expect(pinned).not.toContain('uses: ./');
    expect(pinned.match(new RegExp(`@${sha} # v9\\.9\\.9$`, 'gm'))).toHaveLength(Object.keys(jobs).length);
    expect(pinned.replaceAll('pwshelf/pwshelf/.github', './.github').replaceAll(`@${sha} # v9.9.9`, '')).toBe(
      text,
    );
  });

  function runsOn(job: Job, event: string): boolean {
    const condition = job.if ?? '';
    return condition.includes(`github.event_name == '${event}'`) || condition.includes(`"${event}"`);
  }
});

describe('a composite action', () => {
  it.each(ACTIONS.map((action) => [action.path, action] as const))(
    '%s runs its own checkout by bash, and calls no other action of this repository',
    (_, { runs }) => {
      expect(runs.using).toBe('composite');
      for (const { uses, run, shell } of runs.steps) {
        // `./` would be the folder of whoever uses the action.
        expect(uses ?? '').not.toMatch(/^\.\//);
        if (run === undefined) continue;
        expect(shell).toBe('bash');
        for (const [, path] of run.matchAll(/\bnode (\S+)/g))
          expect(path).toMatch(/^"\$GITHUB_ACTION_PATH\/\.\.\/\.\.\/\.\.\/scripts\/[a-z.-]+"$/);
      }
    },
  );

  it.each(ACTION_STEPS)('in %s quotes what it is given', (_, { run = '' }) => {
    const unquoted = run.replaceAll(/"[^"]*"/g, '');
    expect(unquoted).not.toContain('$');
  });

  it.each(ACTION_STEPS)('in %s shows secrets to the last step only, by its environment', (path, step) => {
    const isLast = ACTION_STEPS.findLast(([other]) => other === path)?.[1] === step;
    const secret = /inputs\.(?:key|token|gallery-token) /;
    if (!isLast || !path.includes('/publish/')) expect(JSON.stringify(step)).not.toMatch(secret);
    expect(JSON.stringify(step.with ?? {})).not.toContain('inputs.');
  });
});

it('comment.yml looks for the labels of the forms', () => {
  const condition = workflow('comment.yml').jobs['comment']?.if ?? '';
  const found = [...condition.matchAll(/labels\.\*\.name, '([^']+)'/g)].map(([, name]) => name);
  expect(found).toEqual(Object.keys(ISSUE_FORMS));
});
