/** XML_TOO_LARGE: the nuspec is too large. */
import { defineRule } from '../domain/rule.ts';

export const xmlTooLarge = defineRule<{ found: number; limit: number }>({
  code: 'XML_TOO_LARGE',
  severity: 'error',
  title: 'The nuspec is too large',
  why: 'It is copied into the feed for each version; real ones are of a few kilobytes.',
  message: ({ found, limit }) => `The nuspec has ${found} characters; at most ${limit} are accepted.`,
  remedy: () => 'Shorten the release notes; a link to them does as well.',
  example: { found: 1048595, limit: 1048576 },
});
