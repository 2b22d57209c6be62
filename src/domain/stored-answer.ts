/**
 * What a gallery keeps of a request of a build pipeline: the answer, and beside it what another run needs to take the
 * request up again. No part of it is secret, for a request holds none.
 */
import { z } from 'zod';
import { publishAnswerSchema } from './publish-answer.ts';
import { publishRequestSchema } from './publish-request.ts';
import { isTimestamp } from './timestamp.ts';

const timestamp = z.string().refine(isTimestamp, 'a UTC time such as 2026-01-31T09:30:00Z is expected');

export const storedAnswerSchema = z.looseObject({
  ...publishAnswerSchema.shape,
  at: timestamp,
  /** When the first run saw it. */
  receivedAt: timestamp,
  /** SHA-256 of what was signed: two requests of one name are told apart by it. Empty where nothing could be read. */
  digest: z.string(),
  /** While it is `received`. */
  payload: publishRequestSchema.optional(),
});

export type StoredAnswer = z.output<typeof storedAnswerSchema>;
