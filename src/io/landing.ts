/** What the ways to bring a decided change into the gallery's repository have in common. */
import type { Finding } from '../domain/finding.ts';
import type { CommitPerson } from './commit-index.ts';
import type { Turn } from './in-turn.ts';
import type { FileToPlace } from './place-files.ts';

export interface LandingChange {
  /** The commit that was decided on. */
  readonly base: string;
  /** What differs from it: at least one, blobs before the records that name them. */
  readonly files: readonly LandingFile[];
  /** The first line of the message of the commit. */
  readonly subject: string;
  /** The lines below it, which tell who asked. */
  readonly lines: readonly string[];
  readonly author: CommitPerson;
  /** UTC, ISO 8601. */
  readonly date: string;
  /** The same for whoever asks for the same again: a part of a branch's name. */
  readonly slug: string;
  readonly findings: readonly Finding[];
}

export interface LandingFile extends Omit<FileToPlace, 'content'> {
  /** Undefined takes the file away. */
  readonly content: string | Uint8Array | undefined;
}

export type Landed =
  /** The branch is elsewhere by now: decide again on what is there. */
  | { readonly kind: 'moved' }
  | { readonly kind: 'done'; readonly commit: string }
  /** @field url  of a pull request, which may have been there already */
  | { readonly kind: 'proposed'; readonly url: string }
  /** So many of this author wait for a maintainer already that nothing was proposed. */
  | { readonly kind: 'crowded'; readonly open: number };

export interface Landing {
  /** Whether people look at what lands before it counts. */
  readonly isProposal: boolean;
  /** Brings the clone up to the branch of the gallery. @returns the commit to decide on */
  readonly sync: () => Promise<string>;
  /**
   * A commit of the branch that was the newest a short time ago, for what is no decision.
   * @param turn  that of whoever lands, for when the clone has to be brought up
   */
  readonly glance: (turn: Turn) => Promise<string>;
  readonly land: (change: LandingChange) => Promise<Landed>;
}

export function messageOf({ subject, lines }: Pick<LandingChange, 'subject' | 'lines'>): string {
  return `${[subject, '', ...lines].join('\n')}\n`;
}
