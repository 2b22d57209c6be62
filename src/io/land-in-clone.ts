/** Landing in the clone itself: its branch is the gallery. */
import { advanceClone, completeClone } from './advance-clone.ts';
import type { CommitPerson } from './commit-index.ts';
import { importCommit } from './import-commit.ts';
import { type IndexClone, readCloneState } from './index-clone.ts';
import { type Landed, type Landing, type LandingChange, messageOf } from './landing.ts';

export interface LandingPlace {
  readonly clone: IndexClone;
  readonly committer: CommitPerson;
  /** For the log of whoever runs the server. */
  readonly say: (line: string) => void;
}

export function landInClone(place: LandingPlace): Landing {
  const sync = () => syncClone(place);
  return {
    isProposal: false,
    sync,
    glance: async () => (await readCloneState(place.clone)).head,
    land: async (change) => {
      const commit = await importCommit(place.clone.repository, {
        ...change,
        message: messageOf(change),
        committer: place.committer,
      });
      return advanceTo(place, change, commit);
    },
  };
}

/** Completes what was left undone. @returns where the branch is */
export async function syncClone({ clone, say }: LandingPlace): Promise<string> {
  const state = await readCloneState(clone);
  if (!state.placing) return state.head;
  const changed = await completeClone(clone);
  // Whoever was killed just before the branch moved has landed nothing.
  if (state.head !== state.placing.from)
    say(`The working tree was brought up to ${state.placing.to}, which landed before.`);
  if (changed.length > 0) say(`Changed by hand, and left so: ${changed.join(', ')}.`);
  return (await readCloneState(clone)).head;
}

export async function advanceTo(
  { clone, say }: LandingPlace,
  { base, files, subject }: LandingChange,
  commit: string,
): Promise<Landed> {
  const advanced = await advanceClone(clone, {
    from: base,
    to: commit,
    files: files.map(({ content, ...file }) => ({ ...file, content: async () => content ?? '' })),
    note: `pwshelf: ${subject}`,
  });
  if (advanced.kind === 'moved') return advanced;
  if (advanced.trouble !== undefined)
    say(`${commit} landed, but its files are not in the working tree yet: ${String(advanced.trouble)}`);
  return { kind: 'done', commit };
}
