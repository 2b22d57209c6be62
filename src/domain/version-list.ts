/**
 * api/versions.json: every version that a built gallery holds, unlisted ones too, and every one that was removed. Two
 * builds are compared by it before the later one is deployed, and a mirror is checked by it.
 */
import { z } from 'zod';
import { VERSION_MAX_LENGTH } from './nuget-version.ts';
import { PACKAGE_ID_MAX_LENGTH } from './package-id.ts';

/** Tells the document from any other JSON that may answer at its address. */
export const VERSION_LIST_KIND = 'pwshelf-versions';
export const VERSION_LIST_SCHEMA = 1;

const idText = z.string().min(1).max(PACKAGE_ID_MAX_LENGTH);
const versionText = z.string().min(1).max(VERSION_MAX_LENGTH);

const listedVersionSchema = z.object({
  id: idText,
  kind: z.enum(['module', 'script']),
  /** As the nuspec spells it. */
  version: versionText,
  /** Of the .nupkg, base64. */
  sha512: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
  sizeBytes: z.int().positive(),
  published: z.string(),
  isListed: z.boolean(),
  /** Of the .nupkg, below the site's own address; nothing in it leads out of a folder or must be encoded. */
  path: z.string().regex(/^(?!.*(?:^|\/)\.)[A-Za-z0-9_.+-]+(?:\/[A-Za-z0-9_.+-]+)*$/),
});

const removedVersionSchema = z.object({
  id: idText,
  version: versionText,
  sha512: z.string(),
  removed: z.string(),
  reason: z.string().min(1),
});

export const versionListSchema = z.object({
  kind: z.literal(VERSION_LIST_KIND),
  schema: z.literal(VERSION_LIST_SCHEMA),
  /** Where the build is to be served; ends in `/`. */
  site: z.url({ protocol: /^https?$/ }).endsWith('/'),
  versions: z.array(listedVersionSchema),
  removed: z.array(removedVersionSchema),
});

export type VersionList = z.output<typeof versionListSchema>;
export type ListedVersion = VersionList['versions'][number];
export type RemovedVersion = VersionList['removed'][number];
