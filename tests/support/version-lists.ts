/** Lists of versions and the folders that they belong to, for tests of what may be deployed. */
import { createHash } from 'node:crypto';
import type { VersionList } from '../../src/domain/version-list.ts';
import type { ArtifactFile } from '../../src/publish/deploy/artifact-file.ts';

export const SITE = 'https://host.example/repo/';
export const DIR = 'dist/';

export function hashOf(text: string | Uint8Array): string {
  return createHash('sha512').update(text).digest('base64');
}

/**
 * @param versions  `Id 1.0.0`, each with bytes of its own; `Id 1.0.0 other` has other bytes
 * @param removed  `Id 1.0.0`
 */
export function makeVersionList(
  versions: readonly string[],
  removed: readonly string[] = [],
  reason = 'It held a password.',
): VersionList {
  return {
    kind: 'pwshelf-versions',
    schema: 1,
    site: SITE,
    versions: versions.map((text, index) => {
      const [id = '', version = ''] = text.split(' ');
      const key = `${id}/${version}`.toLowerCase();
      return {
        id,
        kind: 'module',
        version,
        sha512: hashOf(text.toLowerCase()),
        sizeBytes: 100 + index,
        published: `2026-01-0${1 + index}T09:30:00.000Z`,
        isListed: true,
        path: `v3/flatcontainer/${key}/${key.replace('/', '.')}.nupkg`,
      };
    }),
    removed: removed.map((text) => {
      const [id = '', version = ''] = text.split(' ');
      return { id, version, sha512: 'gone', removed: '2026-02-01T00:00:00Z', reason };
    }),
  };
}

/** What lies in the folder of such a build. */
export function artifactOf(list: VersionList): readonly ArtifactFile[] {
  return list.versions.map(({ path, sizeBytes }) => ({ path, kind: 'file', sizeBytes }));
}
