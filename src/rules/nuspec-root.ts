/** NUSPEC_ROOT: not a nuspec. */
import { defineRule } from '../domain/rule.ts';

export const nuspecRoot = defineRule<{ found: string }>({
  code: 'NUSPEC_ROOT',
  severity: 'error',
  title: 'Not a nuspec',
  why: 'Clients look for <package><metadata>.',
  message: ({ found }) => `The document is <${found}>; a nuspec is <package> with one <metadata> in it.`,
  remedy: () =>
    'Correct the nuspec and pack again; Publish-Module, nuget pack and `pwshelf pack` write it right.',
  example: { found: 'metadata' },
});
