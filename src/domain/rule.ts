/**
 * A rule is a permanent code with its documentation and its sentences. Rules are data, so that the list of
 * them, their page and their messages cannot drift apart.
 */
import type { Finding, FindingArgs, Place, Severity } from './finding.ts';

export interface Rule<Args extends FindingArgs = FindingArgs> {
  /** Permanent, upper snake case; the file is named after it: VERSION_MISMATCH ↔ rules/version-mismatch.ts. */
  readonly code: string;
  readonly severity: Severity;
  /** Whether `policy.severities` of a gallery may change it: what is of taste or completeness, never what is of safety. */
  readonly isAdjustable?: boolean;
  /**
   * Whether it holds a request until a maintainer overrides it with a reason. At a door without maintainers, such as
   * the command line, it is a warning.
   */
  readonly isForReview?: boolean;
  /** One line, for lists. */
  readonly title: string;
  /** Why the gallery insists: what goes wrong for whom otherwise. */
  readonly why: string;
  /** What was found and what was expected: one or two sentences. */
  readonly message: (args: Args) => string;
  /** What to do next: one or two sentences. */
  readonly remedy: (args: Args) => string;
  /** Arguments of a plain case, for the page that explains the rules. */
  readonly example: Args;
}

/** Keeps the argument types of a rule's own sentences. */
export function defineRule<Args extends FindingArgs>(rule: Rule<Args>): Rule<Args> {
  return rule;
}

/** One Finding of `rule` at `place`. */
export function findingOf<Args extends FindingArgs>(rule: Rule<Args>, place: Place, args: Args): Finding {
  return { code: rule.code, severity: rule.severity, place, args };
}
