/** NUSPEC_COUNT: not exactly one nuspec. */
import { defineRule } from '../domain/rule.ts';

export const nuspecCount = defineRule<{ found: readonly string[] }>({
  code: 'NUSPEC_COUNT',
  severity: 'error',
  title: 'Not exactly one nuspec',
  why: 'Clients read the first nuspec that they meet in the root of the package.',
  message: ({ found }) =>
    `There must be exactly one .nuspec in the root of the package; found: ${found.length === 0 ? 'none' : found.join(', ')}.`,
  remedy: () =>
    'Correct the nuspec and pack again; Publish-Module, nuget pack and `pwshelf pack` write it right.',
  example: { found: ['Contoso.Tools.nuspec', 'Contoso.Base.nuspec'] },
});
