/** `pwshelf relist`: back into lists and searches. */
import { listingVerb } from './listing-verb.ts';

export const relistVerb = listingVerb({
  name: 'relist',
  listed: true,
  summary: 'bring an unlisted version, or all of them, back',
  about: 'The version is found again as before it was unlisted.',
});
