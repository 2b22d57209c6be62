/** XML_SYNTAX: the nuspec is not well-formed XML. */
import { defineRule } from '../domain/rule.ts';

export const xmlSyntax = defineRule<{ problem: string }>({
  code: 'XML_SYNTAX',
  severity: 'error',
  title: 'The nuspec is not well-formed XML',
  why: 'Programs disagree on how to read it, so one could check what another does not install.',
  message: ({ problem }) => `This is not well-formed XML: ${problem}.`,
  remedy: () =>
    'Correct the nuspec and pack again; Publish-Module, nuget pack and `pwshelf pack` write it right.',
  example: { problem: 'document must contain a root element' },
});
