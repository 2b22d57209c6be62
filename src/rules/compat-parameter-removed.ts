/** COMPAT_PARAMETER_REMOVED: a parameter is gone in a minor or patch version. */
import { defineRule } from '../domain/rule.ts';

export const compatParameterRemoved = defineRule<{
  command: string;
  parameter: string;
  version: string;
  previous: string;
}>({
  code: 'COMPAT_PARAMETER_REMOVED',
  severity: 'warning',
  isAdjustable: true,
  title: 'A parameter is gone in a minor or patch version',
  why: 'Scripts of those who update break, though the version number promises that they do not.',
  message: ({ command, parameter, version, previous }) =>
    `${command} of ${previous} has a parameter ${parameter} that ${version} has not.`,
  remedy: () => 'Raise the major version, or keep the old name with [Alias()] on the new parameter.',
  example: { command: 'Get-ContosoUser', parameter: 'Name', version: '1.2.1', previous: '1.2.0' },
});
