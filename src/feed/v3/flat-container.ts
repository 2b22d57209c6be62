/**
 * The flat container: the one copy of each blob, its nuspec and README, and the list of an id's versions. dotnet
 * restores from nothing else.
 */
import type { Package, PackageVersion } from '../../domain/gallery.ts';
import { versionKey } from '../../domain/nuget-version.ts';
import type { OutputFile } from '../../domain/output-file.ts';
import { readmeFile } from '../../domain/package-files.ts';
import { blobPath, flatContainerIndexPath, nuspecPath, readmePath } from '../urls.ts';

export function renderFlatContainer(owner: Package): readonly OutputFile[] {
  const versions = owner.versions.map((item) => versionKey(item.version));
  return [
    {
      kind: 'text',
      path: flatContainerIndexPath(owner.id),
      text: `${JSON.stringify({ versions })}\n`,
    },
    ...owner.versions.flatMap(versionFiles),
  ];
}

function versionFiles(item: PackageVersion): readonly OutputFile[] {
  const { id, version, blobName, nupkg } = item;
  const readme = readmeFile(nupkg);
  return [
    { kind: 'blob', path: blobPath(id, version), blobName },
    { kind: 'text', path: nuspecPath(id, version), text: nupkg.nuspecText },
    ...(readme === undefined
      ? []
      : [{ kind: 'blob-entry', path: readmePath(id, version), blobName, entry: readme } as const]),
  ];
}
