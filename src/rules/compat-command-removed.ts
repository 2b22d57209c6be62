/** COMPAT_COMMAND_REMOVED: a command is gone in a minor or patch version. */
import { defineRule } from '../domain/rule.ts';

export const compatCommandRemoved = defineRule<{ command: string; version: string; previous: string }>({
  code: 'COMPAT_COMMAND_REMOVED',
  severity: 'warning',
  isAdjustable: true,
  title: 'A command is gone in a minor or patch version',
  why: 'Scripts of those who update break, though the version number promises that they do not.',
  message: ({ command, version, previous }) => `${command} of ${previous} is not in ${version} any more.`,
  remedy: () => 'Raise the major version, or keep the command, if only as an alias of what replaces it.',
  example: { command: 'Get-ContosoUser', version: '1.3.0', previous: '1.2.0' },
});
