/** PULL_AUTHOR: a request comes from an account that cannot own packages. */
import { defineRule } from '../domain/rule.ts';

export const pullAuthor = defineRule<{ author: string }>({
  code: 'PULL_AUTHOR',
  severity: 'error',
  title: 'A request comes from an account that cannot own packages',
  why: 'Owners are people or teams who can be asked about their package; neither an app nor an account that is gone answers questions.',
  message: ({ author }) =>
    `${author} is an app of GitHub, or stands for an account that is gone; a person or an organization is expected.`,
  remedy: () => 'Let one of the owners open the request. Builds publish with a key of their own instead.',
  example: { author: 'release-bot[bot]' },
});
