/** XML_DEPTH: elements nested too deep. */
import { defineRule } from '../domain/rule.ts';

export const xmlDepth = defineRule<{ limit: number }>({
  code: 'XML_DEPTH',
  severity: 'error',
  title: 'Elements nested too deep',
  why: 'A reader that follows them can run out of stack.',
  message: ({ limit }) => `Elements are nested more than ${limit} deep.`,
  remedy: () =>
    'Correct the nuspec and pack again; Publish-Module, nuget pack and `pwshelf pack` write it right.',
  example: { limit: 32 },
});
