/** What new versions take away from the versions that users have, read from the blobs of the index. */
import type { Finding } from '../domain/finding.ts';
import type { Gallery } from '../domain/gallery.ts';
import { compareNuGetVersions, isPrerelease, parseNuGetVersion } from '../domain/nuget-version.ts';
import { packageKey } from '../domain/package-id.ts';
import { checkCompatibility } from '../publish/compatibility.ts';
import { readBlobDocs } from './document-blob.ts';
import type { EnteredPackage } from './enter-package.ts';

/** @param blobFolder  with a trailing slash */
export function compatibilityFindings(
  entered: readonly EnteredPackage[],
  gallery: Gallery,
  blobFolder: string,
): readonly Finding[] {
  return entered.flatMap(({ nupkg, file, docs }) => {
    const version = parseNuGetVersion(nupkg.nuspec.version);
    if (!version.ok) return [];
    const previous = gallery.byKey
      .get(packageKey(nupkg.nuspec.id))
      ?.versions.findLast(
        (item) =>
          item.isListed &&
          !isPrerelease(item.version) &&
          compareNuGetVersions(item.version, version.value) < 0,
      );
    if (!previous) return [];
    const path = blobFolder + previous.blobName;
    const before = readBlobDocs(path, path, gallery.settings.policy);
    if (!before) return [];
    const next = { version: version.value, docs: docs.docs };
    return checkCompatibility({ version: previous.version, docs: before.docs }, next, { file });
  });
}
