/** What GitHub gives to an action by its environment, and where the action answers: never by arguments, which logs show. */
import { appendFileSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { GalleryError } from '../domain/gallery-error.ts';
import { type FetchFile, fetchGuarded } from '../io/fetch-guarded.ts';
import { type GitRepository, openGitRepository } from '../io/git-repository.ts';
import { gitTokenEnvironment } from '../io/git-token.ts';
import { type GitHubRepository, openGitHub } from '../io/github.ts';
import { nowToTheSecond } from '../io/now.ts';
import type { SigstoreTrust } from '../read/sigstore-bundle.ts';

export interface ActionContext {
  readonly repository: GitRepository;
  readonly github: GitHubRepository;
  /** Of the gallery's own branch. */
  readonly baseBranch: string;
  readonly event: GitHubEvent;
  /** By whom workflows are vouched for; undefined for the public Sigstore. */
  readonly sigstoreTrust?: SigstoreTrust;
  /** Fetches what a form points to. */
  readonly download: FetchFile;
  /** `owner/name` of the gallery. */
  readonly galleryName: string;
  /** Address of this run; undefined where it has none. */
  readonly run: string | undefined;
  /** UTC, ISO 8601, to the second. */
  readonly now: string;
  /** Decide and tell, but change nothing. */
  readonly isDryRun: boolean;
  /** With which git reaches the remote; nothing of it stands in an argument. */
  readonly gitEnv: Readonly<Record<string, string>>;
  /** For people who look at the run. */
  readonly say: (line: string) => void;
  /** Markdown on the page of the run. */
  readonly summarize: (markdown: string) => void;
  /** What later steps read. */
  readonly output: (name: string, value: string) => void;
}

/** As much of what happened as is used; all of it comes from outside. */
const eventSchema = z.looseObject({
  action: z.string().optional(),
  pull_request: z
    .looseObject({
      number: z.int().positive(),
      head: z.looseObject({ sha: z.string() }),
      updated_at: z.string(),
    })
    .optional(),
  issue: z
    .looseObject({
      number: z.int().positive(),
      title: z.string(),
      body: z.string().nullish(),
      updated_at: z.string(),
    })
    .optional(),
  comment: z.looseObject({ user: z.looseObject({ type: z.string() }) }).optional(),
  repository: z.looseObject({ default_branch: z.string() }),
  /** Of a repository_dispatch. */
  client_payload: z.unknown().optional(),
  /** Of a workflow_dispatch. */
  inputs: z.looseObject({ payload: z.string().optional() }).nullish(),
});

export type GitHubEvent = z.output<typeof eventSchema>;

export interface ActionOptions {
  readonly isDryRun: boolean;
  readonly say: (line: string) => void;
  /** How long a second of waiting for GitHub takes; less in tests. */
  readonly secondMs?: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws GalleryError when this is no run of an action */
export function openActionContext(environment: Environment, options: ActionOptions): ActionContext {
  const event = readEvent(needed(environment, 'GITHUB_EVENT_PATH'));
  const token = environment['GITHUB_TOKEN'];
  return {
    repository: openGitRepository(environment['PWSHELF_GALLERY'] ?? '.'),
    github: openGitHub({
      repository: needed(environment, 'GITHUB_REPOSITORY'),
      token,
      apiUrl: environment['GITHUB_API_URL'],
      ...(options.secondMs !== undefined && { secondMs: options.secondMs }),
    }),
    download: fetchGuarded,
    baseBranch: event.repository.default_branch,
    galleryName: needed(environment, 'GITHUB_REPOSITORY'),
    run: runAddress(environment),
    event,
    now: environment['PWSHELF_NOW'] ?? nowToTheSecond(),
    isDryRun: options.isDryRun,
    gitEnv: gitTokenEnvironment(serverUrlOf(environment), token),
    say: options.say,
    summarize: (markdown) => append(environment['GITHUB_STEP_SUMMARY'], markdown),
    output: outputTo(environment['GITHUB_OUTPUT']),
  };
}

/** @throws GalleryError when it is not set */
export function needed(environment: Environment, name: string): string {
  const value = environment[name];
  if (value !== undefined && value !== '') return value;
  throw new GalleryError(
    'NOT_AN_ACTION',
    `${name} is not set.`,
    'This program is run by the workflows of a gallery on GitHub; `pwshelf publish` does the same on a machine of yours.',
  );
}

function runAddress(environment: Environment): string | undefined {
  const { GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = environment;
  if (id === undefined || !/^\d+$/.test(id)) return undefined;
  return `${serverUrlOf(environment)}/${repository}/actions/runs/${id}`;
}

function serverUrlOf(environment: Environment): string {
  return (environment['GITHUB_SERVER_URL'] ?? 'https://github.com').replace(/\/+$/, '');
}

function readEvent(path: string): GitHubEvent {
  const parsed = eventSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new GalleryError('EVENT_UNKNOWN', `${path} holds no event that this action knows.`, undefined, {
    cause: parsed.error,
  });
}

/** The last value of a name counts, so the same one again says nothing. */
function outputTo(path: string | undefined): ActionContext['output'] {
  const last = new Map<string, string>();
  return (name, value) => {
    if (last.get(name) === value) return;
    last.set(name, value);
    append(path, `${name}=${value}\n`);
  };
}

function append(path: string | undefined, text: string): void {
  if (path !== undefined && path !== '') appendFileSync(path, text);
}
