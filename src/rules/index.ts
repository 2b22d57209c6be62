/** Every rule there is, in the order in which a package meets them: the one list behind reports and documentation. */
import type { Rule } from '../domain/rule.ts';
import { blobChanged } from './blob-changed.ts';
import { blobHashMismatch } from './blob-hash-mismatch.ts';
import { blobMissing } from './blob-missing.ts';
import { blobNotItsRecord } from './blob-not-its-record.ts';
import { blobSizeMismatch } from './blob-size-mismatch.ts';
import { blobUnrecorded } from './blob-unrecorded.ts';
import { blobVanished } from './blob-vanished.ts';
import { codeSyntax } from './code-syntax.ts';
import { codeUnreadable } from './code-unreadable.ts';
import { compatCommandRemoved } from './compat-command-removed.ts';
import { compatParameterRemoved } from './compat-parameter-removed.ts';
import { contentMissing } from './content-missing.ts';
import { dependencyAbsent } from './dependency-absent.ts';
import { dependencyRange } from './dependency-range.ts';
import { dependencySelf } from './dependency-self.ts';
import { deployBlobChanged } from './deploy-blob-changed.ts';
import { deployBlobMissing } from './deploy-blob-missing.ts';
import { deployBlobUnlisted } from './deploy-blob-unlisted.ts';
import { deployClientFailed } from './deploy-client-failed.ts';
import { deployFileNearlyTooLarge } from './deploy-file-nearly-too-large.ts';
import { deployFileTooLarge } from './deploy-file-too-large.ts';
import { deployLink } from './deploy-link.ts';
import { deployManyFiles } from './deploy-many-files.ts';
import { deployNearlyTooLarge } from './deploy-nearly-too-large.ts';
import { deployRemovalLost } from './deploy-removal-lost.ts';
import { deploySiteUrl } from './deploy-site-url.ts';
import { deployTooLarge } from './deploy-too-large.ts';
import { deployVersionChanged } from './deploy-version-changed.ts';
import { deployVersionVanished } from './deploy-version-vanished.ts';
import { deprecationReplacementAbsent } from './deprecation-replacement-absent.ts';
import { downloadHash } from './download-hash.ts';
import { downloadRefused } from './download-refused.ts';
import { formAnswer } from './form-answer.ts';
import { gallerySettingsMissing } from './gallery-settings-missing.ts';
import { helpUnreadable } from './help-unreadable.ts';
import { idMismatch } from './id-mismatch.ts';
import { indexFileUnknown } from './index-file-unknown.ts';
import { keyRefused } from './key-refused.ts';
import { kindMixed } from './kind-mixed.ts';
import { metaAuthorMissing } from './meta-author-missing.ts';
import { metaDescriptionLong } from './meta-description-long.ts';
import { metaDescriptionMissing } from './meta-description-missing.ts';
import { metaGuidChanged } from './meta-guid-changed.ts';
import { metaGuidTaken } from './meta-guid-taken.ts';
import { metaLicenseAcceptance } from './meta-license-acceptance.ts';
import { metaLicenseMissing } from './meta-license-missing.ts';
import { metaUrlNotAbsolute } from './meta-url-not-absolute.ts';
import { metaUrlUnreadable } from './meta-url-unreadable.ts';
import { nameGrammar } from './name-grammar.ts';
import { nameSimilar } from './name-similar.ts';
import { nameWellKnown } from './name-well-known.ts';
import { nuspecCount } from './nuspec-count.ts';
import { nuspecElementCount } from './nuspec-element-count.ts';
import { nuspecRoot } from './nuspec-root.ts';
import { ownershipClaim } from './ownership-claim.ts';
import { packageTooLarge } from './package-too-large.ts';
import { packageTooManyCommands } from './package-too-many-commands.ts';
import { pathAbsolute } from './path-absolute.ts';
import { pathBackslash } from './path-backslash.ts';
import { pathCharacters } from './path-characters.ts';
import { pathCollision } from './path-collision.ts';
import { pathDepth } from './path-depth.ts';
import { pathDeviceName } from './path-device-name.ts';
import { pathEmptyFile } from './path-empty-file.ts';
import { pathEmptyPart } from './path-empty-part.ts';
import { pathFileIsFolder } from './path-file-is-folder.ts';
import { pathLength } from './path-length.ts';
import { pathParent } from './path-parent.ts';
import { pathSpecialMode } from './path-special-mode.ts';
import { pathTrailingDot } from './path-trailing-dot.ts';
import { probeContent } from './probe-content.ts';
import { probeHash } from './probe-hash.ts';
import { probeNoAnswer } from './probe-no-answer.ts';
import { probeOutdated } from './probe-outdated.ts';
import { probeStatus } from './probe-status.ts';
import { psd1BothRoots } from './psd1-both-roots.ts';
import { psd1Depth } from './psd1-depth.ts';
import { psd1DuplicateKey } from './psd1-duplicate-key.ts';
import { psd1Dynamic } from './psd1-dynamic.ts';
import { psd1Edition } from './psd1-edition.ts';
import { psd1FileAbsent } from './psd1-file-absent.ts';
import { psd1FileCase } from './psd1-file-case.ts';
import { psd1FileUnlisted } from './psd1-file-unlisted.ts';
import { psd1Forbidden } from './psd1-forbidden.ts';
import { psd1Keys } from './psd1-keys.ts';
import { psd1NotHashtable } from './psd1-not-hashtable.ts';
import { psd1RequiredModule } from './psd1-required-module.ts';
import { psd1Syntax } from './psd1-syntax.ts';
import { psd1TooLarge } from './psd1-too-large.ts';
import { psd1Type } from './psd1-type.ts';
import { psd1UnknownKey } from './psd1-unknown-key.ts';
import { psd1Value } from './psd1-value.ts';
import { psd1VersionMissing } from './psd1-version-missing.ts';
import { publishBlobNameTaken } from './publish-blob-name-taken.ts';
import { publishIdCase } from './publish-id-case.ts';
import { publishIdUnknown } from './publish-id-unknown.ts';
import { publishKindChanged } from './publish-kind-changed.ts';
import { publishLowerVersion } from './publish-lower-version.ts';
import { publishNeedsReview } from './publish-needs-review.ts';
import { publishNotOwner } from './publish-not-owner.ts';
import { publishOwnerId } from './publish-owner-id.ts';
import { publishOwnerLast } from './publish-owner-last.ts';
import { publishPrefixReserved } from './publish-prefix-reserved.ts';
import { publishProposals } from './publish-proposals.ts';
import { publishRate } from './publish-rate.ts';
import { publishVersionExists } from './publish-version-exists.ts';
import { publishVersionUnknown } from './publish-version-unknown.ts';
import { publishWait } from './publish-wait.ts';
import { pullAuthor } from './pull-author.ts';
import { pullDraft } from './pull-draft.ts';
import { pullFileMode } from './pull-file-mode.ts';
import { pullHistory } from './pull-history.ts';
import { pullNothing } from './pull-nothing.ts';
import { pullOutsideIndex } from './pull-outside-index.ts';
import { pullPathCollision } from './pull-path-collision.ts';
import { pullRecordDiffers } from './pull-record-differs.ts';
import { pullRecordField } from './pull-record-field.ts';
import { pullRecordGone } from './pull-record-gone.ts';
import { pullTooLarge } from './pull-too-large.ts';
import { pullTooManyFiles } from './pull-too-many-files.ts';
import { pullTooManyPackages } from './pull-too-many-packages.ts';
import { recordCategoryUnknown } from './record-category-unknown.ts';
import { recordFileName } from './record-file-name.ts';
import { recordIdTaken } from './record-id-taken.ts';
import { recordVersionGrammar } from './record-version-grammar.ts';
import { recordVersionRemoved } from './record-version-removed.ts';
import { recordVersionRepeated } from './record-version-repeated.ts';
import { requestBody } from './request-body.ts';
import { requestInvalid } from './request-invalid.ts';
import { requestMismatch } from './request-mismatch.ts';
import { requestTaken } from './request-taken.ts';
import { scriptGuidMissing } from './script-guid-missing.ts';
import { scriptInfoMissing } from './script-info-missing.ts';
import { scriptKeyRepeated } from './script-key-repeated.ts';
import { scriptVersionMissing } from './script-version-missing.ts';
import { secretFound } from './secret-found.ts';
import { severityFixed } from './severity-fixed.ts';
import { severityUnknownRule } from './severity-unknown-rule.ts';
import { versionGrammar } from './version-grammar.ts';
import { versionMismatch } from './version-mismatch.ts';
import { versionPrerelease } from './version-prerelease.ts';
import { xmlDepth } from './xml-depth.ts';
import { xmlDoctype } from './xml-doctype.ts';
import { xmlSyntax } from './xml-syntax.ts';
import { xmlTooLarge } from './xml-too-large.ts';
import { yamlAlias } from './yaml-alias.ts';
import { yamlSchema } from './yaml-schema.ts';
import { yamlSyntax } from './yaml-syntax.ts';
import { yamlTooLarge } from './yaml-too-large.ts';
import { zipComment } from './zip-comment.ts';
import { zipContent } from './zip-content.ts';
import { zipDescriptor } from './zip-descriptor.ts';
import { zipDirectory } from './zip-directory.ts';
import { zipDisks } from './zip-disks.ts';
import { zipDuplicate } from './zip-duplicate.ts';
import { zipEncrypted } from './zip-encrypted.ts';
import { zipEndRecords } from './zip-end-records.ts';
import { zipExtra } from './zip-extra.ts';
import { zipFlags } from './zip-flags.ts';
import { zipFolderData } from './zip-folder-data.ts';
import { zipHeaderMismatch } from './zip-header-mismatch.ts';
import { zipMethod } from './zip-method.ts';
import { zipNameControl } from './zip-name-control.ts';
import { zipNameEncoding } from './zip-name-encoding.ts';
import { zipNotZip } from './zip-not-zip.ts';
import { zipOverlap } from './zip-overlap.ts';
import { zipPrefixData } from './zip-prefix-data.ts';
import { zipRatio } from './zip-ratio.ts';
import { zipSecondOpinion } from './zip-second-opinion.ts';
import { zipTooManyEntries } from './zip-too-many-entries.ts';
import { zipTrailingData } from './zip-trailing-data.ts';
import { zipUnicodePath } from './zip-unicode-path.ts';
import { zipUnknownRecord } from './zip-unknown-record.ts';
import { zipUnpackedSize } from './zip-unpacked-size.ts';
import { zipZip64 } from './zip-zip64.ts';

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
  zipComment,
  zipContent,
  zipDescriptor,
  zipDirectory,
  zipDisks,
  zipDuplicate,
  zipEncrypted,
  zipEndRecords,
  zipExtra,
  zipFlags,
  zipFolderData,
  zipHeaderMismatch,
  zipMethod,
  zipNameControl,
  zipNameEncoding,
  zipNotZip,
  zipOverlap,
  zipPrefixData,
  zipRatio,
  zipSecondOpinion,
  zipTooManyEntries,
  zipTrailingData,
  zipUnicodePath,
  zipUnknownRecord,
  zipUnpackedSize,
  zipZip64,
  pathAbsolute,
  pathBackslash,
  pathCharacters,
  pathCollision,
  pathDepth,
  pathDeviceName,
  pathEmptyFile,
  pathEmptyPart,
  pathFileIsFolder,
  pathLength,
  pathParent,
  pathSpecialMode,
  pathTrailingDot,
  xmlDepth,
  xmlDoctype,
  xmlSyntax,
  xmlTooLarge,
  nuspecCount,
  nuspecElementCount,
  nuspecRoot,
  psd1BothRoots,
  psd1Depth,
  psd1DuplicateKey,
  psd1Dynamic,
  psd1Edition,
  psd1FileAbsent,
  psd1FileCase,
  psd1FileUnlisted,
  psd1Forbidden,
  psd1Keys,
  psd1NotHashtable,
  psd1RequiredModule,
  psd1Syntax,
  psd1TooLarge,
  psd1Type,
  psd1UnknownKey,
  psd1Value,
  psd1VersionMissing,
  scriptGuidMissing,
  scriptInfoMissing,
  scriptKeyRepeated,
  scriptVersionMissing,
  codeSyntax,
  codeUnreadable,
  helpUnreadable,
  contentMissing,
  kindMixed,
  nameGrammar,
  nameSimilar,
  nameWellKnown,
  idMismatch,
  versionGrammar,
  versionMismatch,
  versionPrerelease,
  dependencyAbsent,
  dependencyRange,
  dependencySelf,
  metaAuthorMissing,
  metaDescriptionLong,
  metaDescriptionMissing,
  metaGuidChanged,
  metaGuidTaken,
  metaLicenseAcceptance,
  metaLicenseMissing,
  metaUrlNotAbsolute,
  metaUrlUnreadable,
  packageTooLarge,
  packageTooManyCommands,
  publishBlobNameTaken,
  publishIdCase,
  publishIdUnknown,
  publishKindChanged,
  publishLowerVersion,
  publishNotOwner,
  publishOwnerId,
  publishOwnerLast,
  publishPrefixReserved,
  publishVersionExists,
  publishVersionUnknown,
  publishWait,
  compatCommandRemoved,
  compatParameterRemoved,
  secretFound,
  severityFixed,
  severityUnknownRule,
  deprecationReplacementAbsent,
  pullTooManyFiles,
  pullTooManyPackages,
  pullTooLarge,
  pullFileMode,
  pullOutsideIndex,
  pullPathCollision,
  pullRecordGone,
  pullRecordField,
  pullRecordDiffers,
  pullNothing,
  pullHistory,
  pullAuthor,
  pullDraft,
  formAnswer,
  ownershipClaim,
  downloadRefused,
  downloadHash,
  requestBody,
  requestInvalid,
  requestTaken,
  keyRefused,
  requestMismatch,
  publishNeedsReview,
  publishProposals,
  publishRate,
  deployVersionVanished,
  deployVersionChanged,
  deployRemovalLost,
  deployBlobMissing,
  deployBlobChanged,
  deployBlobUnlisted,
  deployLink,
  deploySiteUrl,
  deployTooLarge,
  deployNearlyTooLarge,
  deployFileTooLarge,
  deployFileNearlyTooLarge,
  deployManyFiles,
  deployClientFailed,
  probeNoAnswer,
  probeStatus,
  probeContent,
  probeHash,
  probeOutdated,
] as readonly unknown[] as readonly Rule[];
