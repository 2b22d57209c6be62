/** A finding in a header. Apart from other header lines, since it brings all rules along and only pushes have findings. */
import type { Finding } from '../../domain/finding.ts';
import { findingText } from '../../report/finding-text.ts';
import { headerLine } from '../header-line.ts';

/** `PUBLISH_VERSION_EXISTS: Version 1.0.0 is already in this gallery. Raise the version and pack again.` */
export function findingLine(finding: Finding): string {
  const { message, remedy } = findingText(finding);
  return headerLine(`${finding.code}: ${message} ${remedy}`);
}
