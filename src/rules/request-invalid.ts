/** REQUEST_INVALID: what a build pipeline sent is no request. */
import { defineRule } from '../domain/rule.ts';

export const requestInvalid = defineRule<{ problems: readonly string[] }>({
  code: 'REQUEST_INVALID',
  severity: 'error',
  title: 'What a build pipeline sent is no request',
  why: 'Only what is understood to the last field is carried out: a field that is guessed could be another package.',
  message: ({ problems }) => `The request is not as it must be: ${problems.join('; ')}.`,
  remedy: () =>
    'Send it with the action `publish` or with `pwshelf push`, of the version that the gallery runs on.',
  example: { problems: ['sha512: 128 hexadecimal digits are expected'] },
});
