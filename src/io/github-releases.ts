/** Files that hang on the releases of a repository: where a build pipeline puts a package that others can then fetch. */
import { createHash } from 'node:crypto';
import { GalleryError } from '../domain/gallery-error.ts';
import { type GitHubClient, ONCE, ONCE_AND_SLOWLY } from './github-client.ts';

export interface GitHubReleases {
  /**
   * Puts a file on the release of a tag, and makes the release, and the tag at the tip of the default branch, where there
   * is none. A file of this name with these very bytes is left as it is.
   * @returns the address from which everybody fetches it
   * @throws GalleryError when another file bears this name already
   */
  readonly uploadReleaseAsset: (tag: string, name: string, bytes: Uint8Array) => Promise<string>;
}

interface Asset {
  readonly id: number;
  readonly name: string;
  readonly state: string;
  readonly size: number;
  readonly digest?: string | null;
  readonly browser_download_url: string;
}

export function releasesOf({ octokit, repo, ask, askUnless }: GitHubClient): GitHubReleases {
  const { repos } = octokit.rest;
  const releaseOf = async (tag: string) => {
    const found = await askUnless([404], () => repos.getReleaseByTag({ ...repo, tag }));
    if (found) return found.data;
    return (await ask(() => repos.createRelease({ ...repo, tag_name: tag, name: tag, ...ONCE }))).data;
  };
  return {
    uploadReleaseAsset: async (tag, name, bytes) => {
      const release = await releaseOf(tag);
      const question = { ...repo, release_id: release.id, per_page: 100 };
      const assets: readonly Asset[] = await ask(() => octokit.paginate(repos.listReleaseAssets, question));
      const there = assets.find((asset) => asset.name === name);
      if (there && isSame(there, bytes)) return there.browser_download_url;
      if (there?.state === 'uploaded')
        throw new GalleryError(
          'RELEASE_ASSET_EXISTS',
          `The release ${tag} of ${repo.owner}/${repo.repo} has another ${name} already.`,
          'Give the package a new version, or another release with --tag; what was released is not replaced.',
        );
      // What an upload that broke off has left keeps the name taken.
      if (there) await ask(() => repos.deleteReleaseAsset({ ...repo, asset_id: there.id }));
      const answer = await ask(() =>
        octokit.request({
          method: 'POST',
          // Of another host than the API.
          url: release.upload_url,
          name,
          data: bytes,
          headers: { 'content-type': 'application/octet-stream', 'content-length': bytes.length },
          ...ONCE_AND_SLOWLY,
        }),
      );
      return (answer.data as Asset).browser_download_url;
    },
  };
}

/** GitHub tells the digest of files since 2025; without one, the receiver's own check of the hash decides. */
function isSame({ state, size, digest }: Asset, bytes: Uint8Array): boolean {
  if (state !== 'uploaded' || size !== bytes.length) return false;
  return !digest || digest === `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}
