/** PATH_CHARACTERS: a character that not every system allows. */
import { defineRule } from '../domain/rule.ts';

export const pathCharacters = defineRule<{ found: string }>({
  code: 'PATH_CHARACTERS',
  severity: 'error',
  title: 'A character that not every system allows',
  why: 'Windows cannot have such a file, or takes it for another one.',
  message: ({ found }) => `The path holds ${found}, which Windows does not allow.`,
  remedy: () => 'Rename the file and pack again.',
  example: { found: ':' },
});
