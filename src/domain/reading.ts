/** What a reader returns: the value where it could be read at all, and everything there is to say about it. */
import type { Finding } from './finding.ts';

export interface Reading<T> {
  /** Undefined when an error kept it from being read. */
  readonly value: T | undefined;
  readonly findings: readonly Finding[];
}
