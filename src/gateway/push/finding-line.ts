/** A finding in a header. Apart from other header lines, since it brings all rules along and only pushes have findings. */
import type { Finding } from '../../domain/finding.ts';
import { findingText, placeText } from '../../report/finding-text.ts';
import { headerLine } from '../header-line.ts';

const MAX_PLACE = 80;

/** `SECRET_FOUND in Contoso.Tools.psm1:12:8: What stands here …`; the package itself is named by no file of its sender. */
export function findingLine(finding: Finding): string {
  const { message, remedy } = findingText(finding);
  const { entry, ...place } = finding.place;
  const where = entry === undefined ? '' : ` in ${endOf(placeText({ ...place, file: entry }))}`;
  return headerLine(`${finding.code}${where}: ${message} ${remedy}`);
}

/** There is little room, and what was found and what to do need it more; the end of a path tells most. */
function endOf(place: string): string {
  return place.length <= MAX_PLACE ? place : `...${place.slice(3 - MAX_PLACE)}`;
}
