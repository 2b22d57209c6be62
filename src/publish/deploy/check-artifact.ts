/** The folder of a build against its own list of versions: each blob is there, none is there beside them, and no links. */
import type { Finding } from '../../domain/finding.ts';
import { findingOf } from '../../domain/rule.ts';
import type { ListedVersion, VersionList } from '../../domain/version-list.ts';
import { deployBlobChanged } from '../../rules/deploy-blob-changed.ts';
import { deployBlobMissing } from '../../rules/deploy-blob-missing.ts';
import { deployBlobUnlisted } from '../../rules/deploy-blob-unlisted.ts';
import { deployLink } from '../../rules/deploy-link.ts';
import type { ArtifactFile } from './artifact-file.ts';

/** @param dir  the folder as the user would name it, with a trailing slash */
export function checkArtifact(
  files: readonly ArtifactFile[],
  { versions }: VersionList,
  dir: string,
): readonly Finding[] {
  const links = files
    .filter(({ kind }) => kind === 'other')
    .map(({ path }) => findingOf(deployLink, { file: dir + path }, {}));
  const byPath = new Map(files.map((file) => [file.path, file]));
  const listed = new Set(versions.map(({ path }) => path));
  const blobs = versions.flatMap((item) => checkBlob(item, byPath.get(item.path), dir));
  const unlisted = files
    .filter(({ path }) => /\.nupkg$/i.test(path) && !listed.has(path))
    .map(({ path }) => findingOf(deployBlobUnlisted, { file: dir + path }, {}));
  return [...links, ...blobs, ...unlisted];
}

function checkBlob(item: ListedVersion, file: ArtifactFile | undefined, dir: string): readonly Finding[] {
  const { id, version, path, sizeBytes } = item;
  const place = { file: dir + path };
  if (file === undefined) return [findingOf(deployBlobMissing, place, { id, version })];
  if (file.kind === 'other' || file.sizeBytes === sizeBytes) return [];
  const args = { id, version, expected: `${sizeBytes} bytes`, found: `${file.sizeBytes} bytes` };
  return [findingOf(deployBlobChanged, place, args)];
}

/** @param sha512  what the file was found to have, base64 */
export function checkBlobHash(item: ListedVersion, sha512: string, dir: string): readonly Finding[] {
  if (sha512 === item.sha512) return [];
  const { id, version, path } = item;
  const args = { id, version, expected: `the SHA-512 ${item.sha512}`, found: sha512 };
  return [findingOf(deployBlobChanged, { file: dir + path }, args)];
}
