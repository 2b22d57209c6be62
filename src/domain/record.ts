/**
 * packages-index/packages/<Id>.yaml: what the gallery itself says of a package, apart from what its archives
 * claim: owners, listing, deprecation, and the hash of each version's blob.
 */
import { z } from 'zod';
import { ownerNameSchema } from './gallery-settings.ts';
import { VERSION_MAX_LENGTH } from './nuget-version.ts';
import { PACKAGE_ID_MAX_LENGTH } from './package-id.ts';
import { isTimestamp } from './timestamp.ts';

const timestamp = z
  .string()
  .refine(isTimestamp, 'a UTC time such as 2026-01-31T09:30:00Z is expected')
  .describe('UTC, ISO 8601');

const idText = z.string().min(1).max(PACKAGE_ID_MAX_LENGTH);
const versionText = z.string().min(1).max(VERSION_MAX_LENGTH);

/** As NuGet's registrations name them. */
export const DEPRECATION_REASONS = ['Legacy', 'CriticalBugs', 'Other'] as const;

const deprecationSchema = z
  .strictObject({
    reasons: z.array(z.enum(DEPRECATION_REASONS)).min(1).default(['Other']).describe("NuGet's reasons"),
    message: z.string().max(1000).optional().describe('What users should know or do'),
    replacement: idText.optional().describe('Id of the package to use instead'),
    replacementRange: z.string().optional().describe('NuGet range of the replacement, default any'),
  })
  .describe('Still installable, but its users are told to move on');

const proofSchema = z
  .strictObject({
    kind: z.enum(['local', 'pull-request', 'issue', 'key', 'signature', 'keyless', 'upstream']),
    reference: z.string().optional().describe('E.g. the address of the pull request'),
    keyId: z.string().max(63).optional().describe('Id of the key in keys.yaml'),
    workflow: z
      .string()
      .max(300)
      .optional()
      .describe('The workflow whose identity was proven, as OWNER/NAME/PATH'),
    commit: z
      .string()
      .regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, 'the full name of a commit is expected')
      .optional()
      .describe('The commit that was asked for, or of which the package was built'),
    run: z.string().max(500).optional().describe('Address of the run that published it'),
  })
  .describe('How the publisher was identified');

const approvalSchema = z
  .strictObject({
    rule: z
      .string()
      .regex(/^[A-Z][A-Z0-9_]+$/, 'the code of a rule is expected')
      .describe('Code of the rule that asked for a review'),
    by: ownerNameSchema,
    reason: z.string().min(1).max(1000),
  })
  .describe('A maintainer let the version in, and why');

const versionRecordSchema = z
  .strictObject({
    version: versionText.describe('As the nuspec spells it'),
    sha512: z
      .string()
      .regex(/^[A-Za-z0-9+/]{86}==$/, 'a base64 SHA-512 of 88 characters is expected')
      .describe('Of the .nupkg, base64'),
    sizeBytes: z.int().positive(),
    published: timestamp,
    publisher: ownerNameSchema,
    proof: proofSchema.optional(),
    approvals: z.array(approvalSchema).optional().describe('What maintainers let pass, and why'),
    listed: z.boolean().default(true).describe('false: found only by its exact version'),
    deprecated: deprecationSchema.optional(),
  })
  .describe('One published version');

const removedVersionSchema = z
  .strictObject({
    version: versionText,
    sha512: z.string(),
    removed: timestamp,
    by: ownerNameSchema,
    reason: z.string().min(1).max(1000),
  })
  .describe('A version that is gone; it never comes back');

export const recordSchema = z
  .strictObject({
    id: idText.describe('As its author spells it; the file is named after it'),
    owners: z.array(ownerNameSchema).min(1),
    githubIds: z
      .record(ownerNameSchema, z.int().positive())
      .default({})
      .describe("By login, GitHub's number of an owner: stays when the login changes"),
    categories: z.array(z.string()).default([]).describe('Ids of categories in gallery.yaml'),
    deprecated: deprecationSchema.optional().describe('Deprecates every version'),
    versions: z.array(versionRecordSchema).default([]),
    removed: z.array(removedVersionSchema).default([]),
  })
  .describe('Record of one package in a pwshelf gallery');

/** A record as read: defaults filled in. */
export type PackageRecord = z.output<typeof recordSchema>;
export type VersionRecord = PackageRecord['versions'][number];
export type RemovedVersionRecord = PackageRecord['removed'][number];
export type Deprecation = z.output<typeof deprecationSchema>;
export type Approval = z.output<typeof approvalSchema>;
export type Proof = z.output<typeof proofSchema>;
