/**
 * Where the gallery finds the package: in the request itself while it is small, else at an address. An address must be one
 * that everybody can fetch, so a release of a private repository is none.
 */
import { blobName } from '../domain/blob-name.ts';
import { GalleryError } from '../domain/gallery-error.ts';
import { MAX_CONTENT_CHARACTERS, publishRequestSchema } from '../domain/publish-request.ts';
import type { EnteredPackage } from '../io/enter-package.ts';
import type { GitHubRepository } from '../io/github.ts';
import { formatSize } from '../report/format-text.ts';
import { UsageError, type VerbArguments } from './verb.ts';

export type PackagePlace =
  | { readonly kind: 'content'; readonly content: string }
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'release'; readonly repository: string; readonly tag: string; readonly name: string };

/** GitHub takes 64 KB of a request; what is beside content and proof has few hundred characters. */
const MAX_CONTENT_AND_PROOF = 60_000;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * @param proofLength  of a bundle, which shares the room with the content
 * @throws UsageError when there is no place for it
 */
export function placeOf(
  { bytes, nupkg }: EnteredPackage,
  args: VerbArguments,
  env: Environment,
  proofLength = 0,
): PackagePlace {
  const content = Buffer.from(bytes).toString('base64');
  if (content.length <= MAX_CONTENT_CHARACTERS && content.length + proofLength <= MAX_CONTENT_AND_PROOF)
    return { kind: 'content', content };
  const url = args.text('url');
  if (url !== undefined) return { kind: 'url', url: checkedUrl(url) };
  const repository = args.text('release-repository') ?? env['GITHUB_REPOSITORY'];
  const tag = args.text('tag') ?? (env['GITHUB_REF_TYPE'] === 'tag' ? env['GITHUB_REF_NAME'] : undefined);
  if (!repository || !tag)
    throw new UsageError(
      `${formatSize(bytes.length)} are too many to send along. Name the release that takes the package with ` +
        '--tag and --release-repository, or an https address where it lies with --url.',
    );
  // GitHub would put a dot there itself, and the name would be another than the one that was looked for.
  const name = blobName(nupkg.nuspec.id, nupkg.nuspec.version).replace(/[^\w.-]/g, '.');
  return { kind: 'release', repository, tag, name };
}

export function placeText(place: PackagePlace): string {
  switch (place.kind) {
    case 'content':
      return 'in the request itself';
    case 'url':
      return `from ${place.url}`;
    case 'release':
      return `from the release ${place.tag} of ${place.repository}`;
    default:
      return place satisfies never;
  }
}

/**
 * What the request says of it; a release takes the file now.
 * @param open  a repository on GitHub, with the token for it
 */
export async function settlePlace(
  place: PackagePlace,
  { bytes }: Pick<EnteredPackage, 'bytes'>,
  open: (repository: string) => Pick<GitHubRepository, 'repositorySettings' | 'uploadReleaseAsset'>,
): Promise<{ readonly content: string } | { readonly url: string }> {
  switch (place.kind) {
    case 'content':
      return { content: place.content };
    case 'url':
      return { url: place.url };
    case 'release': {
      const github = open(place.repository);
      if ((await github.repositorySettings()).isPrivate)
        throw new GalleryError(
          'RELEASE_PRIVATE',
          `${place.repository} is not public, so the gallery cannot fetch what is released there.`,
          'Release it in a public repository with --release-repository, or put it at an https address and give that with --url.',
        );
      return { url: await github.uploadReleaseAsset(place.tag, place.name, bytes) };
    }
    default:
      return place satisfies never;
  }
}

function checkedUrl(text: string): string {
  const parsed = publishRequestSchema.shape.url.safeParse(text);
  const url = parsed.success && parsed.data !== undefined ? new URL(parsed.data) : undefined;
  if (!url) throw new UsageError('--url takes an https address.');
  // Not quoted: it would be in the log by that.
  if (url.username !== '' || url.password !== '')
    throw new UsageError('the address of --url holds a password, and requests are shown in logs.');
  return url.href;
}
