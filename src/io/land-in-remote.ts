/** Landing in the branch of `origin`, to which others push as well; the clone follows it. */
import { GalleryError } from '../domain/gallery-error.ts';
import { advanceClone, filesBetween } from './advance-clone.ts';
import { pushCommit } from './commit-index.ts';
import { importCommit } from './import-commit.ts';
import { readCloneState } from './index-clone.ts';
import { advanceTo, type LandingPlace, syncClone } from './land-in-clone.ts';
import { type Landing, type LandingChange, messageOf } from './landing.ts';

/** Apart from FETCH_HEAD, which everybody who fetches writes. */
const ORIGIN_REF = 'refs/pwshelf/origin';
const GLANCE_MS = 10_000;

export interface RemotePlace extends LandingPlace {
  /** With which git reaches the remote; nothing of it stands in an argument. */
  readonly gitEnv: Readonly<Record<string, string>>;
}

export function landInRemote(place: RemotePlace): Landing {
  const { sync, glance } = followRemote(place);
  const { clone, committer, gitEnv } = place;
  return {
    isProposal: false,
    sync,
    glance,
    land: async (change) => {
      const commit = await importCommit(clone.repository, {
        ...change,
        message: messageOf(change),
        committer,
      });
      const pushed = { commit, base: change.base, branch: clone.branch };
      if (!(await pushCommit(clone.repository, pushed, gitEnv))) return { kind: 'moved' };
      await followLanded(place, change, commit);
      return { kind: 'done', commit };
    },
  };
}

/** @returns how to bring a clone up to the branch of its remote */
export function followRemote(place: RemotePlace): Pick<Landing, 'sync' | 'glance'> {
  let syncedAtMs = -Infinity;
  const sync = async () => {
    const commit = await syncWithRemote(place);
    syncedAtMs = performance.now();
    return commit;
  };
  // Readers of keys and limits wait for one and the same look.
  let looking: Promise<string> | undefined;
  return {
    sync,
    glance: async (turn) => {
      if (performance.now() - syncedAtMs < GLANCE_MS) return (await readCloneState(place.clone)).head;
      looking ??= turn(sync).finally(() => {
        looking = undefined;
      });
      return looking;
    },
  };
}

/** Once the remote has it: whatever goes wrong here is made good by the next sync. */
export async function followLanded(place: RemotePlace, change: LandingChange, commit: string): Promise<void> {
  try {
    await advanceTo(place, change, commit);
  } catch (error) {
    place.say(`${commit} landed in the remote, but the clone is not there yet: ${String(error)}`);
  }
}

async function syncWithRemote(place: RemotePlace): Promise<string> {
  const { clone, gitEnv } = place;
  const { repository, branch } = clone;
  const head = await syncClone(place);
  const refspec = `+refs/heads/${branch}:${ORIGIN_REF}`;
  await repository.git(['fetch', '--quiet', '--no-tags', 'origin', refspec], { env: gitEnv });
  const tip = (await repository.git(['rev-parse', '--verify', ORIGIN_REF])).trim();
  if (tip === head) return head;
  const shared = await repository.git(['merge-base', head, tip]).catch(() => '');
  if (shared.trim() !== head) throw ahead(branch);
  const files = await filesBetween(clone, head, tip);
  const advanced = await advanceClone(clone, { from: head, to: tip, files, note: 'pwshelf: follow origin' });
  // Somebody committed in the clone at this very moment.
  if (advanced.kind === 'moved') throw ahead(branch);
  if (advanced.trouble !== undefined) throw advanced.trouble;
  return tip;
}

function ahead(branch: string): GalleryError {
  return new GalleryError(
    'CLONE_AHEAD',
    `The branch ${branch} of the clone has commits that its remote does not have, so it cannot follow the remote.`,
    `Push them, or give them up by \`git reset --hard origin/${branch}\`.`,
  );
}
