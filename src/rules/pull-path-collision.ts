/** PULL_PATH_COLLISION: a pull request adds a file whose name another file has in other letters. */
import { defineRule } from '../domain/rule.ts';

export const pullPathCollision = defineRule<{ other: string }>({
  code: 'PULL_PATH_COLLISION',
  severity: 'error',
  title: 'A pull request adds a name that is there in other letters',
  why: 'On Windows and macOS both names are one file: a clone there would lose one of the two.',
  message: ({ other }) => `Its name differs from ${other} in the case of letters only.`,
  remedy: () => 'Spell the id as the gallery does, or choose another name.',
  example: { other: 'packages-index/blobs/Contoso.Tools.1.0.0.nupkg' },
});
