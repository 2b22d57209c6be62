/** What is sent, checked on this machine as far as that goes without the index of the gallery. */
import { createHash } from 'node:crypto';
import { GalleryError } from '../domain/gallery-error.ts';
import { type GalleryPolicy, gallerySettingsSchema } from '../domain/gallery-settings.ts';
import type { Reading } from '../domain/reading.ts';
import { findingOf } from '../domain/rule.ts';
import { type EnteredPackage, enterPackage } from '../io/enter-package.ts';
import type { GitHubRepository } from '../io/github.ts';
import { applySeverities } from '../publish/apply-severities.ts';
import { checkMetadata } from '../publish/metadata.ts';
import { pagesUrl } from '../publish/pages-url.ts';
import { readGallerySettings } from '../read/gallery-settings.ts';
import { packageTooLarge } from '../rules/package-too-large.ts';
import type { PushArguments } from './push-arguments.ts';

const SETTINGS_PATH = 'packages-index/gallery.yaml';

export interface GalleryThere {
  readonly policy: GalleryPolicy;
  /** Where it is served, ending in `/`. */
  readonly siteUrl: string;
}

/** @throws GalleryError when the repository holds no gallery, or none that this token may see */
export async function galleryThere(
  github: Pick<GitHubRepository, 'fileText'>,
  gallery: string,
): Promise<GalleryThere> {
  const text = await github.fileText(SETTINGS_PATH);
  if (text === undefined)
    throw new GalleryError(
      'GALLERY_ABSENT',
      `There is no ${SETTINGS_PATH} in ${gallery}, or this token may not read it.`,
      'See that --gallery names the repository of the gallery, and that the token may read its contents.',
    );
  // A gallery may have settings that are newer than this program: it decides by them itself.
  const settings = readGallerySettings(text, { file: SETTINGS_PATH }).value;
  const siteUrl = settings?.siteUrl ?? pagesUrl(gallery);
  return {
    policy: settings?.policy ?? gallerySettingsSchema.shape.policy.parse(undefined),
    siteUrl: siteUrl.endsWith('/') ? siteUrl : `${siteUrl}/`,
  };
}

export interface ToSend {
  readonly id: string;
  /** As the nuspec spells it. */
  readonly version: string;
  /** Undefined for what is no package. */
  readonly entered?: EnteredPackage;
  readonly sha512?: string;
}

export async function toSend(
  { file = '', idAndVersion }: PushArguments,
  policy: GalleryPolicy,
): Promise<Reading<ToSend>> {
  if (idAndVersion) return { value: { id: idAndVersion[0], version: idAndVersion[1] }, findings: [] };
  const { value: entered, findings } = await enterPackage(file, policy);
  if (!entered) return { value: undefined, findings: applySeverities(findings, policy.severities) };
  const { bytes, nupkg } = entered;
  const { id, version } = nupkg.nuspec;
  const sizes = { sizeBytes: bytes.length, limit: policy.maxPackageBytes };
  const all = [
    ...findings,
    ...(sizes.sizeBytes > sizes.limit ? [findingOf(packageTooLarge, { file }, sizes)] : []),
    ...checkMetadata(nupkg, file, policy),
  ];
  const sha512 = createHash('sha512').update(bytes).digest('hex');
  return { value: { id, version, entered, sha512 }, findings: applySeverities(all, policy.severities) };
}
