/** DEPENDENCY_SELF: a package depends on itself. */
import { defineRule } from '../domain/rule.ts';

export const dependencySelf = defineRule<{ id: string }>({
  code: 'DEPENDENCY_SELF',
  severity: 'error',
  isAdjustable: true,
  title: 'A package depends on itself',
  why: 'PSResourceGet follows the circle until PowerShell itself crashes; PowerShellGet and NuGet refuse to install.',
  message: ({ id }) => `The nuspec names ${id} as a dependency of ${id}.`,
  remedy: () => 'Take it out of RequiredModules or of the #Requires lines and pack again.',
  example: { id: 'Contoso.Tools' },
});
