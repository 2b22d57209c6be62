/** PULL_OUTSIDE_INDEX: a pull request changes more than packages. */
import { defineRule } from '../domain/rule.ts';

export const pullOutsideIndex = defineRule<{ paths: readonly string[] }>({
  code: 'PULL_OUTSIDE_INDEX',
  severity: 'warning',
  title: 'A pull request changes more than packages',
  why: 'Settings, workflows and documents decide how the gallery works, so people decide on them.',
  message: ({ paths }) =>
    `It changes ${paths.length === 1 ? 'a file' : `${paths.length} files`} beside blobs, records and incoming sources: ${listed(paths)}. A maintainer has to look at that and to merge it by hand.`,
  remedy: () =>
    'To publish a package, leave everything else as it is: open a pull request that holds the package alone.',
  example: { paths: ['.github/workflows/gallery.yml'] },
});

const SHOWN = 3;

function listed(paths: readonly string[]): string {
  const more = paths.length - SHOWN;
  return paths.slice(0, SHOWN).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
