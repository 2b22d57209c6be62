/** What a gateway did about another gallery, for its log: without these lines nobody could tell why a package came, or did not. */
import type { Finding } from '../../domain/finding.ts';
import { printableLine } from '../../report/printable.ts';

export interface UpstreamEvent {
  /**
   * taken: it is in the index now. proposed: it waits for a maintainer. refused: the gate kept it out. absent: the other gallery
   * does not have it. failed: no answer that could be used. limited: too much was asked for lately.
   */
  readonly what: 'taken' | 'proposed' | 'refused' | 'absent' | 'failed' | 'limited';
  /** Undefined where it is about the source as a whole. */
  readonly id: string | undefined;
  readonly version: string | undefined;
  /** Address of the source. */
  readonly upstream: string | undefined;
  /** A clause, for people. */
  readonly detail: string;
  readonly findings: readonly Finding[];
}

export type LogUpstream = (event: UpstreamEvent) => void;

/** `upstream refused Az.Tools 1.2.0 from https://host/api/v2: the gate found SECRET_FOUND` */
export function formatUpstreamEvent({
  what,
  id,
  version,
  upstream,
  detail,
  findings,
}: UpstreamEvent): string {
  const name = [id, version].filter((part) => part !== undefined).join(' ');
  const codes = [...new Set(findings.map(({ code }) => code))].join(', ');
  // Words of another server must not move the cursor of the terminal that shows them.
  return printableLine(
    `upstream ${what}${name === '' ? '' : ` ${name}`}${upstream === undefined ? '' : ` from ${upstream}`}: ` +
      `${detail}${codes === '' ? '' : ` (${codes})`}`,
  );
}
