/**
 * What a gallery answers to a build pipeline: `<request>.json` on a branch of its repository, written anew as the request
 * gets on. Read leniently, for the gallery may run a later version than the pipeline.
 */
import { z } from 'zod';

/** It holds nothing but answers. */
export const ANSWERS_BRANCH = 'pwshelf-publishes';

export const publishAnswerSchema = z
  .looseObject({
    request: z.string(),
    /** `published` is in the index, `live` is on the site too. */
    state: z.enum(['received', 'refused', 'published', 'live']),
    /** As HTTP would say it: 201, 400, 403, 409… */
    status: z.int(),
    id: z.string(),
    version: z.string(),
    findings: z
      .array(z.looseObject({ code: z.string(), message: z.string(), remedy: z.string().optional() }))
      .default([]),
    commit: z.string().optional(),
    at: z.string(),
    /** Where the run that answered is to be looked at. */
    run: z.string().optional(),
  })
  .describe('The answer to a request of a build pipeline');

export function answerPath(request: string): string {
  return `${request}.json`;
}
