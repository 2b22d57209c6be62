/** PACKAGE_TOO_MANY_COMMANDS: the package brings too many commands. */
import { defineRule } from '../domain/rule.ts';

export const packageTooManyCommands = defineRule<{ limit: number }>({
  code: 'PACKAGE_TOO_MANY_COMMANDS',
  severity: 'error',
  title: 'The package brings too many commands',
  why: 'Each has a page and a tag, and is in every search; the largest modules in use have about eleven thousand.',
  message: ({ limit }) => `The package brings more than ${limit} commands, which is more than are accepted.`,
  remedy: () => 'Part it into several modules, or export fewer commands.',
  example: { limit: 20000 },
});
