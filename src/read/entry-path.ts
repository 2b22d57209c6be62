/**
 * Paths inside a package: they must mean the same file on Windows, Linux and macOS, inside of the module's folder.
 */
import { pathAbsolute } from '../rules/path-absolute.ts';
import { pathBackslash } from '../rules/path-backslash.ts';
import { pathCharacters } from '../rules/path-characters.ts';
import { pathDepth } from '../rules/path-depth.ts';
import { pathDeviceName } from '../rules/path-device-name.ts';
import { pathEmptyPart } from '../rules/path-empty-part.ts';
import { pathLength } from '../rules/path-length.ts';
import { pathParent } from '../rules/path-parent.ts';
import { pathTrailingDot } from '../rules/path-trailing-dot.ts';
import type { ZipFaults } from './zip-faults.ts';

/** With the longest folder of modules before it, a path of this length still fits into 260 characters. */
export const PATH_MAX_LENGTH = 200;
export const PATH_MAX_DEPTH = 16;

const PLAIN =
  /^[A-Za-z0-9_-][A-Za-z0-9_+-]*(?:\.[A-Za-z0-9_+-]+)*(?:\/[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*)*$/;
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)[ ]*(?:\.|$)/i;
const FORBIDDEN = /[<>:"|?*]/;

/**
 * @param path  unescaped, without the trailing slash of a folder
 * @param shown  as the archive stores it
 */
export function checkEntryPath(path: string, shown: string, faults: ZipFaults): void {
  if (path.length > PATH_MAX_LENGTH) {
    faults.add(pathLength, shown, { length: path.length, limit: PATH_MAX_LENGTH });
  }
  // Nearly every path is of this kind, and then there is little left to look for.
  const isPlain = PLAIN.test(path);
  const parts = path.split('/');
  if (parts.length - 1 > PATH_MAX_DEPTH) {
    faults.add(pathDepth, shown, { depth: parts.length - 1, limit: PATH_MAX_DEPTH });
  }
  const device =
    parts.find((part) => part.length < 12 && DEVICE.test(part)) ?? parts.find((part) => DEVICE.test(part));
  if (device !== undefined) faults.add(pathDeviceName, shown, { name: device });
  if (isPlain) return;
  if (path.includes('\\')) faults.add(pathBackslash, shown, {});
  if (/^(?:[/\\]|[A-Za-z]:)/.test(path)) faults.add(pathAbsolute, shown, {});
  else if (parts.includes('')) faults.add(pathEmptyPart, shown, {});
  const inner = path.split(/[/\\]/);
  if (inner.includes('..') || inner.includes('.')) faults.add(pathParent, shown, {});
  else if (inner.some((part) => /[. ]$/.test(part))) faults.add(pathTrailingDot, shown, {});
  const found = FORBIDDEN.exec(path)?.[0];
  if (found !== undefined) faults.add(pathCharacters, shown, { found });
}

/** The form in which two paths are one file on Windows or macOS. */
export function foldedPath(path: string): string {
  // Most paths are ASCII: no normal form to look up.
  return /^[\u0000-\u007e]*$/.test(path)
    ? path.toLowerCase()
    : path.normalize('NFC').toUpperCase().toLowerCase();
}
