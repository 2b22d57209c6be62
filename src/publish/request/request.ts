/**
 * What somebody asks of a gallery on GitHub: a pull request, or an issue that was written with one of the forms. It is
 * what GitHub says of it, before anything that it holds was looked at.
 */
import type { Proof } from '../../domain/record.ts';

export interface GitHubUser {
  readonly login: string;
  /** Stays the same when the login changes, and is never given to somebody else. */
  readonly id: number;
  readonly isBot: boolean;
}

/** As `GET /repos/{owner}/{repo}/collaborators/{username}/permission` names them, lowest first. */
export type Permission = 'none' | 'read' | 'triage' | 'write' | 'maintain' | 'admin';

export interface RequestComment {
  readonly id: number;
  readonly author: GitHubUser;
  readonly body: string;
  /** UTC, ISO 8601. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** A label that is there now, and who put it there last. */
export interface Labeling {
  readonly name: string;
  /** Undefined when the account is gone. */
  readonly by: GitHubUser | undefined;
  /** UTC, ISO 8601. */
  readonly at: string;
}

interface Request {
  readonly number: number;
  /** The page of it. */
  readonly url: string;
  /** Untrusted, as the body is. */
  readonly title: string;
  readonly body: string;
  readonly author: GitHubUser;
  readonly isOpen: boolean;
  /** UTC, ISO 8601. */
  readonly createdAt: string;
}

export interface PullRequest extends Request {
  readonly kind: 'pull-request';
  readonly isDraft: boolean;
  /** The branch that it is to be merged into. */
  readonly baseRef: string;
  /** 40 hex digits. */
  readonly headSha: string;
}

export interface Issue extends Request {
  readonly kind: 'issue';
}

export type GalleryRequest = PullRequest | Issue;

/** What a build pipeline asks for, who stands behind it, and how that is known. */
export interface PipelineRequest {
  readonly kind: 'pipeline';
  /** As the user would name it. */
  readonly url: string;
  readonly author: {
    readonly login: string;
    /** Undefined where only the login is known. */
    readonly id: number | undefined;
    readonly isBot: boolean;
  };
  readonly proof: Proof;
}

/** May decide in the name of the gallery. */
export function isMaintainer(permission: Permission): boolean {
  return permission === 'write' || permission === 'maintain' || permission === 'admin';
}
