/**
 * The whole feed as files. What belongs to one package is apart from what lists them all, so that a build can
 * leave alone the files of packages that did not change.
 */
import type { Gallery, Package } from '../domain/gallery.ts';
import type { OutputFile } from '../domain/output-file.ts';
import { renderCatalogue } from './api/catalogue.ts';
import { renderApiPackage } from './api/package-document.ts';
import { renderApiPackages } from './api/packages-document.ts';
import { renderApiVersions } from './api/versions-document.ts';
import { renderChecksums } from './checksums.ts';
import { feedUrls } from './urls.ts';
import { renderV2Listings } from './v2/listings.ts';
import { renderV2Metadata } from './v2/metadata.ts';
import { STATIC_PREFIXES } from './v2/namespaces.ts';
import { renderV2PackageVersion } from './v2/packages-id-version.ts';
import { renderV2ServiceDocuments } from './v2/service-document.ts';
import { renderFlatContainer } from './v3/flat-container.ts';
import { renderRegistration } from './v3/registration.ts';
import { renderRegistrationExact } from './v3/registration-exact.ts';
import { renderRegistrationLeaf } from './v3/registration-leaf.ts';
import { renderSearch } from './v3/search.ts';
import { renderServiceIndex } from './v3/service-index.ts';

export interface FeedRenderer {
  /** The files that list packages, and those that describe the feed. */
  readonly shared: () => Iterable<OutputFile>;
  /** The files of one package. */
  readonly ofPackage: (owner: Package) => readonly OutputFile[];
}

/** @param siteUrl  where dist/ will be served, absolute; with or without the trailing slash */
export function feedRenderer(gallery: Gallery, siteUrl: string): FeedRenderer {
  const urls = feedUrls(siteUrl);
  const v2 = { gallery, urls, prefixes: STATIC_PREFIXES };
  const v3 = { gallery, urls };
  return {
    // One after the other: in a large gallery each listing takes tens of megabytes.
    *shared() {
      yield* renderV2ServiceDocuments(urls);
      yield* renderV2Metadata(gallery.settings.hosting);
      yield* renderV2Listings(v2);
      yield renderServiceIndex(gallery, urls);
      yield* renderSearch(gallery, urls);
      yield renderApiPackages(gallery, urls);
      yield renderApiVersions(gallery, urls);
      yield renderCatalogue(gallery, urls);
      yield renderChecksums(gallery);
    },
    ofPackage: (owner) => [
      ...renderFlatContainer(owner),
      ...renderRegistration(v3, owner),
      renderRegistrationExact(v3, owner),
      ...owner.versions.flatMap((item) => [
        renderRegistrationLeaf(v3, item),
        renderV2PackageVersion(v2, owner, item),
      ]),
      renderApiPackage(urls, owner),
    ],
  };
}
