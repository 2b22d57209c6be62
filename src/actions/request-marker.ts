/**
 * The invisible line by which the gallery knows its own comment again, and remembers since when it knows a head. The line
 * counts only in a comment of the gallery's own account: anybody can write it.
 */
import type { RequestComment } from '../publish/request/request.ts';

export interface RequestMarker {
  /** The commit of a pull request, or the SHA-256 of what an issue says. */
  readonly head: string;
  /** UTC, ISO 8601. */
  readonly seenAt: string;
}

const PATTERN =
  /^<!-- pwshelf request head=([0-9a-f]{40,64}) seen=(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z) -->/;

export function formatMarker({ head, seenAt }: RequestMarker): string {
  return `<!-- pwshelf request head=${head} seen=${seenAt} -->`;
}

export interface OwnComment extends RequestMarker {
  readonly id: number;
  readonly body: string;
}

/** The one comment that is edited in place; undefined when there is none yet. */
export function findOwnComment(
  comments: readonly RequestComment[],
  isOwn: (comment: RequestComment) => boolean,
): OwnComment | undefined {
  for (const comment of comments) {
    const [, head, seenAt] = PATTERN.exec(comment.body) ?? [];
    if (head === undefined || seenAt === undefined || !isOwn(comment)) continue;
    return { id: comment.id, body: comment.body, head, seenAt };
  }
  return undefined;
}
