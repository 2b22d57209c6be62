/** NUSPEC_ELEMENT_COUNT: not exactly one of an element. */
import { defineRule } from '../domain/rule.ts';

export const nuspecElementCount = defineRule<{ element: string; found: number }>({
  code: 'NUSPEC_ELEMENT_COUNT',
  severity: 'error',
  title: 'Not exactly one of an element',
  why: 'Some programs take the first, some the last.',
  message: ({ element, found }) =>
    `There must be exactly one <${element}> in the metadata; there are ${found}.`,
  remedy: () =>
    'Correct the nuspec and pack again; Publish-Module, nuget pack and `pwshelf pack` write it right.',
  example: { element: 'version', found: 2 },
});
