/** From where a gallery fetches a package that a request points to. */
import type { GalleryPolicy } from '../../domain/gallery-settings.ts';

/** Where GitHub keeps what people attach and release, and to where it redirects for the bytes. */
const GITHUB_HOSTS: ReadonlySet<string> = new Set([
  'github.com',
  'raw.githubusercontent.com',
  'objects.githubusercontent.com',
  'release-assets.githubusercontent.com',
  'github-production-user-asset-6210df.s3.amazonaws.com',
  'github-production-repository-file-5c1aeb.s3.amazonaws.com',
]);

/** Of an address, and of each that it redirects to. */
export function isDownloadAllowed(
  { protocol, hostname, port, username, password }: URL,
  { downloadHosts }: Pick<GalleryPolicy, 'downloadHosts'>,
): boolean {
  return (
    protocol === 'https:' &&
    port === '' &&
    username === '' &&
    password === '' &&
    (GITHUB_HOSTS.has(hostname) || downloadHosts.includes(hostname))
  );
}
