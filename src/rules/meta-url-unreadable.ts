/** META_URL_UNREADABLE: an element of a nuspec that holds an address holds none. */
import { defineRule } from '../domain/rule.ts';

export const metaUrlUnreadable = defineRule<{ field: string; value: string }>({
  code: 'META_URL_UNREADABLE',
  severity: 'error',
  title: 'An address in a nuspec is none',
  why: 'Save-Module and nuget unpack no package whose nuspec has one that NuGet cannot read.',
  message: ({ field, value }) => `${field} in the nuspec is ${value}, which is not an absolute address.`,
  remedy: () => 'Write the whole address with https://, or leave it out, and pack again.',
  example: { field: 'ProjectUri', value: 'contoso.example/tools' },
});
