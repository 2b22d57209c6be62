/** PULL_AUTHOR: a request comes from an account that cannot own packages. */
import { defineRule } from '../domain/rule.ts';

export const pullAuthor = defineRule<{ author: string }>({
  code: 'PULL_AUTHOR',
  severity: 'error',
  title: 'A request comes from an account that cannot own packages',
  why: 'Owners are people or teams who can be asked about their package; an app answers no questions.',
  message: ({ author }) => `${author} is an app of GitHub, not the account of a person or an organization.`,
  remedy: () => 'Let one of the owners open the request. Builds publish with a key of their own instead.',
  example: { author: 'release-bot[bot]' },
});
