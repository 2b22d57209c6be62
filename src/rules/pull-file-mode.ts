/** PULL_FILE_MODE: a pull request adds something that is no plain file. */
import { defineRule } from '../domain/rule.ts';

export const pullFileMode = defineRule<{ mode: string; what: string }>({
  code: 'PULL_FILE_MODE',
  severity: 'error',
  title: 'A pull request adds something that is no plain file',
  why: 'A link or a submodule leads out of the repository, to files that nobody has checked.',
  message: ({ mode, what }) =>
    `It is ${what} (mode ${mode}); packages and records are plain files of mode 100644.`,
  remedy: () => 'Put the file itself there, with `git add --chmod=-x` where only the mode is wrong.',
  example: { mode: '120000', what: 'a symbolic link' },
});
