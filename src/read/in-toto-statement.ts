/** The payload of an attestation → the hashes of what it is about, and whether it says that the workflow built that. */
import { z } from 'zod';

export interface Statement {
  /** Lower-case hexadecimal digits. */
  readonly sha256: readonly string[];
  readonly sha512: readonly string[];
  /**
   * SLSA provenance. Other statements are about files of anybody: that a workflow scanned or tested a package does not
   * say that it publishes it.
   */
  readonly isProvenance: boolean;
}

const PAYLOAD_TYPE = 'application/vnd.in-toto+json';

const statementSchema = z.looseObject({
  _type: z.enum(['https://in-toto.io/Statement/v1', 'https://in-toto.io/Statement/v0.1']),
  predicateType: z.string(),
  subject: z
    .array(
      z.looseObject({
        digest: z.looseObject({
          sha256: z
            .string()
            .regex(/^[0-9a-f]{64}$/)
            .optional(),
          sha512: z
            .string()
            .regex(/^[0-9a-f]{128}$/)
            .optional(),
        }),
      }),
    )
    .min(1),
});

export function readStatement(payloadType: string, payload: Uint8Array): Statement | undefined {
  if (payloadType !== PAYLOAD_TYPE) return undefined;
  const parsed = statementSchema.safeParse(parseJson(payload));
  if (!parsed.success) return undefined;
  const digests = parsed.data.subject.map(({ digest }) => digest);
  return {
    sha256: digests.flatMap(({ sha256 }) => sha256 ?? []),
    sha512: digests.flatMap(({ sha512 }) => sha512 ?? []),
    isProvenance: /^https:\/\/slsa\.dev\/provenance\/v(?:0\.2|1)$/.test(parsed.data.predicateType),
  };
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
