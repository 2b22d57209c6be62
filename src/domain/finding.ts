/**
 * What a rule says of one place. A Finding is a value: code, severity, place and typed arguments. Its
 * sentences are written beside its rule, and rendered in report/.
 */
export type Severity = 'error' | 'warning' | 'note';

/** Where: a file, for an archive the entry inside, for text the 1-based line and column. */
export interface Place {
  /** As the user would name it: relative to the index, or as given on the command line. */
  readonly file: string;
  /** A path inside the archive `file`. */
  readonly entry?: string;
  readonly line?: number;
  readonly column?: number;
  /** The text of that line, cut when it is long. */
  readonly source?: string;
}

/** Values that a rule's sentences quote. They survive JSON, so a Finding can be cached and sent between threads. */
export type FindingArgs = Readonly<Record<string, string | number | boolean | readonly string[]>>;

export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly place: Place;
  readonly args: FindingArgs;
}

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === 'error');
}
