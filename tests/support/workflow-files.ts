/** The workflows and actions in .github, parsed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { PROJECT_ROOT } from './clients.ts';

export interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly shell?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
}

export interface Concurrency {
  readonly group: string;
  readonly queue?: string;
  readonly 'cancel-in-progress': boolean | string;
}

export interface Job {
  readonly if?: string;
  readonly needs?: string | readonly string[];
  readonly uses?: string;
  readonly permissions?: Readonly<Record<string, 'read' | 'write'>>;
  readonly concurrency?: Concurrency;
  readonly 'timeout-minutes'?: number;
  readonly steps?: readonly Step[];
  readonly secrets?: unknown;
}

export interface Workflow {
  /** Relative to the project. */
  readonly path: string;
  readonly text: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly env: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const FOLDER = '.github/workflows';

export const WORKFLOWS: readonly Workflow[] = readdirSync(join(PROJECT_ROOT, FOLDER))
  .sort()
  .map((name) => {
    const path = `${FOLDER}/${name}`;
    const text = readFileSync(join(PROJECT_ROOT, path), 'utf8');
    return { ...(parse(text) as Omit<Workflow, 'path' | 'text'>), path, text };
  });

export function workflow(name: string): Workflow {
  const found = WORKFLOWS.find(({ path }) => path === `${FOLDER}/${name}`);
  if (!found) throw new Error(`there is no ${FOLDER}/${name}`);
  return found;
}

/** Every job as `path > name`. */
export function jobsOf(workflows: readonly Workflow[]): readonly (readonly [string, Job, Workflow])[] {
  return workflows.flatMap((file) =>
    Object.entries(file.jobs).map(([name, job]) => [`${file.path} > ${name}`, job, file] as const),
  );
}

export interface CompositeAction {
  /** Relative to the project. */
  readonly path: string;
  readonly text: string;
  readonly inputs?: Readonly<Record<string, { readonly default?: string; readonly required?: boolean }>>;
  readonly outputs?: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const ACTIONS_FOLDER = '.github/actions';

export const ACTIONS: readonly CompositeAction[] = readdirSync(join(PROJECT_ROOT, ACTIONS_FOLDER))
  .sort()
  .map((name) => {
    const path = `${ACTIONS_FOLDER}/${name}/action.yml`;
    const text = readFileSync(join(PROJECT_ROOT, path), 'utf8');
    return { ...(parse(text) as Omit<CompositeAction, 'path' | 'text'>), path, text };
  });

export const isPrivileged = ({ permissions = {} }: Job): boolean =>
  Object.values(permissions).includes('write');
