/**
 * What maintainers let in although a rule holds it: a label says that, a comment says why, and both are theirs. A label
 * of somebody else counts for nothing, and so does one without a reason, or one that is older than what is asked for now:
 * whoever put it there has seen something else.
 */
import type { Labeling, RequestComment } from './request.ts';

export const ALLOW_LABEL = 'allow:';

export interface GivenApproval {
  /** The code of the rule. */
  readonly rule: string;
  /** Login of the maintainer who put the label there. */
  readonly by: string;
  readonly reason: string;
}

export interface Approvals {
  readonly given: readonly GivenApproval[];
  /** Codes that are allowed by a maintainer's label, but for no reason. */
  readonly unexplained: readonly string[];
  /** Codes that a maintainer has allowed of what was asked for before. */
  readonly outdated: readonly string[];
}

const REASON_MAX_LENGTH = 1000;

/**
 * @param isMaintainer  of a login, as it is now
 * @param since  when the gallery first knew what is asked for now; UTC, ISO 8601
 */
export function readApprovals(
  labels: readonly Labeling[],
  comments: readonly RequestComment[],
  isMaintainer: (login: string) => boolean,
  since: string,
): Approvals {
  const theirs = labels.flatMap(({ name, by, at }) => {
    const code = name.startsWith(ALLOW_LABEL) ? name.slice(ALLOW_LABEL.length).trim().toUpperCase() : '';
    // An app labels by rules that somebody else can make true.
    return /^[A-Z][A-Z0-9_]+$/.test(code) && by !== undefined && !by.isBot && isMaintainer(by.login)
      ? [{ code, by: by.login, isOutdated: Date.parse(at) < Date.parse(since) }]
      : [];
  });
  const allowed = theirs.filter(({ isOutdated }) => !isOutdated);
  const reasons = new Map(
    comments.filter(({ author }) => !author.isBot && isMaintainer(author.login)).flatMap(reasonsIn),
  );
  const given = allowed.flatMap(({ code, by }) => {
    const reason = reasons.get(code);
    return reason === undefined ? [] : [{ rule: code, by, reason }];
  });
  return {
    given,
    unexplained: allowed.filter(({ code }) => !reasons.has(code)).map(({ code }) => code),
    outdated: theirs.filter(({ isOutdated }) => isOutdated).map(({ code }) => code),
  };
}

/** Lines such as `NAME_SIMILAR: both belong to one team`; of several for one code the last counts. */
function reasonsIn({ body }: RequestComment): readonly (readonly [code: string, reason: string])[] {
  return body.split(/\r\n|\r|\n/).flatMap((line) => {
    const [, code, reason] = /^\s*`?([A-Z][A-Z0-9_]+)`?:\s*(\S.*)$/.exec(line) ?? [];
    return code === undefined || reason === undefined
      ? []
      : [[code, reason.trim().slice(0, REASON_MAX_LENGTH)] as const];
  });
}
