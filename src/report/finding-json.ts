/** A Finding for other programs: the code and arguments, and the sentences beside them. */
import type { Finding } from '../domain/finding.ts';
import { findingText } from './finding-text.ts';

export function findingJson(finding: Finding): object {
  const { message, remedy } = findingText(finding);
  const { code, severity, place, args } = finding;
  return { code, severity, ...place, message, remedy, args };
}
