/**
 * What a build pipeline sends to a gallery: where the package lies, what it is, and a signature over that. The key itself
 * never travels. Sent as the `client_payload` of a repository_dispatch event, which holds at most ten fields and 64 KB and
 * is shown in logs.
 */
import { z } from 'zod';
import { VERSION_MAX_LENGTH } from './nuget-version.ts';
import { PACKAGE_ID_MAX_LENGTH } from './package-id.ts';
import { isTimestamp } from './timestamp.ts';

/** The bytes may come along when they are this few, in base64. */
export const MAX_CONTENT_CHARACTERS = 40 * 1024;

const ONE_LINE = /^[^\p{Cc}\p{Zl}\p{Zp}]+$/u;

export const publishRequestSchema = z
  .strictObject({
    request: z
      .string()
      .regex(/^[0-9a-f]{32}$/, '32 hexadecimal digits are expected')
      .describe('Chosen at random by the sender: the name under which the answer is found, and the nonce'),
    action: z.enum(['publish', 'unlist', 'relist']).default('publish'),
    // Of one line each: the signed text has one field a line.
    id: z.string().min(1).max(PACKAGE_ID_MAX_LENGTH).regex(ONE_LINE),
    version: z.string().min(1).max(VERSION_MAX_LENGTH).regex(ONE_LINE),
    sha512: z
      .string()
      .regex(/^[0-9a-f]{128}$/, '128 hexadecimal digits are expected')
      .optional()
      .describe('Of the .nupkg; needed to publish'),
    url: z.url({ protocol: /^https$/, error: 'an https URL is expected' }).optional(),
    content: z
      .base64()
      .max(MAX_CONTENT_CHARACTERS)
      .optional()
      .describe('The .nupkg itself, when it is small'),
    keyId: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,62}$/)
      .optional(),
    expires: z
      .string()
      .refine(isTimestamp, 'a UTC time such as 2026-01-31T09:30:00Z is expected')
      .describe('Until when the signature counts; at most a day ahead'),
    /** Base64 of an HMAC-SHA-256 or Ed25519 signature, or the text of a Sigstore bundle. */
    proof: z.string().min(1).max(60_000),
  })
  .describe('A request of a build pipeline');

export type PublishRequest = z.output<typeof publishRequestSchema>;

/**
 * The text that is signed: one field a line, so that no field can run into the next.
 * @param gallery  `owner/name` of the gallery's repository, in lower case
 */
export function signedText(
  gallery: string,
  asked: Omit<PublishRequest, 'proof' | 'url' | 'content'>,
): string {
  const { request, action, id, version, sha512 = '', expires } = asked;
  return ['pwshelf-request-v1', gallery.toLowerCase(), action, id, version, sha512, expires, request].join(
    '\n',
  );
}
