/** Where a reader reports a package: the form of the gallery's repository, else the package's page. */
import { type FeedUrls, packagePagePath } from './urls.ts';

/** @param repository  `OWNER/NAME` of the gallery, when it has one */
export function reportUrl(repository: string | undefined, urls: FeedUrls, id: string): string {
  return repository === undefined
    ? urls.absolute(packagePagePath(id))
    : `https://github.com/${repository}/issues/new?template=report.yml&title=${encodeURIComponent(`Report: ${id}`)}&package-id=${encodeURIComponent(id)}`;
}
