/** Every rule there is, in the order in which a package meets them: the one list behind reports and documentation. */
import type { Rule } from '../domain/rule.ts';
import { blobChanged } from './blob-changed.ts';
import { blobHashMismatch } from './blob-hash-mismatch.ts';
import { blobMissing } from './blob-missing.ts';
import { blobNotItsRecord } from './blob-not-its-record.ts';
import { blobSizeMismatch } from './blob-size-mismatch.ts';
import { blobUnrecorded } from './blob-unrecorded.ts';
import { blobVanished } from './blob-vanished.ts';
import { contentMissing } from './content-missing.ts';
import { dependencyAbsent } from './dependency-absent.ts';
import { dependencyRange } from './dependency-range.ts';
import { deprecationReplacementAbsent } from './deprecation-replacement-absent.ts';
import { gallerySettingsMissing } from './gallery-settings-missing.ts';
import { idMismatch } from './id-mismatch.ts';
import { indexFileUnknown } from './index-file-unknown.ts';
import { kindMixed } from './kind-mixed.ts';
import { metaAuthorMissing } from './meta-author-missing.ts';
import { metaDescriptionLong } from './meta-description-long.ts';
import { metaDescriptionMissing } from './meta-description-missing.ts';
import { metaGuidChanged } from './meta-guid-changed.ts';
import { metaGuidTaken } from './meta-guid-taken.ts';
import { metaLicenseMissing } from './meta-license-missing.ts';
import { metaUrlNotAbsolute } from './meta-url-not-absolute.ts';
import { nameGrammar } from './name-grammar.ts';
import { packageTooLarge } from './package-too-large.ts';
import { publishBlobNameTaken } from './publish-blob-name-taken.ts';
import { publishIdCase } from './publish-id-case.ts';
import { publishIdUnknown } from './publish-id-unknown.ts';
import { publishKindChanged } from './publish-kind-changed.ts';
import { publishLowerVersion } from './publish-lower-version.ts';
import { publishNotOwner } from './publish-not-owner.ts';
import { publishOwnerLast } from './publish-owner-last.ts';
import { publishPrefixReserved } from './publish-prefix-reserved.ts';
import { publishVersionExists } from './publish-version-exists.ts';
import { publishVersionUnknown } from './publish-version-unknown.ts';
import { recordCategoryUnknown } from './record-category-unknown.ts';
import { recordFileName } from './record-file-name.ts';
import { recordIdTaken } from './record-id-taken.ts';
import { recordVersionGrammar } from './record-version-grammar.ts';
import { recordVersionRemoved } from './record-version-removed.ts';
import { recordVersionRepeated } from './record-version-repeated.ts';
import { versionGrammar } from './version-grammar.ts';
import { versionMismatch } from './version-mismatch.ts';
import { versionPrerelease } from './version-prerelease.ts';
import { yamlAlias } from './yaml-alias.ts';
import { yamlSchema } from './yaml-schema.ts';
import { yamlSyntax } from './yaml-syntax.ts';
import { yamlTooLarge } from './yaml-too-large.ts';

/**
 * Their argument types differ, and a Finding carries its own rule's arguments: whoever looks one up by its code may
 * hand them over as they are.
 */
export const RULES: readonly Rule[] = [
  indexFileUnknown,
  gallerySettingsMissing,
  yamlAlias,
  yamlSchema,
  yamlSyntax,
  yamlTooLarge,
  recordCategoryUnknown,
  recordFileName,
  recordIdTaken,
  recordVersionGrammar,
  recordVersionRemoved,
  recordVersionRepeated,
  blobChanged,
  blobHashMismatch,
  blobMissing,
  blobNotItsRecord,
  blobSizeMismatch,
  blobUnrecorded,
  blobVanished,
  contentMissing,
  kindMixed,
  nameGrammar,
  idMismatch,
  versionGrammar,
  versionMismatch,
  versionPrerelease,
  dependencyAbsent,
  dependencyRange,
  metaAuthorMissing,
  metaDescriptionLong,
  metaDescriptionMissing,
  metaGuidChanged,
  metaGuidTaken,
  metaLicenseMissing,
  metaUrlNotAbsolute,
  packageTooLarge,
  publishBlobNameTaken,
  publishIdCase,
  publishIdUnknown,
  publishKindChanged,
  publishLowerVersion,
  publishNotOwner,
  publishOwnerLast,
  publishPrefixReserved,
  publishVersionExists,
  publishVersionUnknown,
  deprecationReplacementAbsent,
] as readonly unknown[] as readonly Rule[];
