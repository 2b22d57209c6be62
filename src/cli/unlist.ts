/** `pwshelf unlist`: out of lists and searches, still installable by its exact version. */
import { listingVerb } from './listing-verb.ts';

export const unlistVerb = listingVerb({
  name: 'unlist',
  listed: false,
  summary: 'take a version, or all of them, out of lists and searches',
  about:
    'An unlisted version is found only by its exact number, and installs as before: nothing breaks for those who\n' +
    'depend on it. `relist` takes it back.',
});
