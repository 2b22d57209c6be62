/** Of a package that is wrong in a hundred thousand places some of each kind are told: nobody reads more. */
import type { Finding } from './finding.ts';

const TOLD_OF_EACH = 200;

/** The first of each rule. */
export function firstOfEach(findings: Iterable<Finding>): readonly Finding[] {
  const counts = new Map<string, number>();
  const kept: Finding[] = [];
  for (const finding of findings) {
    const count = (counts.get(finding.code) ?? 0) + 1;
    counts.set(finding.code, count);
    if (count <= TOLD_OF_EACH) kept.push(finding);
  }
  return kept;
}
