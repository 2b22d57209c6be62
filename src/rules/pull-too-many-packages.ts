/** PULL_TOO_MANY_PACKAGES: a pull request holds more packages than are looked at together. */
import { defineRule } from '../domain/rule.ts';

export const pullTooManyPackages = defineRule<{ count: number; limit: number }>({
  code: 'PULL_TOO_MANY_PACKAGES',
  severity: 'error',
  title: 'A pull request holds too many packages',
  why: 'Each is unpacked and searched whenever the request is looked at; one request must not keep all others waiting.',
  message: ({ count, limit }) => `It holds ${count} packages; at most ${limit} are looked at together.`,
  remedy: () => 'Split the pull request.',
  example: { count: 250, limit: 100 },
});
