/** What the entries of an archive must keep to, each and together: paths, modes, compression, limits. */
import { pathCollision } from '../rules/path-collision.ts';
import { pathEmptyFile } from '../rules/path-empty-file.ts';
import { pathFileIsFolder } from '../rules/path-file-is-folder.ts';
import { pathSpecialMode } from '../rules/path-special-mode.ts';
import { zipDuplicate } from '../rules/zip-duplicate.ts';
import { zipEncrypted } from '../rules/zip-encrypted.ts';
import { zipFlags } from '../rules/zip-flags.ts';
import { zipFolderData } from '../rules/zip-folder-data.ts';
import { zipMethod } from '../rules/zip-method.ts';
import { zipRatio } from '../rules/zip-ratio.ts';
import { zipTooManyEntries } from '../rules/zip-too-many-entries.ts';
import { zipUnpackedSize } from '../rules/zip-unpacked-size.ts';
import { type ArchiveEntry, type ArchiveLimits, unescapedPath } from './archive.ts';
import { checkEntryPath, foldedPath, PATH_MAX_LENGTH } from './entry-path.ts';
import { FLAG_DESCRIPTOR, FLAG_UTF8 } from './zip-entries.ts';
import type { ZipFaults } from './zip-faults.ts';

const STORED = 0;
const DEFLATED = 8;
const ENCRYPTION_FLAGS = 0x2041;
/** How hard the packer tried; it changes nothing for the reader. */
const DEFLATE_HINTS = 0x0006;
const KNOWN_FLAGS = FLAG_DESCRIPTOR | FLAG_UTF8 | DEFLATE_HINTS | ENCRYPTION_FLAGS;

const MODE_KIND = 0xf000;
const MODE_FILE = 0x8000;
const MODE_FOLDER = 0x4000;

/** Real packages of a few files may compress well; above this size only a bomb is so far out of proportion. */
export const RATIO_FREE_BYTES = 64 * 1024 * 1024;
export const MAX_RATIO = 50;

/** Characters that stand for one where it is percent-encoded: four bytes of UTF-8. */
const LONGEST_ESCAPE = 12;

export function checkArchive(
  entries: readonly ArchiveEntry[],
  archiveBytes: number,
  limits: ArchiveLimits,
  faults: ZipFaults,
): void {
  if (entries.length > limits.maxEntries) {
    faults.add(zipTooManyEntries, undefined, { found: entries.length, limit: limits.maxEntries });
  }
  let unpackedBytes = 0;
  for (const entry of entries) {
    checkEntry(entry, faults);
    unpackedBytes += entry.sizeBytes;
  }
  checkUnpackedSize(unpackedBytes, archiveBytes, limits, faults);
  checkNames(entries, faults);
}

/** For sizes as announced, and again for those that were counted while unpacking. */
export function checkUnpackedSize(
  unpackedBytes: number,
  archiveBytes: number,
  limits: ArchiveLimits,
  faults: ZipFaults,
): void {
  if (unpackedBytes > limits.maxUnpackedBytes) {
    faults.add(zipUnpackedSize, undefined, { found: unpackedBytes, limit: limits.maxUnpackedBytes });
  }
  const ratio = Math.floor(unpackedBytes / Math.max(1, archiveBytes));
  if (unpackedBytes > RATIO_FREE_BYTES && ratio > MAX_RATIO) {
    faults.add(zipRatio, undefined, { ratio, limit: MAX_RATIO });
  }
}

function checkEntry(entry: ArchiveEntry, faults: ZipFaults): void {
  const { path, flags, method, mode, isFolder, sizeBytes, packedBytes } = entry;
  if ((flags & ENCRYPTION_FLAGS) !== 0) faults.add(zipEncrypted, path, {});
  if ((flags & ~KNOWN_FLAGS) !== 0)
    faults.add(zipFlags, path, { flags: `0x${(flags & ~KNOWN_FLAGS).toString(16)}` });
  if (method !== STORED && method !== DEFLATED) faults.add(zipMethod, path, { method });
  const kind = mode & MODE_KIND;
  if (kind !== 0 && kind !== (isFolder ? MODE_FOLDER : MODE_FILE)) {
    faults.add(pathSpecialMode, path, { mode: `0o${mode.toString(8)}` });
  }
  if (isFolder && (sizeBytes > 0 || packedBytes > 2)) faults.add(zipFolderData, path, {});
  if (!isFolder && sizeBytes === 0) faults.add(pathEmptyFile, path, {});
  const bare = isFolder ? path.slice(0, -1) : path;
  const unescaped = unescapedPath(bare);
  checkEntryPath(unescaped, path, faults);
  // An installer that does not unescape sees this one.
  if (unescaped !== bare) checkEntryPath(bare, path, faults);
}

function checkNames(entries: readonly ArchiveEntry[], faults: ZipFaults): void {
  const stored = new Set<string>();
  const folded = new Map<string, string>();
  const folders = new Map<string, string>();
  for (const { path, isFolder } of entries) {
    if (stored.has(path)) {
      faults.add(zipDuplicate, path, {});
      continue;
    }
    stored.add(path);
    // Each folder above a path is looked at, and such a path is refused already.
    if (path.length > PATH_MAX_LENGTH * LONGEST_ESCAPE) continue;
    const key = foldedPath(unescapedPath(isFolder ? path.slice(0, -1) : path));
    noteFolders(isFolder ? `${key}/` : key, path, folders);
    if (isFolder) continue;
    const other = folded.get(key);
    if (other !== undefined) faults.add(pathCollision, path, { other });
    else folded.set(key, path);
  }
  for (const [key, path] of folded) {
    if (folders.has(key)) faults.add(pathFileIsFolder, path, {});
  }
}

/** Every folder above a path. Names that differ by case alone are told where they are spelled differently. */
function noteFolders(key: string, path: string, folders: Map<string, string>): void {
  for (let at = key.lastIndexOf('/'); at > 0; at = key.lastIndexOf('/', at - 1)) {
    const folder = key.slice(0, at);
    if (folders.has(folder)) return;
    folders.set(folder, path);
  }
}
