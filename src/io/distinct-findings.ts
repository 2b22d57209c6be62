/** The gate and the reader both look at an archive's records, and so find some things twice. */
import type { Finding } from '../domain/finding.ts';

export function distinctFindings(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}
