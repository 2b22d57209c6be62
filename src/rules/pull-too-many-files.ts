/** PULL_TOO_MANY_FILES: a pull request changes more files than are looked at. */
import { defineRule } from '../domain/rule.ts';

export const pullTooManyFiles = defineRule<{ count: number; limit: number }>({
  code: 'PULL_TOO_MANY_FILES',
  severity: 'error',
  title: 'A pull request changes too many files',
  why: 'What nobody can look over must not become part of the gallery.',
  message: ({ count, limit }) => `It changes ${count} files; at most ${limit} are looked at.`,
  remedy: () => 'Pack the module (`pwshelf pack`) and add the .nupkg, or split the pull request.',
  example: { count: 3000, limit: 2000 },
});
