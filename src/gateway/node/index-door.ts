/** The door through which pushes come into a clone of the gallery's repository: gated side by side, landed one by one. */
import { hasErrors } from '../../domain/finding.ts';
import { GalleryError } from '../../domain/gallery-error.ts';
import { findingOf } from '../../domain/rule.ts';
import { completeClone, settleClone } from '../../io/advance-clone.ts';
import type { CommitPerson } from '../../io/commit-index.ts';
import type { AskedChange } from '../../io/decide-asked.ts';
import { gitServerOf, gitTokenEnvironment } from '../../io/git-token.ts';
import { openGitHub } from '../../io/github.ts';
import type { GitHubOptions } from '../../io/github-client.ts';
import { inTurn } from '../../io/in-turn.ts';
import { type IndexClone, openIndexClone } from '../../io/index-clone.ts';
import { type LandingPlace, landInClone } from '../../io/land-in-clone.ts';
import { landInRemote } from '../../io/land-in-remote.ts';
import { commitOnGitHub, type GitHubPlace, proposeOnGitHub } from '../../io/land-on-github.ts';
import type { Landing } from '../../io/landing.ts';
import { openLiveIndex } from '../../io/live-index.ts';
import { openPackageGate } from '../../io/package-gate.ts';
import { createRebuild, type RebuildOptions } from '../../io/rebuild.ts';
import { packageTooLarge } from '../../rules/package-too-large.ts';
import type { AskedPublish, PushDoor, PushOutcome } from '../push-door.ts';
import { landAsked } from './land-asked.ts';
import { formatProposal } from './proposal-text.ts';

export interface IndexDoorOptions {
  readonly indexDir: string;
  /** Undefined for no cache. */
  readonly cacheDir: string | undefined;
  /**
   * `clone` commits in the clone alone; `remote` pushes to its origin; the others let GitHub make the commit in the branch of
   * the gallery, or a pull request that a maintainer merges.
   */
  readonly mode: 'clone' | 'remote' | 'github-commit' | 'github-pull-request';
  /** For the modes of GitHub. */
  readonly github?: GitHubOptions;
  readonly committer: CommitPerson;
  /** UTC, ISO 8601, to the second. */
  readonly now: () => string;
  readonly onLanded: (what: LandedPush) => void;
  /** How the gallery is built when its branch has moved, by a push or by others; undefined leaves that to the caller. */
  readonly build?: RebuildOptions;
  /** Whether to build at first: what was pushed may not have been built when the server was last stopped. */
  readonly buildsAtStart?: boolean;
  /** How often the branch is looked at for what others have brought there, when there is a build for it; a minute. */
  readonly watchMs?: number;
  /** For whoever runs the server. */
  readonly log: (line: string) => void;
}

export interface LandedPush {
  readonly id: string;
  readonly version: string;
  readonly commit: string;
}

export interface IndexDoor extends PushDoor {
  /** Resolves when what was under way is done, a build too; nothing is taken after that. */
  readonly close: () => Promise<void>;
}

/** Who asks, and whether it still wants to know. */
type Asking = Pick<AskedPublish, 'authorized' | 'signal'>;

/** Packages that are unpacked and searched at a time: each takes a core, and as much memory as it unpacks to. */
const GATES = 2;
const SETTLE_MS = 500;
/** Commits by plumbing never make git tidy up, as other commits do now and then. */
const TIDY_AFTER = 200;
const WATCH_MS = 60_000;
/** What a pushed package is called until it has said its name. */
const PUSHED_FILE = 'package.nupkg';

/** @throws GalleryError when the index lies in no clone that pushes can land in */
export async function createIndexDoor(options: IndexDoorOptions): Promise<IndexDoor> {
  const clone = await openIndexClone(options.indexDir);
  const landing = landingOf(options, clone);
  const live = openLiveIndex(clone, options.cacheDir);
  const gate = openPackageGate(GATES);
  const line = inTurn(1);
  let sinceTidied = 0;
  const settling = settleLater(async () => {
    await line(() => settleClone(clone));
    if (sinceTidied < TIDY_AFTER) return;
    sinceTidied = 0;
    // Git goes on by itself when there is much to do.
    await clone.repository.git(['gc', '--auto', '--quiet']);
  }, options.log);
  let isClosed = false;
  // What an earlier process has left is completed before anybody reads.
  await line(() => completeClone(clone));
  await line(landing.sync);
  const rebuild = options.build && createRebuild(options.build);
  if (options.buildsAtStart) rebuild?.schedule();
  let seen: string | undefined;
  const see = (commit: string) => {
    // At the start it was built from what was there then, or is being built.
    if (seen !== undefined && seen !== commit) rebuild?.schedule();
    seen = commit;
  };
  const look = async () => {
    const state = await live.at(await landing.glance(line));
    see(state.commit);
    return state;
  };

  const watching = rebuild && watchBranch(look, options.watchMs ?? WATCH_MS, options.log);

  const land = ({ authorized, signal }: Asking, asked: AskedChange): Promise<PushOutcome> =>
    line(async () => {
      const { id, version } = asked;
      if (signal?.aborted) throw clientGone(id, version);
      const outcome = await landAsked({ landing, live, now: options.now }, authorized, asked);
      if (outcome.kind !== 'done') return { ...outcome, id, version };
      const { findings, commit, isChanged } = outcome;
      see(commit);
      settling.soon();
      sinceTidied += 1;
      if (isChanged) options.onLanded({ id, version, commit });
      return { kind: 'done', findings, id, version, commit };
    });
  const underway = new Set<Promise<unknown>>();
  const taken = <T>(work: () => Promise<T>): Promise<T> => {
    if (isClosed) {
      const message = 'The server is being stopped, and takes no pushes any more.';
      return Promise.reject(new GalleryError('DOOR_CLOSED', message, 'Send it again in a moment.'));
    }
    const running = work().finally(() => underway.delete(running));
    underway.add(running);
    return running;
  };
  const publish: PushDoor['publish'] = async (asking) => {
    const { bytes, requestId: request } = asking;
    const receivedAt = options.now();
    const { policy } = (await look()).gallery.settings;
    const limit = policy.maxPackageBytes;
    if (bytes.length > limit) {
      const args = { sizeBytes: bytes.length, limit };
      return { kind: 'refused', findings: [findingOf(packageTooLarge, { file: PUSHED_FILE }, args)] };
    }
    const { value: entered, findings } = await gate.open(bytes, PUSHED_FILE, policy);
    if (!entered || hasErrors(findings)) return { kind: 'refused', findings };
    const { id, version } = entered.nupkg.nuspec;
    const opened = { source: 'attachment', file: PUSHED_FILE, entered, findings } as const;
    return land(asking, { action: 'publish', id, version, request, opened, receivedAt });
  };

  return {
    keys: async () => (await look()).keys,
    maxPackageBytes: async () => (await look()).gallery.settings.policy.maxPackageBytes,
    publish: (asked) => taken(() => publish(asked)),
    setListing: (asking) => {
      const { id, version, listed, requestId: request } = asking;
      const action = listed ? 'relist' : 'unlist';
      const receivedAt = options.now();
      return taken(() => land(asking, { action, id, version, request, opened: undefined, receivedAt }));
    },
    close: async () => {
      isClosed = true;
      clearInterval(watching);
      await Promise.allSettled(underway);
      await settling.now();
      await gate.close();
      await rebuild?.close();
    },
  };
}

function clientGone(id: string, version: string): GalleryError {
  return new GalleryError(
    'CLIENT_GONE',
    `Whoever sent ${id} ${version} went away before its turn came, and nothing was written.`,
    'Send it again.',
  );
}

/** What a person pulls or merges should be served although nobody pushes here; what fails each time is told once. */
function watchBranch(
  look: () => Promise<unknown>,
  everyMs: number,
  log: IndexDoorOptions['log'],
): NodeJS.Timeout {
  let told: string | undefined;
  const watch = async () => {
    try {
      await look();
      told = undefined;
    } catch (error) {
      if (told !== String(error)) log(`The branch of the gallery cannot be followed: ${String(error)}`);
      told = String(error);
    }
  };
  return setInterval(() => void watch(), everyMs).unref();
}

/** What has no hurry is done when nothing has landed for a while. */
function settleLater(settle: () => Promise<void>, log: IndexDoorOptions['log']) {
  let timer: NodeJS.Timeout | undefined;
  const now = async () => {
    clearTimeout(timer);
    await settle().catch((error: unknown) => log(`The clone could not be tidied up: ${String(error)}`));
  };
  return {
    now,
    soon: () => {
      clearTimeout(timer);
      timer = setTimeout(() => void now(), SETTLE_MS);
      timer.unref();
    },
  };
}

function landingOf(options: IndexDoorOptions, clone: IndexClone): Landing {
  const { mode, committer, log: say } = options;
  const place = { clone, committer, say };
  switch (mode) {
    case 'clone':
      return landInClone(place);
    case 'remote':
      return landInRemote({ ...place, gitEnv: {} });
    case 'github-commit':
      return commitOnGitHub(onGitHub(options, place));
    case 'github-pull-request':
      return proposeOnGitHub(onGitHub(options, place), formatProposal);
    default:
      return mode satisfies never;
  }
}

function onGitHub({ github }: IndexDoorOptions, place: LandingPlace): GitHubPlace {
  if (github) {
    const gitEnv = gitTokenEnvironment(gitServerOf(github.apiUrl), github.token);
    return { ...place, gitEnv, github: openGitHub(github) };
  }
  throw new GalleryError(
    'GITHUB_MISSING',
    'Pushes are to land on GitHub, but no repository is named.',
    'Name it as owner/name, and set GITHUB_TOKEN to a token that may write to it.',
  );
}
